// Styles as objects: what a bot sends never becomes markup or a style sheet.

export type Style = Readonly<Record<string, string>>;

/** A style without the properties that are not set. */
export function styleOf(properties: Readonly<Record<string, string | undefined>>): Style {
  const style: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) style[name] = value;
  return style;
}

export const through = (read: (value: string) => string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : read(value);
