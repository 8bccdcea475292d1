// How many messages the account may push this month, and how many it has pushed.
import { html } from 'htm/preact';
import { control } from '../control.ts';
import { fieldsOf, NumberField } from './fields.ts';
import type { ToolsState } from './state.ts';
import type { Doing } from './use-doing.ts';

export function QuotaForm({ quota, doing }: { quota: ToolsState['quota']; doing: Doing }) {
  const submit = (event: Event) => {
    const { limit, used } = fieldsOf(event);
    const wanted = { limit: limit === undefined ? null : Number(limit), used: Number(used ?? 0) };
    doing.run(() => control('PUT', '/quota', wanted), '変えました。');
  };
  return html`<form class="tools-form" onSubmit=${submit}>
    <${NumberField} label="今月送った数" name="used" value=${quota.used} />
    <${NumberField} label="月の上限" name="limit" value=${quota.limit ?? undefined} placeholder="なし" />
    <button type="submit">変える</button>
  </form>`;
}
