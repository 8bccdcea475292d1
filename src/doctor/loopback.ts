// Addresses that lead back to this machine.

/** `url` as readEnvironment lets it pass. */
export const isLoopback = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
