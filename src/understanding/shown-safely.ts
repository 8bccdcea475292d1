// What typed text may bring with it that is not to be shown to anybody: invisible characters and links.

// Joiners belong to the spelling of Persian, Sinhala and other names, between two of their letters: these
// stay. Elsewhere they only hold emoji together. Variation selectors (葛 has some) change how a letter looks.
const invisible =
  /(?!(?<=[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Latn}\p{scx=Zinh}]])[\u200C\u200D](?=[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Latn}\p{scx=Zinh}]]))[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--\p{Variation_Selector}]/gv;

/** Without control characters, line and paragraph separators, what has no width, and what turns the direction of writing. */
export const withoutInvisible = (text: string): string => text.replaceAll(invisible, '');

/** With a scheme, or as people write it without: www., an address of mail, a host with a path, well-known ends. */
const link =
  /:\/\/|(?:https?|javascript|mailto):|www\.|\S@[^\s@]+\.\S|[a-z\d]{2}\.[a-z\d][a-z\d.-]{0,60}\/|\.(?:com|net|org|info|biz|jp|xyz)(?![a-z])|line\.me|lin\.ee|(?<![a-z])(?:bit\.ly|goo\.gl|t\.co|youtu\.be)(?![a-z])/i;

/** `text`: in compatibility form. */
export const holdsLink = (text: string): boolean => link.test(text);
