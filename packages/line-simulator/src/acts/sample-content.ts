// Small files of each kind, so that what people send can be fetched, looked at and played.
import { crc32, deflateSync } from 'node:zlib';
import type { Content } from '../world/contents.ts';

export type ContentKind = 'image' | 'video' | 'audio' | 'file';

export const isContentKind = (kind: string): kind is ContentKind => Object.hasOwn(MAKERS, kind);

export const sampleContent = (kind: ContentKind): Content => MAKERS[kind]();

/** A PNG of 320 by 240, light from the left. */
export function samplePicture(): Content {
  const width = 320;
  const height = 240;
  const row = Buffer.alloc(1 + width);
  for (let x = 0; x < width; x += 1) row[1 + x] = Math.round(255 - (x * 160) / width);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return { type: 'image/png', data: png(width, height, pixels) };
}

/** `pixels`: for each row a 0 and one byte of grey for each pixel (PNG specification, 5.3 and 11.2.1). */
function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A tone of four seconds. LINE gives m4a; this is WAV, which needs no encoder. */
function sampleSound(): Content {
  const perSecond = 8000;
  const samples = Buffer.alloc(4 * perSecond);
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = Math.round(128 + 24 * Math.sin((2 * Math.PI * 440 * at) / perSecond));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(perSecond, 24);
  header.writeUInt32LE(perSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return { type: 'audio/wav', data: Buffer.concat([header, samples]) };
}

/** One frame of 8 by 8 in WebM. LINE gives mp4, which not every browser for tests can play. */
const FILM =
  'GkXfo0AgQoaBAUL3gQFC8oEEQvOBCEKCQAR3ZWJtQoeBAkKFgQIYU4BnQI0VSalmQCgq17FAAw9CQE2AQAZ3aGFtbXlXQUAGd2hhbW15' +
  'RIlACECPQAAAAAAAFlSua0AxrkAu14EBY8WBAZyBACK1nEADdW5khkAFVl9WUDglhohAA1ZQOIOBAeBABrCBCLqBCB9DtnVAIueBAKNA' +
  'HIEAAIAwAQCdASoIAAgAAUAmJaQAA3AA/vz0AAA=';
const sampleFilm = (): Content => ({ type: 'video/webm', data: Buffer.from(FILM, 'base64') });

/** A PDF with one empty page. */
function samplePaper(): Content {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return { type: 'application/pdf', data: Buffer.from(text + table + trailer, 'latin1') };
}

const MAKERS: Record<ContentKind, () => Content> = {
  image: samplePicture,
  video: sampleFilm,
  audio: sampleSound,
  file: samplePaper,
};
