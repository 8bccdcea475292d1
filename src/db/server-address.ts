// The address of a PostgreSQL server: as a connection needs it, and as it may be told.

/**
 * `name` is how PostgreSQL lists the connection. One in the address would win, and a restore, which looks for the
 * connections of a running server by their names, would find none.
 */
export function connectionTo(
  url: string,
  name: string,
): { connectionString: string; application_name: string } {
  return { connectionString: withoutName(url), application_name: name };
}

function withoutName(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  if (!address.searchParams.has('application_name')) return url;
  address.searchParams.delete('application_name');
  return address.href;
}

/**
 * Host with port, and the name of the database: never user or password. Undefined where they cannot be told apart,
 * as with a password in which a `/` was not written as %2F.
 */
export function placeOf(url: string): { host: string; database: string } | undefined {
  if (!URL.canParse(url) || hasLooseSign(url)) return undefined;
  const { host, pathname, searchParams } = new URL(url);
  const where = host || searchParams.get('host') || 'localhost';
  return { host: decodeURIComponent(where), database: decodeURIComponent(pathname.slice(1)) };
}

/** A `/`, `?` or `#` of the password ends the part before it too early: the `@` then stands where none can be. */
export const hasLooseSign = (url: string): boolean => {
  const { pathname, search, hash } = new URL(url);
  return `${pathname}${search}${hash}`.includes('@');
};
