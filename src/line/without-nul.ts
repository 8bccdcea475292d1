// U+0000 is a character to JSON and none to PostgreSQL, which refuses the whole row: it is cut where text comes in.

export const withoutNul = (text: string): string => text.replaceAll('\0', '');
