// Width and height of a PNG or JPEG, read from its bytes. No other property of the picture matters here.

export type PictureSize = { width: number; height: number };

/** Undefined when it is neither, or cut off before its size. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isPng(bytes) ? pngSize(view) : jpegSize(view);
}

const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const isPng = (bytes: Uint8Array): boolean => PNG_START.equals(bytes.subarray(0, PNG_START.length));

/** The header chunk comes first: length, name, width, height (PNG specification, 11.2.1). */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 24) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const JPEG_START = 0xffd8;
/** Markers that begin a frame, in which the size stands: C0 to CF but for tables and extensions (ITU T.81, B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);

function jpegSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== JPEG_START) return undefined;
  let place = 2;
  while (place + 9 <= view.byteLength) {
    const marker = view.getUint16(place);
    if (isFrame(marker)) return { height: view.getUint16(place + 5), width: view.getUint16(place + 7) };
    // Between segments there may be any number of filling FF bytes.
    place += marker === 0xffff ? 1 : 2 + view.getUint16(place + 2);
  }
  return undefined;
}
