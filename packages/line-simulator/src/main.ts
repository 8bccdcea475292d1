// `npm run simulator`: the platform alone, for a bot that runs elsewhere on this machine.
import { readEnvironment } from './environment.ts';
import { startSimulator } from './start-simulator.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

function giveUp(problems: readonly string[]): never {
  process.stderr.write(`The simulator cannot start:\n${problems.map((one) => `- ${one}\n`).join('')}`);
  process.exit(1);
}

const environment = readEnvironment(process.env);
if (!environment.ok) giveUp(environment.problems);
const isSplit = environment.options.dataPort !== undefined;
const ports = isSplit ? 'SIMULATOR_PORT or SIMULATOR_DATA_PORT' : 'SIMULATOR_PORT';
const simulator = await startSimulator(environment.options).catch((error: unknown) =>
  giveUp([`${error instanceof Error ? error.message : String(error)}. Choose another with ${ports}.`]),
);
say(`LINE simulator on ${simulator.origin}`);
if (isSplit) say(`Content and pictures (api-data.line.me) are on ${simulator.dataOrigin}`);
say(`Start the bot with LINE_API_BASE_URL=${simulator.origin} and the same two LINE_CHANNEL_… values.`);
say(`Webhooks go to ${simulator.webhookUrl ?? 'nowhere'}. Control calls: README.md of line-simulator`);
say(
  `The bot's door for development (its clock, a look inside): ${simulator.bot.url ?? 'none. BOT_DOOR_URL names it'}`,
);

const stop = () => {
  simulator.close().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`The simulator did not stop cleanly: ${String(error)}\n`);
      process.exit(1);
    },
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
