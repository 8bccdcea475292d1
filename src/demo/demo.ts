// The product with nothing configured: the server and a LINE platform of its own on this machine.
import { randomBytes } from 'node:crypto';
import { type Simulator, startSimulator } from 'line-simulator';
import { pino } from 'pino';
import { type RunningServer, type ServerOptions, startServer } from '../app/server.ts';
import { EnvironmentError, readEnvironment } from '../config/environment.ts';
import { type Office, readOffice } from '../config/office.ts';
import { loadDataKeys } from '../db/data-key.ts';
import { everyAdminChat } from '../records/admin-chats.ts';
import { staffGroup } from './cast.ts';

type Values = Readonly<Record<string, string | undefined>>;

export type Demo = {
  simulator: Simulator;
  /** `http://127.0.0.1:<port>` of the server itself. */
  serverOrigin: string;
  office: Office;
  enrolmentCode: string | undefined;
  close(): Promise<void>;
};

/** What is set in `values` counts; the rest is made up for this run, the database in memory. */
export async function startDemo(values: Values, officesDir: string): Promise<Demo> {
  const secret = values.LINE_CHANNEL_SECRET || randomBytes(16).toString('hex');
  const token = values.LINE_CHANNEL_ACCESS_TOKEN || randomBytes(32).toString('hex');
  const simulator = await startPlatform(portIn(values.SIMULATOR_PORT || '3030'), { secret, token });
  try {
    const office = readOffice(values.OFFICE || 'hamamatsu', officesDir);
    const server = await startBot(values, { secret, token, origin: simulator.origin }, office);
    const serverOrigin = `http://127.0.0.1:${server.port}`;
    simulator.webhookUrl = `${serverOrigin}/webhook`;
    simulator.bot.url = `${serverOrigin}/dev`;
    // The server's clock began when its database was being opened: from here on both show the same.
    const now = await simulator.bot.now();
    if (now !== undefined) simulator.clock.moveTo(now);
    const close = async () => {
      await simulator.settled();
      // What the server has in hand still has somebody to send it to.
      await server.close();
      await simulator.close();
    };
    return { simulator, serverOrigin, office, enrolmentCode: server.enrolmentCode, close };
  } catch (error) {
    await simulator.close();
    throw error;
  }
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new EnvironmentError(`SIMULATOR_PORT must be a port number, or 0 for any free one; it is ${text}.`);
}

type Channel = { secret: string; token: string; origin: string };

async function startPlatform(port: number, { secret, token }: Omit<Channel, 'origin'>): Promise<Simulator> {
  try {
    return await startSimulator({ port, channelSecret: secret, channelAccessToken: token, botName: '窓口' });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw new EnvironmentError(
      `Port ${port} is taken by another process (EADDRINUSE): end that one, or set SIMULATOR_PORT to another number.`,
    );
  }
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'EADDRINUSE';

/** An empty line of `.env` sets nothing. */
const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

async function startBot(values: Values, channel: Channel, office: Office): Promise<RunningServer> {
  const homeless = !values.DATABASE_URL && !values.DATA_DIR;
  const env = readEnvironment({
    // Whoever tries it has everything on the page: what a server tells its operator is no news here.
    LOG_LEVEL: 'error',
    CLOCK_CONTROL: '1',
    // On port 0 nobody knows it before the server listens.
    ...(values.PORT !== '0' && { PUBLIC_URL: `http://127.0.0.1:${values.PORT || '3000'}` }),
    ...withoutEmpty(values),
    // What it shows, and lets be moved, is for this machine alone.
    HOST: '127.0.0.1',
    LINE_CHANNEL_SECRET: channel.secret,
    LINE_CHANNEL_ACCESS_TOKEN: channel.token,
    // Its own platform and never LINE itself, whatever a server's `.env` says.
    LINE_API_BASE_URL: channel.origin,
    ...(homeless && { DATA_DIR: 'memory', DATA_KEY: values.DATA_KEY || randomBytes(32).toString('base64') }),
  });
  const { keys } = await loadDataKeys({
    value: env.DATA_KEY,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
  });
  // Logs go to stderr: what the demo itself says is on stdout.
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  return startServer({
    env,
    office,
    keys,
    log,
    inspect: refuseRealOffice,
  });
}

/** The demo would send a real office's reminders to nobody, and move its clock. */
const refuseRealOffice: NonNullable<ServerOptions['inspect']> = async (prisma) => {
  const chats = await everyAdminChat(prisma);
  if (chats.length === 0 || chats.includes(staffGroup.groupId)) return;
  throw new EnvironmentError(
    'This database has the admin chat of a real office. Give the demo another DATABASE_URL or DATA_DIR, or none.',
  );
};
