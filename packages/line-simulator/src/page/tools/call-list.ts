// The last calls of the bot: what it asked, what it was answered.
import { html } from 'htm/preact';
import type { ApiCall } from '../../api/call.ts';
import { howWords } from './fault-words.ts';
import { FoldedEntry, Json } from './folded-entry.ts';

export function CallList({ title, calls }: { title: string; calls: readonly ApiCall[] }) {
  return html`<h3>${title}</h3>
    ${calls.length === 0 && html`<p class="tools-note">まだありません。</p>`}
    ${calls.map(
      (call) => html`<${FoldedEntry} key=${call.requestId} at=${call.at} line=${lineOf(call)}
        isBad=${call.status >= 400 || call.fault !== undefined} show=${() => html`<${CallBodies} call=${call} />`} />`,
    )}`;
}

function lineOf({ method, path, status, error, fault }: ApiCall): string {
  const why = error === undefined ? '' : ` ${error}`;
  const broken = fault === undefined ? '' : `・不具合: ${howWords[fault]}`;
  return `${method} ${path.replace('/v2/bot/', '')}: ${status}${why}${broken}`;
}

const CallBodies = ({ call: { retryKey, requestId, request, response } }: { call: ApiCall }) =>
  html`<p>x-line-request-id: ${requestId}</p>
    ${retryKey !== undefined && html`<p>x-line-retry-key: ${retryKey}</p>`}
    <${Json} title="送ったもの" value=${request} />
    <${Json} title="答え" value=${response} />`;
