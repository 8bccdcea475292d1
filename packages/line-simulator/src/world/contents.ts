// Bytes that LINE keeps: what people have sent, and the pictures of rich menus.

export type Content = {
  /** MIME type, `image/png` for instance. */
  type: string;
  data: Uint8Array;
};

/** What people have sent, by the id of the message. */
export type Contents = Map<string, Content>;

/** A film or a sound: LINE has to prepare these before they can be fetched. */
export const isPlayed = ({ type }: Content): boolean =>
  type.startsWith('video/') || type.startsWith('audio/');
