// The whole scene of a test: the server, in a process of its own where that is the point, a LINE platform, people and staff.
import { randomBytes } from 'node:crypto';
import { type Group, type Member, type Person, type Simulator, startSimulator } from 'line-simulator';
import { expect } from 'vitest';
import { addDays, dayOf, instant } from '../../../src/core/jst.ts';
import type { ServerLog } from '../../helpers/server-log.ts';
import type { Exit } from '../../helpers/server-process.ts';
import { type Day, quietMonday } from './calendar.ts';
import { type Applicant, nextApplicant } from './cast.ts';
import { type ChatDriver, chatDriverFor } from './chat-driver.ts';
import { type Environment, type Home, homeInside, homeOfProcesses, type Server } from './home.ts';
import { toldAtAnyHour } from './profile.ts';

export type Guest = ChatDriver & { readonly person: Person; readonly details: Applicant };
export type Clerk = ChatDriver & { readonly member: Member };
export type Staff = { readonly group: Group; readonly suzuki: Clerk; readonly takahashi: Clerk };

export type Office = {
  readonly simulator: Simulator;
  /** The one that runs now. */
  readonly server: ServerLog;
  readonly origin: string;
  readonly webhookSecret: string;
  /** The environment of the process, for a second one. */
  readonly env: Environment;
  /** The Monday of two weeks without holidays on which the tests begin, at 9:30. */
  readonly monday: Day;
  /** Moves on to the next such Monday, for tests that are to begin with all days free. */
  nextMonday(): Promise<void>;
  /** Moves the server's clock and the platform's ahead; resolves once what became due is on its way. */
  at(day: Day, time: string): Promise<void>;
  later(minutes: number): Promise<void>;
  /** Somebody new who has added the account and seen its greeting. */
  guest(details?: Applicant): Promise<Guest>;
  /** Somebody new, no friend yet. */
  stranger(details?: Applicant): Guest;
  /** The group that has been made the admin chat, and its two clerks. */
  readonly staff: Staff;
  /** What lies in the database, past the server. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends the server: in order, or the process whatever it is doing. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Exit>;
  /** Starts it anew on the same data, after `end` or instead of it, with changes to its environment. */
  restart(changes?: Environment): Promise<void>;
  /** Ends everything; fails when the server complained or let personal data into its log. */
  close(): Promise<void>;
};

export type OfficeOptions = {
  env?: Environment;
  /** `process`: a process of its own, that can be killed; default: inside the test's. */
  server?: 'process' | 'inside';
  /** `now`: by the real clock, to which a killed server comes back; default: a Monday 9:30 ahead. */
  begins?: 'now';
  /** Errors of the log that are meant to happen. */
  forgives?: RegExp;
};

export async function startOffice(options: OfficeOptions = {}): Promise<Office> {
  const { env = {}, server = 'inside', begins, forgives } = options;
  const channelSecret = randomBytes(16).toString('hex');
  const channelAccessToken = randomBytes(32).toString('hex');
  const simulator = await startSimulator({ channelSecret, channelAccessToken, botName: '窓口' });
  const home = await (server === 'process' ? homeOfProcesses() : homeInside());
  const settings: Environment = {
    PORT: '0',
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_API_BASE_URL: simulator.origin,
    CLOCK_CONTROL: '1',
    PUBLIC_URL: 'https://counter.example.jp',
    LOG_LEVEL: 'info',
    ...(begins === 'now' && { OFFICE: await toldAtAnyHour() }),
    ...home.env,
    ...env,
  };
  const running = await run(home, settings, simulator);
  const staff = await enrolStaff(simulator, await enrolmentCode(running.server));
  const office = officeOf({ simulator, home, settings, running, staff, forgives });
  if (begins !== 'now') await office.nextMonday();
  return office;
}

/** The code for the first admin chat, from the log of the first start. */
export async function enrolmentCode(server: ServerLog): Promise<string> {
  const [, code = ''] = await server.says(/admin chat.*\b(\d{4}-\d{4})"/);
  return code;
}

type Running = { server: Server; origin: string };

/** Starts a server and puts its clock where the platform's stands. */
async function run(home: Home, env: Environment, simulator: Simulator): Promise<Running> {
  const server = await home.start(env);
  const origin = `http://127.0.0.1:${server.port}`;
  await catchUp(origin, simulator);
  simulator.webhookUrl = `${origin}/webhook`;
  return { server, origin };
}

/**
 * By the real clock the server's runs on while it is asked to wait for what is in hand: it may then stand a moment
 * past the platform's, which is as good.
 */
async function catchUp(origin: string, { clock }: Simulator): Promise<void> {
  const answer = await putClock(origin, { now: new Date(clock.now()).toISOString() });
  if (answer.ok) return;
  const { now } = (await (await fetch(`${origin}/dev/clock`)).json()) as { now: string };
  const ahead = Date.parse(now) - clock.now();
  if (answer.status === 409 && ahead < 1000) return;
  throw new Error(`The clock could not be moved: ${answer.status}, it is ahead by ${ahead} ms`);
}

async function moveClock(origin: string, to: number): Promise<void> {
  const answer = await putClock(origin, { now: new Date(to).toISOString() });
  if (!answer.ok) throw new Error(`The clock could not be moved: ${answer.status} ${await answer.text()}`);
}

export const putClock = (origin: string, body: unknown): Promise<Response> =>
  fetch(`${origin}/dev/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

type Scene = {
  simulator: Simulator;
  home: Home;
  settings: Environment;
  running: Running;
  staff: Staff;
  forgives: RegExp | undefined;
};

function officeOf({ simulator, home, staff, forgives, ...first }: Scene): Office {
  let { settings, running } = first;
  let monday: Day | undefined;
  const logs: string[] = [];
  const guests: Applicant[] = [];
  const moveTo = async (to: Date) => {
    simulator.clock.moveTo(to);
    await moveClock(running.origin, to.getTime());
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (signal === 'SIGKILL') simulator.webhookUrl = undefined;
    const exit = await running.server.end(signal);
    logs.push(running.server.log());
    return exit;
  };
  const office: Office = {
    simulator,
    get server() {
      return running.server;
    },
    get origin() {
      return running.origin;
    },
    get env() {
      return settings;
    },
    webhookSecret: simulator.channel.secret,
    get monday() {
      if (monday === undefined) throw new Error('These tests begin now, not on a Monday');
      return monday;
    },
    async nextMonday() {
      monday = quietMonday(addDays(dayOf(new Date(simulator.clock.now())), 1));
      await office.at(monday, '09:30');
    },
    staff,
    ask: home.ask,
    at: (day, time) => moveTo(instant(day, time)),
    later: (minutes) => moveTo(new Date(simulator.clock.now() + minutes * 60_000)),
    stranger(details = nextApplicant()) {
      guests.push(details);
      const person = simulator.person(details.displayName);
      return { ...chatDriverFor(simulator, person), person, details };
    },
    async guest(details) {
      const guest = office.stranger(details);
      await guest.person.follow();
      await guest.hears('何をしますか');
      return guest;
    },
    end,
    async restart(changes = {}) {
      if (!logs.includes(running.server.log())) await end('SIGTERM');
      settings = { ...settings, ...changes };
      running = await run(home, settings, simulator);
    },
    async close() {
      simulator.faults.clear();
      const exit = await end('SIGTERM');
      await simulator.close();
      home.leave();
      expect(exit, running.server.log()).toEqual({ code: 0, signal: null });
      expect(complaintsIn(logs, forgives)).toEqual([]);
      expect(leaksIn(logs, guests)).toEqual([]);
    },
  };
  return office;
}

async function enrolStaff(simulator: Simulator, code: string): Promise<Staff> {
  const people = ['鈴木', '高橋'].map((name) => simulator.person(name));
  const group = simulator.group('マザーズ窓口', people);
  await group.invitesBot();
  await group.receives('招待コードを送ってください');
  const [suzuki, takahashi] = people.map((person): Clerk => {
    const member = person.in(group);
    return { ...chatDriverFor(simulator, member), member };
  });
  if (suzuki === undefined || takahashi === undefined) throw new Error('Two clerks were made');
  const enrolled = await suzuki.says(code);
  expect(enrolled).toContain('ここが職員用のトークになりました');
  return { group, suzuki, takahashi };
}

/** What pg and Node say when pg-boss tells every new connection of the moved clock: no matter of ours. */
const ofMovedClocks = /DeprecationWarning: Calling client\.query\(\)|--trace-deprecation/;

/** Lines of level error and above, and whatever is no line of the log at all. */
const complaintsIn = (logs: readonly string[], forgives?: RegExp): string[] =>
  logs
    .flatMap((log) => log.split('\n'))
    .filter((line) => line !== '' && !/^\{"level":[1-4]0,/.test(line))
    .filter((line) => !forgives?.test(line) && !ofMovedClocks.test(line));

/** Personal data never reaches the log. */
const leaksIn = (logs: readonly string[], guests: readonly Applicant[]): string[] =>
  guests
    .flatMap(({ name, jobNumber, phone }) => [name, jobNumber, phone, phone.replaceAll('-', '')])
    .filter((secret) => logs.some((log) => log.includes(secret)));
