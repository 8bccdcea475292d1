// Pictures of any size: as much of a PNG or JPEG as tells its size, and filling after it.

const PNG_START = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** `bytes`: how long the file is. */
export function pngOf(width: number, height: number, bytes = 100): Blob {
  const file = Buffer.alloc(bytes);
  PNG_START.copy(file);
  file.writeUInt32BE(13, 8);
  file.write('IHDR', 12, 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return new Blob([file], { type: 'image/png' });
}

/** With a header segment and a filling byte before the frame, as cameras write them. */
export function jpegOf(width: number, height: number): Blob {
  const frame = Buffer.alloc(19);
  frame.writeUInt16BE(0xffc0, 0);
  frame.writeUInt16BE(17, 2);
  frame.writeUInt8(8, 4);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const header = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x06, 1, 2, 3, 4, 0xff]);
  return new Blob([header, frame], { type: 'image/jpeg' });
}

/** All of what a stream gives. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
