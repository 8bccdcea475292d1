// The one form in which typed text is compared: full width, half width and ligatures are the same (NFKC).

/** UTF-16 units of the longest text that LINE hands on. */
export const longestText = 5000;

/**
 * The text in compatibility form, never longer than `longestText`: ﷺ alone becomes eighteen characters.
 * Half of a character that was cut off, or typed so, becomes U+FFFD.
 */
export const compatible = (text: string): string =>
  text.slice(0, longestText).toWellFormed().normalize('NFKC').slice(0, longestText).toWellFormed();
