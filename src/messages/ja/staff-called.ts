// How a colleague is spoken of.

/** 田中さん; LINE names may bring their さん along. */
export const called = (name: string): string => (/(?:さん|様)$/.test(name) ? name : `${name}さん`);
