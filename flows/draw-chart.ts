// One machine as Mermaid text, which GitHub shows as a picture.
// Mermaid's grammar decides the shapes: a label may hold no `:` `;` `#` or `"`, and an arrow may not run
// between the insides of two composite states, so it ends at the border and its label names the state.
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import { conditionLabels, eventLabels } from './draw-labels.ts';

const labels: Readonly<Record<string, string | undefined>> = eventLabels;

/** The text between the code fences: every state nested as it is, every arrow that leads somewhere. */
export function drawChart(machine: AnyStateMachine): string {
  const lines = ['stateDiagram-v2', ...drawInside(machine.root, 1)];
  return `${lines.join('\n')}\n`;
}

/** The ids in the drawing of the states that a conversation is in, the outer ones first. */
export function drawnStates(id: string, value: StateValue): string[] {
  if (typeof value === 'string') return [`${id}_${value}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const outer = `${id}_${key}`;
    return inner === undefined ? [outer] : [outer, ...drawnStates(outer, inner)];
  });
}

/** What is answered on the spot, or leads away, wherever one stands: one Japanese line for each. */
export function listFromAnywhere(machine: AnyStateMachine): string[] {
  return arrowsOf(machine.root).map(({ label, target }) =>
    target ? `${label} → ${pathOf(target)}` : `${label}: その場で応じる`,
  );
}

/** Answered on the spot in every question of one part; a drawing cannot show an arrow to oneself there. */
export function listInside(machine: AnyStateMachine): string[] {
  const parts = childrenOf(machine.root).filter((node) => node.type === 'compound');
  return parts.flatMap((part) =>
    arrowsOf(part).flatMap(({ label, target }) => (target ? [] : [`「${nameOf(part)}」で${label}`])),
  );
}

type Arrow = { label: string; target: AnyStateNode | undefined };

const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);
const idOf = (node: AnyStateNode): string => [node.machine.id, ...node.path].join('_');
const nameOf = (node: AnyStateNode): string => node.description ?? node.key;
const pathOf = (node: AnyStateNode): string =>
  node.parent && node.parent.path.length > 0 ? `${nameOf(node.parent)}の「${nameOf(node)}」` : nameOf(node);

function drawInside(node: AnyStateNode, depth: number): string[] {
  const pad = '  '.repeat(depth);
  const children = childrenOf(node);
  const [first] = node.initial.target;
  return [
    ...children.flatMap((child) => drawState(child, depth)),
    ...(first ? [`${pad}[*] --> ${idOf(first)}`] : []),
    ...children.flatMap(drawArrows).map((line) => `${pad}${line}`),
    ...children.filter(({ type }) => type === 'final').map((child) => `${pad}${idOf(child)} --> [*]`),
  ];
}

function drawState(node: AnyStateNode, depth: number): string[] {
  const pad = '  '.repeat(depth);
  const box = `${pad}state "${nameOf(node)}" as ${idOf(node)}`;
  if (node.type !== 'compound') return [box];
  return [box, `${pad}state ${idOf(node)} {`, ...drawInside(node, depth + 1), `${pad}}`];
}

/** Arrows of one state; those between the same two boxes share a line. */
function drawArrows(node: AnyStateNode): string[] {
  const byEnd = new Map<string, string[]>();
  for (const { label, target } of arrowsOf(node)) {
    if (target === undefined && node.type === 'compound') continue;
    const end = endFor(node, target ?? node);
    const text = target && end !== target ? `${label} → ${nameOf(target)}` : label;
    byEnd.set(idOf(end), [...(byEnd.get(idOf(end)) ?? []), text]);
  }
  return [...byEnd].map(([end, texts]) => {
    const text = texts.filter((one) => one !== '').join(' / ');
    return `${idOf(node)} --> ${end}${text === '' ? '' : `: ${text}`}`;
  });
}

/** The box at which an arrow has to end: the target, or the composite state around it. */
function endFor(source: AnyStateNode, target: AnyStateNode): AnyStateNode {
  let end = target;
  while (end.parent && end.parent !== source.parent && end.parent !== source.machine.root) end = end.parent;
  return end;
}

function arrowsOf(node: AnyStateNode): Arrow[] {
  const transitions = [...(node.always ?? []), ...[...node.transitions.values()].flat()];
  return transitions.map((transition) => ({ label: labelOf(transition), target: transition.target?.[0] }));
}

function labelOf({ eventType, guard }: AnyTransitionDefinition): string {
  const condition = conditionsOf(guard)
    .map(conditionLabel)
    .filter((text) => text !== '')
    .join('・');
  const event = eventLabel(eventType);
  if (condition === '') return event;
  return event === '' ? condition : `${event}(${condition})`;
}

function eventLabel(eventType: string): string {
  if (eventType === '') return '';
  if (eventType.startsWith('xstate.done.state.')) return 'できた';
  const label = labels[eventType];
  if (label === undefined) throw new Error(`flows/draw-labels.ts has no name for the event ${eventType}`);
  return label;
}

function conditionLabel(name: string): string {
  const label = conditionLabels[name];
  if (label === undefined) throw new Error(`flows/draw-labels.ts has no name for the condition ${name}`);
  return label;
}

/** The names of the guards behind a transition; `and([…])` is a function that carries its list. */
function conditionsOf(guard: unknown): string[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [guard];
  if (hasList(guard)) return guard.guards.flatMap(conditionsOf);
  if (hasType(guard)) return [guard.type];
  throw new Error('A guard without a name cannot be drawn: name it in setup()');
}

const hasList = (guard: unknown): guard is { guards: unknown[] } =>
  typeof guard === 'function' && 'guards' in guard && Array.isArray(guard.guards);
const hasType = (guard: unknown): guard is { type: string } =>
  typeof guard === 'object' && guard !== null && 'type' in guard && typeof guard.type === 'string';
