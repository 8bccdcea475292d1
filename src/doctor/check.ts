// What a check is, and what it can find.
import type { Context } from './context.ts';

export type Finding =
  /** `note`: nothing is wrong, but somebody should know. `notChecked`: it could not be known. */
  | { status: 'right' | 'note' | 'notChecked'; says: string }
  /** `warning`: it works, or nobody can tell from here. `broken`: people will notice. */
  | { status: 'warning' | 'broken'; says: string; fix: string };

export type Check = {
  name: string;
  /** Names of checks above it in the list; when one of them finds something broken, this one is not run. */
  needs: readonly string[];
  run(context: Context): Promise<Finding> | Finding;
};

export const right = (says: string): Finding => ({ status: 'right', says });
export const note = (says: string): Finding => ({ status: 'note', says });
export const notChecked = (says: string): Finding => ({ status: 'notChecked', says });
export const warning = (says: string, fix: string): Finding => ({ status: 'warning', says, fix });
export const broken = (says: string, fix: string): Finding => ({ status: 'broken', says, fix });
