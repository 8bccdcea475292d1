// Small fields of the tools' forms.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

type SelectProps = {
  label: string;
  name: string;
  options: readonly (readonly [value: string, words: string])[];
  value?: string;
  onChange?: (value: string) => void;
};

export function Select({ label, name, options, value, onChange }: SelectProps) {
  const changed = (event: Event) =>
    event.target instanceof HTMLSelectElement && onChange?.(event.target.value);
  return html`<label>${label}
    <select name=${name} value=${value} onChange=${changed}>
      ${options.map(([one, words]) => html`<option key=${one} value=${one}>${words}</option>`)}
    </select>
  </label>`;
}

type NumberProps = {
  label: string;
  name: string;
  value: number | undefined;
  min?: number;
  /** What stands in it while it is empty. */
  placeholder?: string;
  onChange?: (value: number) => void;
};

/** Tells of a change once it is complete, and not of an empty field. What is being typed stays, whatever happens. */
export function NumberField({ label, name, value, min = 0, placeholder, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string>();
  // Compared while drawing: an effect would come late, and take away what somebody types at once.
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    setTyped(undefined);
  }
  const typing = (event: Event) => event.target instanceof HTMLInputElement && setTyped(event.target.value);
  const changed = (event: Event) => {
    if (event.target instanceof HTMLInputElement && event.target.value !== '')
      onChange?.(event.target.valueAsNumber);
  };
  return html`<label>${label}
    <input type="number" name=${name} min=${min} value=${typed ?? value ?? ''} placeholder=${placeholder}
      onInput=${typing} onChange=${changed} />
  </label>`;
}

/** The fields of a form that was sent; empty ones are missing. */
export function fieldsOf(event: Event): Partial<Record<string, string>> {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return {};
  return Object.fromEntries(
    [...new FormData(event.target)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );
}
