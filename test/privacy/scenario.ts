// A whole booking with the canary values, played on a server process that logs all it can.

import { type Group, type Member, type Person, type Simulator, startSimulator } from 'line-simulator';
import { addDays, addMinutes, type asDay, dayOf, instant } from '../../src/core/jst.ts';
import { openDatabase } from '../../src/db/open.ts';
import { freshDataDir, freshServerUrl, testKey, testServer } from '../helpers/database.ts';
import { type ListeningServer, startListening } from '../helpers/listening-server.ts';
import { quietLog } from '../helpers/quiet-log.ts';
import { daysOn, press, say, toDays, toLastLook } from '../races/applicant.ts';
import { canary } from './canary.ts';

const channel = { channelSecret: 'secret-of-the-test', channelAccessToken: 'token-of-the-test' };

export type Scenario = {
  simulator: Simulator;
  /** Empty on a server. */
  dataDir: string;
  applicant: Person;
  /** Typed her name a day before the end; the other one just before it. */
  forgetful: Person;
  undecided: Person;
  group: Group;
  start(): Promise<ListeningServer>;
  /** The records, while no server runs. */
  inRecords<T>(look: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
};

export async function prepareScenario(): Promise<Scenario> {
  const simulator = await startSimulator(channel);
  const url = testServer ? await freshServerUrl() : undefined;
  const dataDir = testServer ? '' : await freshDataDir();
  const clerk = simulator.person(canary.clerk);
  const started: ListeningServer[] = [];
  return {
    simulator,
    dataDir,
    applicant: simulator.person(canary.lineName),
    forgetful: simulator.person('わすれる人'),
    undecided: simulator.person('まよう人'),
    group: simulator.group(canary.groupName, [clerk]),
    async start() {
      const server = await startListening({
        ...(url === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: url }),
        LINE_API_BASE_URL: simulator.origin,
        LINE_CHANNEL_SECRET: channel.channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
        LOG_LEVEL: 'debug',
        CLOCK_CONTROL: '1',
        PUBLIC_URL: 'https://counter.example.jp',
      });
      started.push(server);
      simulator.webhookUrl = `${server.origin}/webhook`;
      return server;
    },
    async inRecords(look) {
      const database = await openDatabase({
        url,
        dataDir,
        keys: [testKey],
        controlClock: false,
        log: quietLog,
      });
      try {
        return await look(database);
      } finally {
        await database.close();
      }
    },
    async close() {
      await Promise.all(started.map((server) => server.kill()));
      await simulator.close();
    },
  };
}

/** From the first greeting to the last reminder, with mistakes on the way. */
export async function play(scenario: Scenario, server: ListeningServer): Promise<void> {
  const { simulator, group, applicant, forgetful, undecided } = scenario;
  const [clerkId = ''] = group.memberIds();
  const clerk = simulator.findPerson(clerkId).in(group);
  await enrol(group, clerk, await server.logs(/No admin chat is enrolled/));
  await toName(forgetful);
  await say(forgetful, canary.name);

  const startsAt = await apply(applicant);
  await confirm(clerk, group);
  await moveClocks(simulator, server, addMinutes(new Date(simulator.clock.now()), 1));
  await applicant.receives('ミーティングID');
  await moveClocks(simulator, server, instant(addDays(dayOf(startsAt), -1), '17:00'));
  await applicant.receives('ミーティングID');
  await moveClocks(simulator, server, addMinutes(startsAt, -30));
  await applicant.receives('ミーティングID');
  await press(applicant, 'つながらない');
  await group.receives('Zoomに入れない方がいます');
  await lookAtContact(clerk, server);

  await toName(undecided);
  await say(undecided, canary.name);
}

/** As a clerk does who has to call her. */
async function lookAtContact(clerk: Member, server: ListeningServer): Promise<void> {
  await press(clerk, '連絡先を見る');
  const opened = await clerk.presses('連絡先をひらく');
  if (opened.kind !== 'uri') throw new Error('連絡先をひらく opens no page');
  const address = new URL(new URL(opened.uri).pathname, server.origin);
  const closed = await (await fetch(address)).text();
  if (closed.includes(canary.name)) throw new Error('The page shows her before its button is pressed');
  const page = await (await fetch(address, { method: 'POST' })).text();
  for (const part of [canary.name, canary.phone, canary.jobNumber])
    if (!page.includes(part)) throw new Error('The page does not show how to reach her');
}

async function enrol(group: Group, clerk: Member, line: string): Promise<void> {
  await group.invitesBot();
  await group.receives();
  await say(clerk, /\d{4}-\d{4}/.exec(line)?.[0] ?? '');
  await say(clerk, `会議室 追加 相談室A ${canary.roomId} ${canary.roomPasscode}`);
}

async function toName(person: Person): Promise<void> {
  await person.follow();
  await person.receives();
  for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(person, label);
}

/** Her numbers also where they do not belong; returns when the consultation starts. */
async function apply(applicant: Person): Promise<Date> {
  await say(applicant, canary.remark);
  await toDays(applicant, canary);
  const day = daysOn(applicant).at(-1) ?? '';
  await press(applicant, 'ひとつ前へ');
  await say(applicant, canary.jobNumber);
  await say(applicant, canary.remark);
  await say(applicant, canary.phone);
  await toLastLook(applicant, day, '10:00');
  await press(applicant, 'この内容で申し込む');
  return instant(theNext(day), '10:00');
}

/** `12月1日(火)` from tomorrow on. */
function theNext(label: string): ReturnType<typeof asDay> {
  const [month = '', dayOfMonth = ''] = label.match(/\d+/g) ?? [];
  const ends = `-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  let day = dayOf(new Date());
  while (!day.endsWith(ends)) day = addDays(day, 1);
  return day;
}

async function confirm(clerk: Member, group: Group): Promise<void> {
  const { text } = await group.receives('新しい申し込み');
  const [receipt] = /\d{4}-\d{4}/.exec(text) ?? [];
  await press(clerk, 'ほかの番号で確定する');
  await say(clerk, `番号 ${receipt} ${canary.meetingId} ${canary.passcode}`);
  await press(clerk, 'この番号で確定する');
}

async function moveClocks(simulator: Simulator, { origin }: ListeningServer, to: Date): Promise<void> {
  simulator.clock.moveTo(to);
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ now: to.toISOString() });
  const answer = await fetch(`${origin}/dev/clock`, { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(`The clock could not be moved: ${answer.status}`);
}
