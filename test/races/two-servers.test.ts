// What must not happen twice, or out of order, when two servers share one database.

import type { Person } from 'line-simulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { describeOnServer } from '../helpers/database.ts';
import { type Applicant, daysOn, press, say, timesOn, toDays, toLastLook } from './applicant.ts';
import { type AdminDesk, startTwoServers, type TwoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const room = '相談室A';
const submit = 'この内容で申し込む';

const invented = (n: number): Applicant => ({
  name: '申込 花子',
  jobNumber: `22020-${1_000_000 + n}`,
  phone: `090${10_000_000 + n}`,
});

describeOnServer('two servers on one database', () => {
  let office: TwoServers;
  let desks: readonly [AdminDesk, AdminDesk];
  beforeAll(async () => {
    office = await startTwoServers();
    desks = [await office.enrol('鈴木'), await office.enrol('高橋')];
    await say(desks[0].clerk, `会議室 追加 ${room} 812 3456 7890 hama2026`);
    await say(desks[0].clerk, '会議室 追加 相談室B 812 3456 7891 hama2026');
  });
  afterAll(() => office?.close());

  async function atLastLook(n: number, dayFromEnd: number, time: string): Promise<Person> {
    const person = office.simulator.person(`申込者${n}`);
    await toDays(person, invented(n));
    await toLastLook(person, daysOn(person).at(-dayFromEnd) ?? '', time);
    return person;
  }

  /** Her request is in; the receipt number on it. */
  async function applied(n: number, dayFromEnd: number, time: string) {
    const person = await atLastLook(n, dayFromEnd, time);
    await press(person, submit);
    return { person, receipt: /\d{4}-\d{4}/.exec(person.lastMessage()?.text ?? '')?.[0] ?? '' };
  }

  const messagesOf = ({ group }: AdminDesk, receipt: string) =>
    group.messages().filter(({ text }) => text.includes(receipt));

  /** Presses the button of that request's newest card. */
  const decide = (desk: AdminDesk, receipt: string, label: string) => {
    const card = messagesOf(desk, receipt).findLast(({ buttons }) => buttons.includes(label));
    return desk.clerk.presses(label, { message: card?.id });
  };

  test('of twenty people who press 「この内容で申し込む」 for one slot at once, one gets it and the others are shown other times', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => atLastLook(n, 1, '15:00')));
    await office.atRest();
    office.simulator.forgetLogs();

    await Promise.all(people.map((person) => person.presses(submit)));
    const answers = await Promise.all(people.map((person) => person.receives()));
    await office.atRest();

    const winners = people.filter((_, n) => answers[n]?.text.includes('申し込みを受け付けました'));
    const others = people.filter((_, n) => answers[n]?.text.includes('空きがありません'));
    expect([winners.length, others.length]).toEqual([1, 19]);
    for (const person of others) expect(timesOn(person).length).toBeGreaterThanOrEqual(1);
    const { rows } = await office.records.query('SELECT state FROM "Booking"');
    expect(rows).toEqual([{ state: 'requested' }]);
    for (const { group } of desks) {
      const cards = group.messages().filter(({ text }) => text.includes('新しい申し込み'));
      expect(cards.map(({ buttons }) => buttons)).toEqual([
        ['確定する', '別の日時を提案', 'お断りする', '連絡先を見る'],
      ]);
    }
    // Everybody was answered once, by a reply; staff got one push each.
    const { simulator } = office;
    expect(simulator.replies()).toHaveLength(20);
    expect(simulator.pushes().map(({ chatId }) => chatId)).toEqual(
      expect.arrayContaining(desks.map(({ group }) => group.groupId)),
    );
    expect(simulator.pushes()).toHaveLength(2);
  });

  test('of two staff who confirm at the same moment one is told that the other did, and she gets her numbers once', async () => {
    const slots = [2, 3, 4].flatMap((day) => ['10:00', '14:00'].map((time) => [day, time] as const));
    const requests = await Promise.all(slots.map(([day, time], n) => applied(30 + n, day, time)));
    await office.atRest();
    for (const label of ['確定する', room]) {
      await Promise.all(requests.flatMap(({ receipt }) => desks.map((desk) => decide(desk, receipt, label))));
      await office.atRest();
    }
    // Nobody waits for the minute to pass: whoever writes is told at once, by whichever server.
    await Promise.all(requests.map(({ person }) => say(person, '予約を見る')));
    await office.atRest();

    for (const { person, receipt } of requests) {
      const outcomes = desks.map((desk) => messagesOf(desk, receipt).at(-1)?.text ?? '');
      const winner = outcomes.findIndex((text) => text.includes('確定しました'));
      const name = desks[winner]?.name;
      expect(outcomes[winner]).toContain(`${name}さんが確定しました`);
      expect(outcomes[1 - winner]).toMatch(
        new RegExp(`^${name}さんが(\\d+月\\d+日\\(.\\))?\\d{1,2}:\\d{2}に確定済みです`),
      );
      const numbers = person.messages().filter(({ text }) => text.includes('予約が確定しました'));
      expect(numbers.map(({ way }) => way)).toEqual(['push']);
    }
    const steps = await office.records.query(
      `SELECT count(*)::int AS steps, count(DISTINCT "bookingId")::int AS bookings, count("staffId")::int AS named
       FROM "BookingStep" WHERE event = 'confirm'`,
    );
    expect(steps.rows).toEqual([{ steps: 6, bookings: 6, named: 6 }]);
    // A nudge, the promise and an expiry for each request, three reminders, the menu of the day, a look at its start, an end and a telling for each
    // confirmation, none twice.
    const timers = await office.records.query(
      `SELECT 1 FROM pgboss.job JOIN "Booking" ON singleton_key = "Booking".id::text
       WHERE name = 'timers' AND "Booking".state = 'confirmed'`,
    );
    expect(timers.rows).toHaveLength(6 * 10);
  });

  test('of two staff who confirm and decline at the same moment only one is obeyed', async () => {
    const { person, receipt } = await applied(40, 3, '11:00');
    await office.atRest();
    await Promise.all([decide(desks[0], receipt, '確定する'), decide(desks[1], receipt, 'お断りする')]);
    await office.atRest();
    await Promise.all([decide(desks[0], receipt, room), decide(desks[1], receipt, '窓口でお受けする')]);
    await office.atRest();
    await say(person, '予約を見る');
    await office.atRest();

    // What is pushed: 予約を見る says the same once more, as its answer.
    const news = person
      .messages()
      .filter(({ text, way }) => way === 'push' && /確定しました|お受けできませんでした/.test(text));
    expect(news).toHaveLength(1);
    const outcomes = desks.map((desk) => messagesOf(desk, receipt).at(-1)?.text ?? '');
    expect(outcomes.filter((text) => /確定しました|お断りしました/.test(text))).toHaveLength(1);
    expect(outcomes.filter((text) => /確定済みです|お断り済みです/.test(text))).toHaveLength(1);
  });

  /** She fills in the form by writing: each answer makes sense at its own place only. */
  async function writesFiveAnswers(n: number): Promise<{ person: Person; answers: string[] }> {
    const person = office.simulator.person(`申込者${n}`);
    await person.follow();
    await person.receives();
    for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(person, label);
    const { name, jobNumber, phone } = invented(n);
    const day = await anyDay();
    return { person, answers: [name, jobNumber, phone, day, '10時30分'] };
  }

  /** Of a day card that somebody was shown; without its weekday, as people write it. */
  async function anyDay(): Promise<string> {
    const person = office.simulator.person('日を見る人');
    await toDays(person, invented(99));
    return (
      daysOn(person)
        .at(-1)
        ?.replace(/\(.\)$/, '') ?? ''
    );
  }

  const fiveQuestions = [/求職番号/, /電話番号/, /希望の日/, /何時から/, /10:30.*でよろしいですか/];

  test('five events that reach both servers in one webhook are each answered once and in order', async () => {
    const { person, answers } = await writesFiveAnswers(50);
    const { webhooks, switches } = office.simulator;
    const before = person.messages().length;
    webhooks.hold();
    const said = answers.map((text) => {
      // LINE's ids sort by the millisecond; nobody writes twice within one.
      office.simulator.clock.moveBy(1);
      return person.says(text);
    });
    // The second of both goes to the other server.
    switches.duplicateWebhooks = 1;
    await webhooks.release({ together: true });
    await Promise.all(said);
    switches.duplicateWebhooks = 0;
    await office.atRest();
    const questions = person.messages().slice(before);
    expect(questions.map(({ text }) => text)).toEqual(
      fiveQuestions.map((question) => expect.stringMatching(question)),
    );
    expect(questions.map(({ way }) => way)).toEqual(Array(5).fill('reply'));
  });

  test('five messages written faster than they are answered keep their order over both servers', async () => {
    const { person, answers } = await writesFiveAnswers(51);
    const before = person.messages().length;
    // Resolves when a server has taken it, long before it is answered.
    for (const text of answers) await person.says(text);
    await office.atRest();
    const questions = person.messages().slice(before);
    expect(questions.map(({ text }) => text)).toEqual(
      fiveQuestions.map((question) => expect.stringMatching(question)),
    );
  });
});
