// The variables: whether they can be used, are spelled as meant, and suit a server for the public.
import { EnvironmentError, variableNames } from '../../config/environment.ts';
import { isLoopback, isLoopbackHost } from '../../core/this-machine.ts';
import { broken, type Check, type Finding, note, right, warning } from '../check.ts';
import { sentencesOf } from '../sentences.ts';
import { lettersApart } from '../spelling.ts';

export const environment: Check = {
  name: 'environment',
  needs: [],
  run({ environment }) {
    try {
      environment();
      return right('All variables can be used.');
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      return broken(
        sentencesOf(error.message),
        'Change these variables in .env (.env.example says what each is for), then restart the server.',
      );
    }
  },
};

export const spelling: Check = {
  name: 'spelling of variables',
  needs: [],
  run({ values }) {
    const doubtful = Object.keys(values).flatMap((name) => {
      const meant = meantBy(name);
      return meant === undefined ? [] : [{ name, meant }];
    });
    if (doubtful.length === 0) return right('No variable looks misspelled.');
    return warning(
      `${doubtful.map(({ name }) => name).join(', ')} is no variable of this product and has no effect.`,
      `Rename it to ${doubtful.map(({ meant }) => meant).join(', ')}, or take it out of .env.`,
    );
  },
};

/** Shorter names, and NODE_ENV, are too near to variables of other programs. */
const shortest = 8;
const shared = 'NODE_ENV';

function meantBy(name: string): string | undefined {
  if (variableNames.includes(name)) return undefined;
  return variableNames.find(
    (known) => known.length >= shortest && known !== shared && lettersApart(name.toUpperCase(), known) <= 2,
  );
}

export const forThePublic: Check = {
  name: 'settings for the public',
  needs: ['environment'],
  run({ environment }): Finding {
    const { CLOCK_CONTROL, NODE_ENV } = environment();
    if (CLOCK_CONTROL === '1') {
      return broken(
        'CLOCK_CONTROL is 1: whoever reaches the server can move its time and read chats.',
        'Take CLOCK_CONTROL out of .env.',
      );
    }
    if (NODE_ENV !== 'production') {
      return warning(
        'NODE_ENV is not "production".',
        'Set NODE_ENV=production on the machine that serves the public.',
      );
    }
    return right('Nothing that is meant for development is on.');
  },
};

/** Beside the proxy that brings TLS nobody needs to reach the port itself, except in a container. */
export const listening: Check = {
  name: 'address to listen on',
  needs: ['environment'],
  run({ environment }): Finding {
    const { HOST, PORT } = environment();
    if (isLoopbackHost(HOST)) return right('Only this machine reaches the port itself.');
    return note(
      `HOST is ${HOST}: other machines reach port ${PORT} without TLS, unless a firewall or a container's network closes it. Leave HOST empty where the reverse proxy runs on this machine.`,
    );
  },
};

export const publicUrl: Check = {
  name: 'public address',
  needs: ['environment'],
  run({ environment }): Finding {
    const { PUBLIC_URL } = environment();
    if (PUBLIC_URL !== undefined) return right(`People reach the server at ${PUBLIC_URL}.`);
    return warning(
      'PUBLIC_URL is not set: staff cannot open the page on which they see whom to call.',
      'Set PUBLIC_URL to the address under which the reverse proxy serves this server, such as https://counter.example.jp.',
    );
  },
};

export const wayToLine: Check = {
  name: 'way to LINE',
  needs: ['environment'],
  run({ environment }): Finding {
    const { LINE_API_BASE_URL } = environment();
    if (LINE_API_BASE_URL === undefined) return right('Calls go to LINE itself.');
    const all = `LINE_API_BASE_URL is set: all calls go to ${LINE_API_BASE_URL} and not to LINE.`;
    // A simulator on this machine is no accident.
    if (isLoopback(LINE_API_BASE_URL)) return note(`${all} Leave it empty for the real account.`);
    return broken(all, 'Take LINE_API_BASE_URL out of .env, and restart the server.');
  },
};
