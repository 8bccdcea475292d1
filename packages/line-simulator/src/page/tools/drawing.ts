// A chart with the current state lit: to be scrolled, made larger and smaller, and found again.
import { html } from 'htm/preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DrawnChart } from '../../control/bot.ts';
import { Press } from './press.ts';

const ZOOMS = [0.25, 0.5, 0.75, 1, 1.5, 2];
const FULL_SIZE = ZOOMS.indexOf(1);

export function Drawing({ chart: { title, svg, problem } }: { chart: DrawnChart }) {
  const [zoom, setZoom] = useState(FULL_SIZE);
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const words = useMemo(() => litWords(svg ?? ''), [svg]);
  useEffect(() => {
    if (host.current && svg !== null) put(host.current, svg);
  }, [svg]);
  useEffect(() => {
    if (host.current) resize(host.current, ZOOMS[zoom] ?? 1);
    showLit(frame.current, host.current);
  }, [svg, zoom]);
  if (svg === null) return html`<h3>${title}</h3><p class="tools-problem">この図は描けません: ${problem}</p>`;
  return html`<div class="tools-drawing-head">
      <h3>${title}</h3>
      <span class="tools-buttons">
        <${Press} label=${`${title}を小さく`} isOff=${zoom === 0} onPress=${() => setZoom(zoom - 1)}>−<//>
        <${Press} label=${`${title}を大きく`} isOff=${zoom === ZOOMS.length - 1} onPress=${() => setZoom(zoom + 1)}>+<//>
        <button type="button" aria-label=${`${title}のいまの状態へ`} onClick=${() => showLit(frame.current, host.current)}>いまの状態へ</button>
      </span>
    </div>
    <div class="tools-drawing" ref=${frame} tabindex="0" role="img" aria-label=${`${title}の図。${words}`}>
      <div ref=${host}></div>
    </div>`;
}

/** In a shadow root: the drawing's own style says `text` and `svg`, and means only itself. */
function put(host: HTMLElement, svg: string): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.innerHTML = svg;
}

function resize(host: HTMLElement, zoom: number): void {
  const svg = host.shadowRoot?.querySelector('svg');
  if (!svg) return;
  svg.style.display = 'block';
  svg.style.width = `${svg.viewBox.baseVal.width * zoom}px`;
  svg.style.height = `${svg.viewBox.baseVal.height * zoom}px`;
}

/** Scrolls within its frame only: the page itself stays where it is. */
function showLit(frame: HTMLElement | null, host: HTMLElement | null): void {
  // The innermost of the lit ones comes last.
  const lit = [...(host?.shadowRoot?.querySelectorAll('.node.lit, .subgraph.lit') ?? [])].at(-1);
  if (!frame || !lit) return;
  const state = lit.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  frame.scrollLeft += state.left + state.width / 2 - (view.left + view.width / 2);
  frame.scrollTop += state.top + state.height / 2 - (view.top + view.height / 2);
}

/** Read as a document, not as text: labels may hold any sign. */
function litWords(svg: string): string {
  const lit = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll<SVGElement>('.lit');
  const labels = [...lit].map(({ dataset }) => dataset.label ?? '');
  return labels.length === 0 ? '' : `いまの状態: ${labels.join(' → ')}`;
}
