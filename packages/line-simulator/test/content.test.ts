// What people send, fetched by the bot and shown on the page.
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../src/api/rich-menus/picture-size.ts';
import type { Simulator } from '../src/simulator.ts';
import { botFor, simulatorForTest } from './helpers/bot.ts';
import { answerTo, refused } from './helpers/menus.ts';
import { bytesOf } from './helpers/pictures.ts';

const NOT_FOUND = refused(404, 'not found');
const GONE = refused(410, 'The content is gone');

async function stage() {
  const simulator = await simulatorForTest();
  const bot = await botFor(simulator);
  const hanako = simulator.person('花子');
  /** The message as the bot heard of it. */
  const heard = () => {
    const event = bot.received.at(-1)?.events[0];
    if (event?.type !== 'message') throw new Error('The bot heard of no message.');
    return event.message;
  };
  return { simulator, bot, client: bot.client, hanako, heard };
}

const shown = ({ origin }: Simulator, id: string) => fetch(`${origin}/_control/messages/${id}/content`);
const newPicture = { type: 'image/jpeg', data: Buffer.from('any bytes') };

describe('Content (rule 33)', () => {
  test('of each kind has bytes of its kind, for the bot and for the page', async () => {
    const { simulator, client, hanako, heard } = await stage();
    const kinds = [
      ['image', 'image/png', '\x89PNG'],
      ['video', 'video/webm', '\x1aE\xdf\xa3'],
      ['audio', 'audio/wav', 'RIFF'],
      ['file', 'application/pdf', '%PDF'],
    ] as const;
    for (const [kind, type, start] of kinds) {
      await hanako.sends(kind);
      const { id } = heard();
      const { httpResponse, body } = await client.getMessageContentWithHttpInfo(id);
      expect(httpResponse.headers.get('content-type')).toBe(type);
      const bytes = await bytesOf(body);
      expect(bytes.subarray(0, 4).toString('latin1')).toBe(start);
      const page = await shown(simulator, id);
      expect(page.headers.get('content-type')).toBe(type);
      expect(Buffer.from(await page.arrayBuffer()).equals(bytes)).toBe(true);
      if (kind === 'file') expect(heard()).toMatchObject({ fileSize: bytes.length });
      if (kind === 'image') expectWholePng(bytes);
    }
  });

  test('may be anything that is handed in', async () => {
    const { client, hanako, heard } = await stage();
    await hanako.sends('file', { fileName: 'a.txt' }, { type: 'text/plain', data: Buffer.from('short') });
    expect(heard()).toMatchObject({ fileName: 'a.txt', fileSize: 5 });
    expect((await bytesOf(await client.getMessageContent(heard().id))).toString()).toBe('short');
    await hanako.sends('file', { type: 'text' });
    expect(heard().type, 'it stays what it is').toBe('file');
    await expect(hanako.sends('sticker', {}, newPicture)).rejects.toThrow('A sticker has no content');
  });

  test('comes over HTTP too, some megabytes of it, and is not run as a part of the page', async () => {
    const { simulator, client, hanako, heard } = await stage();
    const data = Buffer.alloc(5 * 1024 * 1024, 'a');
    const act = (content: unknown) =>
      fetch(`${simulator.origin}/_control/people/${hanako.userId}/acts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'sends', kind: 'image', content }),
      });
    expect((await act({ type: 'image/jpeg', base64: data.toString('base64') })).status).toBe(200);
    expect((await bytesOf(await client.getMessageContent(heard().id))).equals(data)).toBe(true);
    const page = await shown(simulator, heard().id);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await act({ type: 'image/jpeg', base64: '%' })).status).toBe(400);
    expect((await act({ type: 'a\r\nb: c', base64: '' })).status).toBe(400);
    const tooMuch = await act({ type: 'image/jpeg', base64: 'a'.repeat(16 * 1024 * 1024) });
    expect(tooMuch.status).toBe(413);
  });

  test('is not there for texts, stickers, unknown messages and what lies elsewhere', async () => {
    const { simulator, client, hanako, heard } = await stage();
    const ids = ['1'];
    await hanako.says('a');
    ids.push(heard().id);
    await hanako.sends('sticker');
    ids.push(heard().id);
    await hanako.sends('image', {
      contentProvider: { type: 'external', originalContentUrl: 'https://a.example/' },
    });
    ids.push(heard().id);
    for (const id of ids) {
      expect(await answerTo(client.getMessageContent(id))).toEqual(NOT_FOUND);
      expect(await answerTo(client.getMessageContentPreview(id))).toEqual(NOT_FOUND);
      expect((await shown(simulator, id)).status).toBe(422);
    }
  });

  test('goes with the person or the group it was sent to', async () => {
    const { simulator, client, hanako, heard } = await stage();
    const group = simulator.group('会', [hanako]);
    await group.invitesBot();
    await hanako.sends('image');
    const alone = heard().id;
    await hanako.in(group).sends('image');
    const together = heard().id;
    simulator.removePerson(hanako.userId);
    expect(await answerTo(client.getMessageContent(alone))).toEqual(NOT_FOUND);
    expect((await answerTo(client.getMessageContent(together))).status).toBe(200);
    simulator.removeGroup(group.groupId);
    expect(await answerTo(client.getMessageContent(together))).toEqual(NOT_FOUND);
  });

  test('is gone when the message was taken back', async () => {
    const { simulator, client, hanako, heard } = await stage();
    await hanako.sends('image', {}, newPicture);
    const { id } = heard();
    await hanako.unsends(id);
    expect(await answerTo(client.getMessageContent(id))).toEqual(GONE);
    expect(await answerTo(client.getMessageContentPreview(id))).toEqual(GONE);
    expect((await shown(simulator, id)).status).toBe(422);
  });

  test('of pictures and films has a small picture, that of sounds and files none', async () => {
    const { client, hanako, heard } = await stage();
    for (const [kind, status] of [
      ['image', 200],
      ['video', 200],
      ['audio', 404],
      ['file', 404],
    ] as const) {
      await hanako.sends(kind);
      expect((await answerTo(client.getMessageContentPreview(heard().id))).status).toBe(status);
    }
  });

  test('of films and sounds has to be prepared first', async () => {
    const { simulator, client, hanako, heard } = await stage();
    await hanako.sends('image');
    expect(await answerTo(client.getMessageContentTranscodingByMessageId(heard().id))).toEqual(NOT_FOUND);
    await hanako.sends('video');
    const { id } = heard();
    const state = () => client.getMessageContentTranscodingByMessageId(id);
    const status = async () => (await client.getMessageContentWithHttpInfo(id)).httpResponse.status;
    expect(await state()).toEqual({ status: 'succeeded' });
    expect(await status()).toBe(200);
    simulator.switches.transcoding = 'processing';
    expect(await state()).toEqual({ status: 'processing' });
    expect(await status()).toBe(202);
  });
});

/** Each chunk's checksum is right and the last one ends the file: what decoders look at. */
function expectWholePng(bytes: Buffer): void {
  expect(pictureSize(bytes)).toEqual({ width: 320, height: 240 });
  let place = 8;
  let name = '';
  while (place < bytes.length) {
    const length = bytes.readUInt32BE(place);
    const body = bytes.subarray(place + 4, place + 8 + length);
    expect(bytes.readUInt32BE(place + 8 + length)).toBe(crc32(body));
    name = body.subarray(0, 4).toString();
    place += 12 + length;
  }
  expect(name).toBe('IEND');
}
