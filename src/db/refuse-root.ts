// Root may write everywhere: the files that it leaves in DATA_DIR are closed to its owner, whose server then
// cannot start.
import { stat } from 'node:fs/promises';
import { DatabaseStartError } from './start-trouble.ts';

/** Rejects with DatabaseStartError for root in the directory of another user. */
export async function refuseRoot(directory: string, userId = process.getuid?.()): Promise<void> {
  const { uid } = await stat(directory);
  if (userId !== 0 || uid === 0) return;
  throw new DatabaseStartError(
    `${directory} belongs to another user (${uid}), and this was started as root: run it as that user, for example with sudo -u.`,
  );
}
