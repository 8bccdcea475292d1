// When something of ours goes wrong: nobody waits in silence, nobody else is disturbed, nothing is half done.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
/** Job ids that another worker takes over as soon as we have them. */
const takenOver = new Set<string>();
beforeAll(async () => {
  counter = await openCounter({
    async meddle(jobs) {
      for (const { id } of jobs.filter((job) => takenOver.has(job.id))) {
        await counter.prisma.$executeRaw`
          UPDATE pgboss.job SET retry_count = retry_count + 1 WHERE name = 'inbox' AND id = ${id}::uuid`;
      }
    },
  });
});
afterAll(() => counter.close());
beforeEach(() => void counter.lines.splice(0));

let chats = 0;
const nextChat = () => {
  chats += 1;
  return `U${chats}`;
};

/** Somebody whose booking cannot be shown: its numbers were sealed with a key that is gone. */
async function withBrokenBooking(): Promise<Visitor> {
  const chatId = nextChat();
  const visitor = counter.visitor(chatId);
  await visitor.follows();
  const { id: personId } = await counter.prisma.person.findUniqueOrThrow({ where: { chatId } });
  const startsAt = new Date(counter.clock.now().getTime() + chats * 86_400_000);
  await counter.prisma.booking.create({
    data: {
      personId,
      state: 'confirmed',
      version: 2,
      counsellor: 0,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 45 * 60_000),
      companion: false,
      promisedBy: startsAt,
      createdAt: counter.clock.now(),
      zoomMeetingId: new Uint8Array(60),
      zoomPasscode: new Uint8Array(60),
    },
  });
  return visitor;
}

const words = (visitor: Visitor, text: string) => visitor.event({ type: 'text', text });
const messagesOf = () => counter.lines.map(({ message }) => message);

describe('a turn that fails', () => {
  test('is answered with an apology and the phone, by its own reply token', async () => {
    const hanako = await withBrokenBooking();
    const event = words(hanako, '予約を見る');
    await hanako.news();
    await counter.hear(event);
    const [apology, ...more] = await hanako.news();
    expect(more).toEqual([]);
    expect(apology).toMatchObject({ about: 'apology', reply: { token: event.replyToken } });
    const text = textOf(apology ? [apology] : []);
    for (const part of ['申し訳ありません', '053-454-1910', 'メニュー']) expect(text).toContain(part);
  });

  test('leaves the conversation as it was, and the next message is handled', async () => {
    const hanako = await withBrokenBooking();
    const before = await counter.saved(hanako.chatId);
    expect(await hanako.says('予約を見る')).toContain('申し訳ありません');
    expect(await counter.saved(hanako.chatId)).toEqual(before);
    expect(await hanako.says('録音')).toContain('【録音・録画】');
  });

  test('disturbs nobody else of its batch: they are answered once each', async () => {
    const hanako = await withBrokenBooking();
    const others = [1, 2, 3].map(() => counter.visitor(nextChat()));
    for (const other of others) await other.follows();
    for (const one of [hanako, ...others]) await one.news();
    await counter.hear(words(hanako, '予約を見る'), ...others.map((other) => words(other, '録音')));
    expect(counter.batches.at(-1)).toBe(4);
    expect((await hanako.news()).map(({ about }) => about)).toEqual(['apology']);
    for (const other of others) {
      const news = await other.news();
      expect(news.map(({ about }) => about)).toEqual(['answer']);
      expect(textOf(news)).toContain('【録音・録画】');
    }
    expect(messagesOf()).toContain('A batch of turns is run again, one by one');
  });

  test('gives the operator a line with the error and its place, and not a word of hers', async () => {
    const hanako = await withBrokenBooking();
    await hanako.says('予約を見る');
    const line = counter.lines.find(({ level }) => level === 'error');
    expect(line).toEqual({
      level: 'error',
      message: 'A turn failed and its sender gets an apology',
      fields: { error: 'SealError', at: expect.stringContaining('seal.ts'), event: 'text' },
    });
    expect(JSON.stringify(counter.lines)).not.toContain('予約');
  });
});

describe('a turn that runs into trouble that passes', () => {
  /** From now on nobody's conversation can be saved, for that reason. */
  const refuseTalks = (state: string) =>
    counter.prisma.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION refuse_talk() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''boom'' USING ERRCODE = ''${state}''; END'`);
  const acceptTalks = () =>
    counter.prisma.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse_talk ON "Conversation"');
  afterEach(acceptTalks);
  const refuseEvery = () =>
    counter.prisma.$executeRawUnsafe(
      'CREATE OR REPLACE TRIGGER refuse_talk BEFORE INSERT OR UPDATE ON "Conversation" FOR EACH ROW EXECUTE FUNCTION refuse_talk()',
    );
  const soon = { timeout: 10_000 };
  /** As if that job had been tried so often already. */
  const wasTried = (event: { id: string }, times: number) =>
    expect
      .poll(
        () => counter.prisma.$executeRaw`
          UPDATE pgboss.job SET retry_count = ${times} WHERE id = ${event.id}::uuid AND state = 'retry'`,
        soon,
      )
      .toBe(1);
  const later = (minutes: number) =>
    counter.clock.moveTo(new Date(counter.clock.now().getTime() + minutes * 60_000));
  const state = async (event: { id: string }) => {
    const rows = await counter.prisma.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM pgboss.job WHERE id = ${event.id}::uuid`;
    return rows[0]?.state;
  };

  test.each(['40P01', '53100', '55P03', '57P01'])(
    '(%s) is answered once when it has passed, however often it was tried, and without an apology',
    async (trouble) => {
      const hanako = counter.visitor(nextChat());
      await hanako.follows();
      await hanako.news();
      await refuseTalks(trouble);
      await refuseEvery();
      const event = words(hanako, '録音');
      await counter.hear(event);
      await wasTried(event, 30);
      await later(1);
      await expect.poll(() => counter.lines.some(({ fields }) => Number(fields.tries) > 30), soon).toBe(true);
      await acceptTalks();
      await expect
        .poll(async () => {
          await later(0.2);
          return (await counter.sentTo(hanako.chatId)).length;
        }, soon)
        .toBe(2);
      const [answer] = await hanako.news();
      expect(textOf(answer ? [answer] : [])).toContain('【録音・録画】');
      expect(counter.lines.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  test('and never passes: she is told after twenty minutes, and what she writes next is handled', async () => {
    const hanako = counter.visitor(nextChat());
    await hanako.follows();
    await hanako.news();
    await refuseTalks('55P03');
    await refuseEvery();
    const event = words(hanako, '録音');
    await counter.hear(event);
    await wasTried(event, 5);
    await later(20);
    // It may have been tried just before the twenty minutes were over: then it waits for its next try.
    await expect
      .poll(async () => {
        await later(0.2);
        return state(event);
      }, soon)
      .toBe('completed');
    expect((await hanako.news()).map(({ about }) => about)).toEqual(['apology']);
    await acceptTalks();
    expect(await hanako.says('録音')).toContain('【録音・録画】');
  });

  test('makes nobody else wait who is in its batch', async () => {
    const [hanako, momoko] = [counter.visitor(nextChat()), counter.visitor(nextChat())];
    for (const one of [hanako, momoko]) await one.follows();
    await counter.prisma.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION refuse_talk() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN IF NEW."chatId" = ''${hanako.chatId}'' THEN RAISE EXCEPTION ''boom'' USING ERRCODE = ''55P03''; END IF; RETURN NEW; END'`);
    await refuseEvery();
    for (const one of [hanako, momoko]) await one.news();
    await counter.hear(words(hanako, '録音'), words(momoko, '録音'));
    expect((await momoko.news()).map(({ about }) => about)).toEqual(['answer']);
    expect(await hanako.news()).toEqual([]);
    await acceptTalks();
  });
});

describe('an event that nobody can read', () => {
  test('is dropped with a line in the log, and does not hold up its chat', async () => {
    const hanako = counter.visitor(nextChat());
    await hanako.follows();
    await counter.database.queue.put('inbox', [
      { id: uuidv7(), key: hanako.chatId, data: { what: 'nonsense' } },
    ]);
    expect(await hanako.says('録音')).toContain('【録音・録画】');
    expect(messagesOf()).toContain('An inbox job could not be read and is dropped');
    expect(counter.lines.filter(({ level }) => level === 'warn')).toEqual([]);
  });
});

describe('an event that another server has taken over meanwhile', () => {
  test('is left to it: nothing is said, nothing is saved, and its claim stands', async () => {
    const stranger = counter.visitor(nextChat());
    const event = stranger.event({ type: 'followed', again: false });
    takenOver.add(event.id);
    await counter.hear(event);
    expect(await counter.sentTo(stranger.chatId)).toEqual([]);
    expect(await counter.saved(stranger.chatId)).toBeNull();
    expect(await counter.prisma.person.count({ where: { chatId: stranger.chatId } })).toBe(0);
    // Whoever handles the next event has seen the answer to this one reach the queue.
    await counter.visitor(nextChat()).follows();
    const jobs = await counter.prisma.$queryRaw`
      SELECT state::text, retry_count FROM pgboss.job WHERE id = ${event.id}::uuid`;
    expect(jobs).toEqual([{ state: 'active', retry_count: 1 }]);
  });

  test('does not keep the others of its batch from their answers', async () => {
    const [one, other] = [counter.visitor(nextChat()), counter.visitor(nextChat())];
    const event = one.event({ type: 'followed', again: false });
    takenOver.add(event.id);
    await counter.hear(event, other.event({ type: 'followed', again: false }));
    expect(counter.batches.at(-1)).toBe(2);
    expect(await one.news()).toEqual([]);
    expect(textOf(await other.news())).toContain('はじめまして');
  });
});
