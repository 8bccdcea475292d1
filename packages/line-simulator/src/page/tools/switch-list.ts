// Every switch there is, those of tomorrow too.
import { html } from 'htm/preact';
import type { DescribedSwitch } from '../../control/switches.ts';
import { control } from '../control.ts';
import { NumberField, Select } from './fields.ts';
import { switchName } from './switch-words.ts';
import type { Doing } from './use-doing.ts';

export function SwitchList({ switches, doing }: { switches: readonly DescribedSwitch[]; doing: Doing }) {
  const set = (name: string) => (value: DescribedSwitch['value']) =>
    doing.run(() => control('PATCH', '/switches', { [name]: value }));
  return html`<ul class="tools-switches">
    ${switches.map(
      (one) => html`<li key=${one.name} class=${one.value === one.normal ? '' : 'tools-changed'}>
        <${SwitchField} ...${one} set=${set(one.name)} />
      </li>`,
    )}
  </ul>`;
}

type FieldProps = DescribedSwitch & { set: (value: DescribedSwitch['value']) => void };

function SwitchField({ name, value, options, set }: FieldProps) {
  const label = switchName(name);
  if (typeof value === 'boolean')
    return html`<label class="tools-check"><input type="checkbox" checked=${value} onChange=${() => set(!value)} />${label}</label>`;
  if (typeof value === 'number')
    return html`<${NumberField} label=${label} name=${name} value=${value} onChange=${set} />`;
  const choices = (options ?? [value]).map((one) => [one, one] as const);
  return html`<${Select} label=${label} name=${name} value=${value} options=${choices} onChange=${set} />`;
}
