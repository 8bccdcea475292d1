// This machine's own names.

/** `hostname` as in a URL: without the port, IPv6 in brackets. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
