// npm run bench:answers: what one answer costs while people write without a pause, beside other bots on the same machine in
// the same minute. LINE is the simulator, in this process. TEST_DATABASE_URL as in run.ts. PEERS names a folder outside
// the repository in which `npm i --ignore-scripts linebot@1.6.1 bottender@1.5.5` was run; without it only the SDK's echo
// stands beside the server. Compare within one run only.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from 'line-simulator';
import { type BotProcess, startBot } from './bot-process.ts';

const people = 32;
const rounds = Number(process.env.ROUNDS ?? 5);
const messagesEach = 40;
const texts = ['こんにちは', '持ち物は？', 'よくある質問'];

const { TEST_DATABASE_URL, PEERS } = process.env;
const channel = { channelSecret: 'bench-secret', channelAccessToken: 'bench-token' };
const simulator = await startSimulator({ ...channel, switches: { rateLimits: false } });
const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

const line = {
  LINE_CHANNEL_SECRET: channel.channelSecret,
  LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
  LINE_API_BASE_URL: simulator.origin,
};
const here = (file: string) => join(import.meta.dirname, file);
const peer = (name: string) => startBot(here('peer.ts'), [name], { ...line, PEERS: PEERS ?? '' });
const office = () =>
  startBot(here('../../src/main.ts'), [], {
    ...line,
    DATA_DIR: dataDir,
    DATA_KEY: randomBytes(32).toString('base64'),
    ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
  });

type Measured = { perSecond: number; cpuMs: number };

/** Everybody says something, waits for the answer and says the next thing. */
async function round(bot: BotProcess): Promise<Measured> {
  await simulator.reset();
  simulator.webhookUrl = `http://127.0.0.1:${bot.port}/webhook`;
  const everybody = Array.from({ length: people }, (_, index) => simulator.person(`花子${index}`));
  const patience = { timeoutMs: 30_000 };
  const greeted = everybody.map(async (person) => {
    await person.follow();
    await simulator.waitFor(() => person.messages().length > 0, patience);
  });
  await Promise.all(greeted);
  const before = { at: performance.now(), cpuMs: await bot.cpuMs() };
  const answered = everybody.map(async (person) => {
    for (let count = 0; count < messagesEach; count += 1) {
      await person.says(texts[count % texts.length] ?? '');
      await person.receives(undefined, patience);
    }
  });
  await Promise.all(answered);
  const answers = people * messagesEach;
  const perSecond = (answers * 1000) / (performance.now() - before.at);
  return { perSecond, cpuMs: ((await bot.cpuMs()) - before.cpuMs) / answers };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const bots = new Map<string, BotProcess>();
try {
  bots.set(TEST_DATABASE_URL ? 'madoguchi on PostgreSQL' : 'madoguchi, embedded', await office());
  bots.set('SDK echo', await peer('sdk'));
  if (PEERS) for (const name of ['linebot', 'bottender']) bots.set(name, await peer(name));
  const measured = new Map([...bots.keys()].map((name) => [name, [] as Measured[]]));
  // The first round is for the compilers.
  for (let count = 0; count <= rounds; count += 1)
    for (const [name, bot] of bots) {
      const one = await round(bot);
      if (count > 0) measured.get(name)?.push(one);
    }
  const echo = median((measured.get('SDK echo') ?? []).map(({ cpuMs }) => cpuMs));
  for (const [name, all] of measured) {
    const cpuMs = median(all.map((one) => one.cpuMs));
    const perSecond = median(all.map((one) => one.perSecond));
    const { now, most } = (await bots.get(name)?.memory()) ?? { now: 0, most: 0 };
    say(
      `${name.padEnd(24)} ${perSecond.toFixed(0).padStart(5)} answers/s · ${cpuMs.toFixed(2)} ms of CPU each (${(cpuMs / echo).toFixed(1)} × the echo) · ${now} MB, at most ${most}`,
    );
  }
} finally {
  for (const [name, bot] of bots) {
    for (const complaint of new Set(bot.complaints())) say(`${name} complained: ${complaint}`);
    await bot.stop();
  }
  await simulator.close();
  await rm(dataDir, { recursive: true });
}
