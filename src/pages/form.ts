// A form of a page as HTML: every field has a label of its own, and beside what is wrong with it stands in words why. Pressed,
// it POSTs to the page's own address, in which the token stands: nobody else can send it.
import { escaped } from './html.ts';

type Labelled = {
  name: string;
  label: string;
  /** What is wrong with what was typed. */
  error?: string;
};

export type Field = Labelled &
  (
    | {
        kind: 'text';
        value?: string;
        /** How it is to be typed. */
        hint?: string;
        maxLength: number;
        /** Which keyboard a phone shows. */
        inputMode?: 'text' | 'tel' | 'numeric';
        isOptional?: true;
      }
    | { kind: 'choice'; options: readonly { value: string; label: string }[]; value?: string }
    | { kind: 'check'; isChecked?: boolean }
  );

/** `act`: what the press is called where the page reads it; without one, it opens the page. */
export type Form = {
  act?: string;
  button: string;
  tone?: 'plain';
  fields?: readonly Field[];
  /** A second button before it, for what can be asked without handing the form in. Enter presses it. */
  also?: { act: string; button: string };
  /** Sent along as it is: who reads it believes none of it. */
  hidden?: Readonly<Record<string, string>>;
};

export function formOf({ act, button, tone, fields = [], hidden = {}, also }: Form): string {
  const kept = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const press = act === undefined ? '' : ` name="act" value="${escaped(act)}"`;
  const look = tone === undefined ? '' : ` class="${tone}"`;
  const before =
    also === undefined
      ? ''
      : `<button name="act" value="${escaped(also.act)}" class="plain">${escaped(also.button)}</button>`;
  // The browser's own complaints come one by one and in its own language: what is wrong is said by the page, beside the field.
  return `<form method="post" autocomplete="off" novalidate>${kept.join('')}${fields.map(fieldOf).join('')}${before}<button${press}${look}>${escaped(button)}</button></form>`;
}

/** What is wrong, with links to the fields. */
export function problemsOf(heading: string, fields: readonly Field[]): string {
  const wrong = fields.filter(({ error }) => error !== undefined);
  if (wrong.length === 0) return '';
  const links = wrong.map(
    ({ name, label, error = '' }) => `<li><a href="#${idOf(name)}">${escaped(`${label}: ${error}`)}</a></li>`,
  );
  return `<div class="problems" role="alert"><h2>${escaped(heading)}</h2><ul>${links.join('')}</ul></div>`;
}

const idOf = (name: string): string => `field-${escaped(name)}`;

function fieldOf(field: Field): string {
  switch (field.kind) {
    case 'text':
      return textOf(field);
    case 'choice':
      return choiceOf(field);
    case 'check':
      return checkOf(field);
  }
}

type Of<Kind> = Extract<Field, { kind: Kind }>;

function textOf(field: Of<'text'>): string {
  const { name, label, value = '', hint, maxLength, inputMode = 'text', isOptional } = field;
  const id = idOf(name);
  const told = hint === undefined ? '' : `<p class="hint" id="${id}-hint">${escaped(hint)}</p>`;
  const type = inputMode === 'tel' ? 'tel' : 'text';
  return `<div class="field"><label for="${id}">${escaped(label)}</label>${told}${errorOf(field)}<input id="${id}" name="${escaped(name)}" type="${type}" inputmode="${inputMode}" maxlength="${maxLength}" value="${escaped(value)}"${isOptional ? '' : ' required'}${describedBy(field, hint !== undefined)}></div>`;
}

function choiceOf(field: Of<'choice'>): string {
  const { name, label, options, value } = field;
  const each = options.map((option, place) => {
    // A link to what is wrong leads to the first of them.
    const id = place === 0 ? idOf(name) : `${idOf(name)}-${place}`;
    const isChosen = option.value === value ? ' checked' : '';
    return `<label class="option" for="${id}"><input type="radio" id="${id}" name="${escaped(name)}" value="${escaped(option.value)}"${isChosen}${describedBy(field)}> ${escaped(option.label)}</label>`;
  });
  return `<fieldset class="field"><legend>${escaped(label)}</legend>${errorOf(field)}${each.join('')}</fieldset>`;
}

function checkOf(field: Of<'check'>): string {
  const { name, label, isChecked } = field;
  const id = idOf(name);
  return `<div class="field">${errorOf(field)}<label class="option" for="${id}"><input type="checkbox" id="${id}" name="${escaped(name)}" value="yes"${isChecked ? ' checked' : ''}${describedBy(field)}> ${escaped(label)}</label></div>`;
}

const errorOf = ({ name, error }: Labelled): string =>
  error === undefined ? '' : `<p class="error" id="${idOf(name)}-error">${escaped(error)}</p>`;

function describedBy({ name, error }: Labelled, hasHint = false): string {
  const ids = [
    ...(hasHint ? [`${idOf(name)}-hint`] : []),
    ...(error === undefined ? [] : [`${idOf(name)}-error`]),
  ];
  const described = ids.length === 0 ? '' : ` aria-describedby="${ids.join(' ')}"`;
  return error === undefined ? described : `${described} aria-invalid="true"`;
}
