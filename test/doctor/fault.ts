// One thing that is wrong, and what the doctor must say to it.
import type { SetUp } from './set-up.ts';

export type Fault = {
  fault: string;
  plant(setUp: SetUp): Promise<void> | void;
  /** The check that finds it. */
  found: string;
  /** Found as a warning: nothing is broken. */
  warns?: true;
  /** Others that cannot but find it, too. */
  also?: string[];
  /** In what is said and in the fix together. */
  fix: RegExp;
};
