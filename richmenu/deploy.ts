// Carries out a plan, step by step; a run that broke off is finished by the plan of the next one.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MenuKind } from './areas.ts';
import { type LineMenus, movePeople } from './line-menus.ts';
import { describeStep, type Plan, type Step } from './plan.ts';
import { MenuTrouble } from './trouble.ts';
import type { WantedMenu } from './wanted.ts';

export type Deployment = {
  line: LineMenus;
  wanted: readonly WantedMenu[];
  /** Told after each step that is done, as the end of "LINE was asked to …". */
  done: (step: string) => void;
  /** ms. */
  wait?: (ms: number) => Promise<unknown>;
};

type Running = Required<Deployment> & { ids: Map<MenuKind, string> };

/** Asks LINE whether it would take the menus that are to be made, and paints them; nothing is changed. Rejects with MenuTrouble. */
export async function validateNew({ line, wanted }: Pick<Deployment, 'line' | 'wanted'>, { steps }: Plan) {
  for (const { kind, object, picture } of wanted) {
    if (!steps.some((step) => step.does === 'create' && step.kind === kind)) continue;
    await line.ask(`judge the menu ${object.name}`, line.sdk.validateRichMenuObject(object));
    // LINE judges no pictures: one that cannot be painted, or is too large, should be known now.
    picture();
  }
}

/** Rejects with MenuTrouble at the first step that fails; the steps before it stay done. */
export async function deploy(deployment: Deployment, plan: Plan): Promise<void> {
  const running = { wait: sleep, ...deployment, ids: new Map(plan.deployed) };
  for (const step of plan.steps) {
    await carryOut(step, running);
    running.done(describeStep(step));
  }
}

async function carryOut(step: Step, running: Running): Promise<void> {
  const { line, ids } = running;
  const { sdk } = line;
  const ask = (call: Promise<unknown>) => line.ask(describeStep(step), call);
  switch (step.does) {
    case 'create':
      ids.set(step.kind, await create(step, running));
      return;
    case 'upload': {
      const { picture } = menuOf(step.kind, running);
      const png = new Blob([Uint8Array.from(picture())], { type: 'image/png' });
      await ask(sdk.setRichMenuImage(idOf(step.kind, running), png));
      return;
    }
    case 'makeAlias': {
      const alias = { richMenuAliasId: step.aliasId, richMenuId: idOf(step.kind, running) };
      await ask(sdk.createRichMenuAlias(alias));
      return;
    }
    case 'moveAlias':
      await ask(sdk.updateRichMenuAlias(step.aliasId, { richMenuId: idOf(step.kind, running) }));
      return;
    case 'setDefault':
      await ask(sdk.setDefaultRichMenu(idOf('usual', running)));
      return;
    case 'movePeople':
      return moveEverybody(step, running);
    case 'remove':
      await ask(sdk.deleteRichMenu(step.richMenuId));
  }
}

async function create(step: Extract<Step, { does: 'create' }>, running: Running): Promise<string> {
  const { sdk, ask } = running.line;
  const { object } = menuOf(step.kind, running);
  return (await ask(describeStep(step), sdk.createRichMenu(object))).richMenuId;
}

const settleMs = 5_000;

/** Between two looks at the progress, s: ten minutes in all. LINE answers 100 an hour. */
const pauses = [1, 2, 4, 8, 15, ...Array<number>(19).fill(30)];

/** Rejects when LINE did not get to the end: then the old menus have to stay. */
async function moveEverybody(step: Extract<Step, { does: 'movePeople' }>, running: Running): Promise<void> {
  const { line, wait } = running;
  // Servers that have just read the alias link the old menu for a moment still, and LINE may tell it a little longer.
  await wait(settleMs);
  const operations = step.from.map(({ richMenuId, kind }) => ({
    type: 'link' as const,
    from: richMenuId,
    to: idOf(kind, running),
  }));
  const requestId = await movePeople(line, describeStep(step), operations);
  for (const seconds of [0, ...pauses]) {
    await wait(seconds * 1000);
    const asking = line.sdk.getRichMenuBatchProgress(requestId);
    const { phase } = await line.ask('tell how far it is with giving out the new menu', asking);
    if (phase === 'succeeded') return;
    if (phase === 'failed') throw new MenuTrouble(`LINE could not ${describeStep(step)}. ${oldStays}`);
  }
  throw new MenuTrouble(`LINE has not finished to ${describeStep(step)}. ${oldStays}`);
}

const oldStays = 'The old ones stay, so that nobody is without. Run it again in half an hour.';

function menuOf(kind: MenuKind, { wanted }: Running): WantedMenu {
  const menu = wanted.find((one) => one.kind === kind);
  if (!menu) throw new Error(`There is no menu of the kind ${kind}.`);
  return menu;
}

/** A plan creates a menu before it names it. */
function idOf(kind: MenuKind, { ids }: Running): string {
  const richMenuId = ids.get(kind);
  if (richMenuId === undefined) throw new Error(`The plan names the menu ${kind} before it has been made.`);
  return richMenuId;
}
