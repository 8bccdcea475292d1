// What keeps a backup, a restore or a move from being done, in a sentence that says what to do.

/** Nothing was changed. The message is for the operator and quotes nothing that is stored. */
export class BackupError extends Error {
  override name = 'BackupError';
}
