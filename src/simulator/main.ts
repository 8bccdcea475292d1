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
const simulator = await startSimulator(environment.options).catch((error: unknown) =>
  giveUp([`${error instanceof Error ? error.message : String(error)}. Choose another with SIMULATOR_PORT.`]),
);
say(`LINE simulator on ${simulator.origin}`);
say(`Start the bot with LINE_API_BASE_URL=${simulator.origin} and the same two LINE_CHANNEL_… values.`);
say(`Webhooks go to ${simulator.webhookUrl ?? 'nowhere'}. Control calls: src/simulator/README.md`);

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
