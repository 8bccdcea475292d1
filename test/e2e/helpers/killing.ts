// One server for the file, by the real clock, which is killed and comes back on the same data.
import { testServer } from '../../helpers/database.ts';
import { workdayAhead } from './calendar.ts';
import { office } from './the-office.ts';

/** Days so near are open all year. */
export const on = (workday: number, time: string) => ({ day: workdayAhead(workday), time });

export async function killAndRestart(): Promise<void> {
  await office.end('SIGKILL');
  await office.restart();
  if (!testServer) return;
  // The embedded engine knows at once that nobody else is there; on a server the dead process's time runs out.
  await office.later(31 / 60);
  await office.later(6 / 60);
}
