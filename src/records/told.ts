// What became of news of hers: whether staff hear of it.
/** Whether staff hear of something by this very turn, did before, or cannot be told. 'overtaken': she took it back since. */
export type Told = 'now' | 'before' | 'nobody' | 'overtaken';

/** The reason of news that no chat of the staff has heard: told again they count as new. */
export const untold = 'untold';

/** The reason of news that staff need not hear, or would only be confused by: kept in the history alone. */
export const quiet = 'quiet';
