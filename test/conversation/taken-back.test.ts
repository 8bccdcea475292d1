// Somebody takes a message back, or gives it other words: what was typed with it is deleted here, too, and never used.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '../../src/records/draft.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { type Counter, fillIn, openCounter, textOf, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
});

const draft = () =>
  readDraft({
    tx: counter.prisma,
    sealer: counter.database.sealer,
    chatId: hanako.chatId,
    now: counter.clock.now(),
  });
const bookings = () => counter.prisma.booking.count({ where: { person: { chatId: hanako.chatId } } });

/** She stands at the last look, with this field typed anew in message `m1`. */
async function editAtLastLook(field: string, text: string): Promise<void> {
  await fillIn(hanako, 'review');
  await hanako.presses('直す');
  await hanako.presses(field);
  expect(await hanako.says(text, 'm1')).toContain(text);
}

describe('what she typed and took back', () => {
  test('is deleted at once, without a message; her next one is told, and the question comes again', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    expect(await hanako.takesBack('m1')).toBe('');
    expect(await draft()).toEqual({});
    expect(await hanako.sticker()).toMatch(/送信を取り消された氏名は、こちらでも消しました。\n[\s\S]*氏名を/);
    expect(await hanako.says('別名 花子', 'm2')).toMatch(/^求職番号を教えてください/);
    expect(await draft()).toEqual({ name: '別名 花子' });
  });

  test('may be corrected right away: the new name is taken, and the form goes on', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.takesBack('m1');
    const answer = await hanako.says('別名 花子', 'm2');
    expect(answer).toMatch(/消しました。\n求職番号を教えてください/);
    expect(await draft()).toEqual({ name: '別名 花子' });
  });

  test('is not taken for the name where the phone is answered', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.says('22020-1234567', 'm2');
    await hanako.takesBack('m1');
    expect(await hanako.says('090-1234-5678', 'm3')).toMatch(/氏名は、こちらでも消しました。[\s\S]*氏名/);
    expect(await draft()).toEqual({ jobNumber: '22020-1234567' });
  });

  test('stays, as it was typed again since', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.presses('ひとつ前へ');
    await hanako.says('別名 花子', 'm2');
    await hanako.takesBack('m1');
    expect(await hanako.says('22020-1234567')).toMatch(/^電話番号を/);
    expect(await draft()).toMatchObject({ name: '別名 花子' });
  });

  test('is not handed in at the last look, which asks for it again', async () => {
    await editAtLastLook('電話番号', '090-9999-8888');
    const submit = await hanako.tapOf('この内容で申し込む');
    await hanako.takesBack('m1');
    const answer = await hanako.taps(submit);
    expect(answer).toMatch(/送信を取り消された電話番号は、こちらでも消しました。\n電話番号を教えてください/);
    expect(await bookings()).toBe(0);
    expect(await hanako.says('080-1111-2222', 'm2')).toContain('080-1111-2222');
    expect(await hanako.presses('この内容で申し込む')).toContain('申し込みを受け付けました');
  });

  test('is asked for again, too, where an older one is on record: nobody falls back to that without a word', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    await counter.prisma.booking.updateMany({ data: { state: 'done' } });
    await hanako.says('相談を申し込む');
    await hanako.presses('この登録で申し込む');
    const days = await hanako.says('もう一度');
    await hanako.presses(/\[(\d+月\d+日\(.\))\]\n\[ほかの日\]/.exec(days)?.[1] ?? '');
    await hanako.presses('15:00');
    await hanako.presses('直す');
    await hanako.presses('氏名');
    await hanako.says('別名 花子', 'm1');
    await hanako.takesBack('m1');
    expect(await hanako.says('この内容で申し込む')).toMatch(/氏名は、こちらでも消しました。\n氏名を教えて/);
  });

  test.each([
    ['求職番号', '22020-7654321', '求職番号を教えてください'],
    ['氏名', '別名 花子', '氏名を教えてください'],
  ])(
    'is asked for again wherever the form stands: %s, while a field is chosen',
    async (field, text, question) => {
      await editAtLastLook(field, text);
      await hanako.presses('直す');
      await hanako.takesBack('m1');
      expect(await hanako.presses('電話番号')).toContain(question);
    },
  );

  test('all of it is asked for one after the other, and the last look comes only then', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.says('22020-1234567', 'm2');
    await hanako.says('090-1234-5678', 'm3');
    await hanako.takesBack('m3');
    await hanako.takesBack('m1');
    expect(await hanako.says('もう一度')).toMatch(/氏名と電話番号は、こちらでも消しました。[\s\S]*氏名を/);
    // The jobseeker number is there still.
    expect(await hanako.says('別名 花子')).toMatch(/^電話番号を/);
    expect(await draft()).toMatchObject({ name: '別名 花子', jobNumber: '22020-1234567' });
    expect(await hanako.says('080-1111-2222')).toContain('希望の日を選んでください');
  });

  test('alone is asked again, and the form goes on where it was: at the day', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.presses('番号がわからない');
    await hanako.says('090-1234-5678', 'm3');
    await hanako.takesBack('m1');
    expect(await hanako.says('もう一度')).toMatch(/氏名は、こちらでも消しました。[\s\S]*氏名を/);
    expect(await hanako.says('別名 花子')).toMatch(/^希望の日を選んでください/);
    expect(await draft()).toMatchObject({ name: '別名 花子', jobNumber: null, phone: '09012345678' });
    // Back by her own wish, each question is asked as ever.
    await hanako.presses('ひとつ前へ');
    expect(await hanako.presses('ひとつ前へ')).toMatch(/^求職番号を/);
    expect(await hanako.says('22020-7654321')).toMatch(/^電話番号を/);
  });

  test('and with the day, or the day and time, that she had chosen', async () => {
    await fillIn(hanako, 'eligible');
    await hanako.says('申込 花子', 'm1');
    await hanako.says('22020-1234567', 'm2');
    const days = await hanako.says('090-1234-5678', 'm3');
    const day = /\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '';
    const times = await hanako.presses(day);
    await hanako.takesBack('m2');
    await hanako.says('もう一度');
    expect(await hanako.says('22020-7654321', 'm4')).toContain(`${day}の何時から`);
    const time = /\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '';
    expect(await hanako.presses(time)).toContain('同席する方');
    await hanako.takesBack('m1');
    await hanako.says('もう一度');
    expect(await hanako.says('別名 花子')).toContain('でよろしいですか');
    expect(await hanako.says('はい')).toContain('同席する方');
    expect(await answerNoToAll(hanako)).toContain('別名 花子');
  });

  test('after it was handed in, stays with the request, and nobody hears of anything', async () => {
    await editAtLastLook('氏名', '別名 花子');
    await hanako.presses('この内容で申し込む');
    const toStaff = (await counter.sentTo('C1')).length;
    expect(await hanako.takesBack('m1')).toBe('');
    expect(await hanako.says('予約を見る')).not.toContain('消しました');
    expect((await counter.sentTo('C1')).length).toBe(toStaff);
    expect(await bookings()).toBe(1);
  });

  test('was no detail of hers, or is of somebody else: nothing happens', async () => {
    await fillIn(hanako, 'name');
    for (const message of ['m1', '0', '']) expect(await hanako.takesBack(message)).toBe('');
    expect(await counter.visitor(`${hanako.chatId}-other`).takesBack('m1')).toBe('');
    expect(await hanako.says('22020-1234567')).toMatch(/^電話番号を/);
  });
});

describe('a message that is taken back before it is read', () => {
  const both = async (order: 'unsendFirst' | 'unsendLast') => {
    await fillIn(hanako, 'eligible');
    await hanako.news();
    const events = [
      hanako.event({ type: 'text', text: '申込 花子' }, 'm1'),
      hanako.event({ type: 'unsent', message: 'm1' }),
    ];
    if (order === 'unsendLast') await counter.hear(...events);
    else for (const event of events.toReversed()) await counter.hear(event);
    return textOf(await hanako.news());
  };

  test.each(['unsendFirst', 'unsendLast'] as const)('is not kept, and it is said so: %s', async (order) => {
    const said = await both(order);
    expect(said).toMatch(/^送信を取り消されたメッセージは、読んでいません。\n氏名を/);
    expect((await draft())?.name).toBeUndefined();
    expect(await hanako.says('別名 花子')).toMatch(/^求職番号を/);
  });
});
