// What LINE says beside the words: when it happened, for whom it is, what is an emoji, what was taken back.

import { beforeAll, describe, expect, test } from 'vitest';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { addDays, dayLabel } from '../helpers/calendar.ts';
import { fillUpTo } from '../helpers/form.ts';
import type { Guest } from '../helpers/office.ts';
import { office } from '../helpers/the-office.ts';

describe('what comes with an event', () => {
  beforeAll(async () => {
    await office.nextMonday();
  });

  const on = (index: number, time: string) => ({ day: addDays(office.monday, index), time });
  const said = ({ person }: Guest) => person.messages().length;
  const delivery = () => {
    const last = office.simulator.webhooks.deliveries.at(-1);
    if (last === undefined) throw new Error('Nothing was delivered');
    return last;
  };

  describe('an event with a time that cannot be', () => {
    const future = ['2036-02-07T06:28:16Z', '9999-12-31T23:59:59Z', 8.64e15];
    test.each(future)('is answered and silences nobody: %s', async (when) => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      const timestamp = typeof when === 'number' ? when : Date.parse(when);
      expect(await postAs(hanako, { timestamp })).toMatchObject({ status: 200 });
      await hanako.hears('求職番号を教えてください');
      expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
    });

    test('or of more than six days ago is answered 200 and not handled', async () => {
      const hanako = await office.guest();
      await fillUpTo('name', hanako, on(2, '10:00'));
      const message = { type: 'text', id: '1', text: 'やめる' };
      for (const timestamp of [office.simulator.clock.now() - 7 * 86_400_000, 0, -1])
        expect(await postAs(hanako, { timestamp, message })).toMatchObject({ status: 200 });
      expect(await hanako.says('もう一度')).toContain('氏名を教えてください');
    });

    /** Her name in an event of LINE's form, with other parts. */
    const postAs = (hanako: Guest, parts: Record<string, unknown>) => {
      const known = delivery().events[0];
      const webhookEventId = known?.webhookEventId.replace(/.{10}$/, () => String(ids++));
      const source = { type: 'user', userId: hanako.person.userId };
      const message = { type: 'text', id: '1', text: hanako.details.name };
      return office.simulator.webhooks.post([
        { ...known, type: 'message', source, message, webhookEventId, ...parts },
      ]);
    };
    let ids = 1_000_000_000;
  });

  test('U+0000 in words, in an id or in the data of a button ends no turn: each is answered as without it', async () => {
    const hanako = await office.guest();
    await fillUpTo('terms', hanako, on(2, '10:00'));
    const source = { type: 'user', userId: hanako.person.userId };
    const [known] = delivery().events;
    const send = (number: number, parts: Record<string, unknown>) =>
      office.simulator.webhooks.post([
        { ...known, source, webhookEventId: `01HZZZZZZZZZZZZZZZZZZZZ0\0${number}`, ...parts },
      ]);
    const message = { type: 'text', id: '1\0', text: '同意する\0' };
    await send(1, { type: 'message', message });
    await hanako.hears('すべて当てはまる');
    await send(2, { type: 'unsend', unsend: { messageId: '2\0' } });
    await send(3, { type: 'postback', postback: { data: 'event=quit&a=b%00' } });
    await hanako.hears('もう使えません');
    expect(office.server.log()).not.toContain('its sender gets an apology');
  });

  test('events for another account are answered 200 and left alone', async () => {
    const hanako = await office.guest();
    const before = said(hanako);
    const [known] = delivery().events;
    const event = { ...known, webhookEventId: '01HZZZZZZZZZZZZZZZZZZZZZZ5' };
    const body = JSON.stringify({ destination: `U${'e'.repeat(32)}`, events: [event] });
    expect(await office.simulator.webhooks.postRaw({ body })).toMatchObject({ status: 200 });
    expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
    expect(said(hanako)).toBe(before + 1);
  });

  test('an empty list, as the Verify button sends it, is answered 200', async () => {
    expect(await office.simulator.webhooks.post([])).toMatchObject({ status: 200 });
  });

  test('emoji of LINE are neither part of a name nor of a word, and alone they are a sticker', async () => {
    const hanako = await office.guest();
    await hanako.presses('相談を申し込む');
    await hanako.person.says('同意する(moon)', { emojis: ['(moon)'] });
    await hanako.hears('すべて当てはまりますか');
    await hanako.presses('すべて当てはまる');
    await hanako.person.says('(love)(love)', { emojis: ['(love)', '(love)'] });
    await hanako.hears('スタンプをありがとうございます');
    await hanako.person.says(`${hanako.details.name}(love)`, { emojis: ['(love)'] });
    await hanako.hears('求職番号を教えてください');
    await hanako.says(hanako.details.jobNumber);
    await hanako.says(hanako.details.phone);
    await hanako.presses(dayLabel(addDays(office.monday, 4)));
    await hanako.presses('11:00');
    const lastLook = await answerNoToAll(hanako);
    expect(lastLook).toContain(hanako.details.name);
    expect(lastLook).not.toContain('love');
  });

  test('a name that she takes back is not handed in: with her next answer it is said so, and asked for again', async () => {
    const hanako = await office.guest();
    await fillUpTo('name', hanako, on(4, '14:00'));
    await hanako.says(hanako.details.name);
    const messageId = hanako.lastId();
    for (const text of [hanako.details.jobNumber, hanako.details.phone]) await hanako.says(text);
    await hanako.presses(dayLabel(addDays(office.monday, 4)));
    await hanako.presses('14:00');
    await answerNoToAll(hanako);
    const before = said(hanako);
    await hanako.person.unsends(messageId);
    const answer = await hanako.presses('この内容で申し込む');
    expect(answer).toContain('送信を取り消された氏名は、こちらでも消しました。');
    expect(answer).toContain('氏名を教えてください');
    expect(said(hanako)).toBe(before + 2);
    expect(await hanako.says('浜松 桜子')).toContain('浜松 桜子');
    expect(await hanako.presses('この内容で申し込む')).toContain('申し込みを受け付けました');
  });
});
