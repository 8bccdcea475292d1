// The server of this set-up on this machine. The doctor may well run before it is started.
import { broken, type Check, note, right } from '../check.ts';

export const server: Check = {
  name: 'server',
  needs: ['environment'],
  async run({ server, environment }) {
    const { PORT } = environment();
    const found = await server();
    switch (found.kind) {
      case 'running':
        if (found.isHealthy && found.lineStatus !== undefined) {
          return broken(
            `LINE takes no calls of the server on port ${PORT} (status ${found.lineStatus}): all messages wait.`,
            'Look at LINE_CHANNEL_ACCESS_TOKEN and at a proxy on the way to LINE, then restart the server. What waits goes out by itself.',
          );
        }
        if (found.isHealthy) return right(`The server runs on port ${PORT} and is healthy.`);
        return broken(
          `The server on port ${PORT} says that it is not healthy: its database does not answer, or a worker has stopped.`,
          'Look into its log, fix what it names, and restart the server.',
        );
      case 'notRunning':
        return note(`No server runs on port ${PORT} of this machine. Start it with npm start.`);
      case 'stranger':
        return broken(
          `Something else answers on port ${PORT}.`,
          'End that program, or set PORT to another number, also in the reverse proxy.',
        );
      case 'silent':
        return broken(
          `The server on port ${PORT} takes connections and does not answer.`,
          'Look into its log, then restart the server.',
        );
      case 'anyPort':
        return note('PORT is 0: the server takes any free port, so it cannot be looked for.');
    }
  },
};
