// Turns a message with a list into sentences on one line.

/** `Head:\n  a\n  b` becomes `Head: a; b.` */
export function sentencesOf(message: string): string {
  const [head = '', ...list] = message.split('\n').map((line) => line.trim());
  const all = list.length === 0 ? head : `${head} ${list.join('; ')}`;
  return /[.!?]$/.test(all) ? all : `${all}.`;
}

/** `1 message`, `2 messages`. */
export const count = (many: number, one: string): string =>
  `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`;
