// Which addresses a bot's door for development may have: on this machine, and in the clear.
import { isLoopback } from '../loopback.ts';

/** Without a slash at its end. Throws on anything but http to this machine. */
export function checkedDoor(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!isDoorUrl(url)) {
    throw new Error(
      `Not a bot's door: ${url}. It is http on this machine, http://127.0.0.1:3000/dev for instance.`,
    );
  }
  return url.replace(/\/+$/, '');
}

export function isDoorUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, search, hash, username } = new URL(url);
  return protocol === 'http:' && isLoopback(hostname) && `${search}${hash}${username}` === '';
}
