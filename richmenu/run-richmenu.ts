// What `npm run richmenu` does: brings the menus in LINE up to date, or says what it would do.
import { readEnvironment } from '../src/config/environment.ts';
import { readOffice } from '../src/config/office.ts';
import { deploy, validateNew } from './deploy.ts';
import { findMenus, reachLine } from './line-menus.ts';
import { describeStep, type Plan, planMenus } from './plan.ts';
import { MenuTrouble } from './trouble.ts';
import { type WantedMenu, wantedMenus } from './wanted.ts';

type Values = Readonly<Record<string, string | undefined>>;
type Ending = { words: string; exitCode: number };

/**
 * `words` are for stdout; `tell`, where given, hears each step as soon as it is done. Exit code 1: LINE did not do it
 * all; 2: an argument that does not exist. Rejects with EnvironmentError and OfficeError.
 */
export async function runRichMenu(
  values: Values,
  args: readonly string[],
  officesDir: string,
  tell?: (line: string) => void,
): Promise<Ending> {
  const odd = args.find((arg) => arg !== '--dry-run');
  if (odd !== undefined)
    return { words: `There is no ${odd}: npm run richmenu, or npm run richmenu -- --dry-run.`, exitCode: 2 };
  const env = readEnvironment(values);
  const line = reachLine({
    channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN,
    apiBaseUrl: env.LINE_API_BASE_URL,
    timeoutMs: env.LINE_TIMEOUT_MS,
  });
  // Without the two dashes in front npm takes the flag for its own, and hands it on like this.
  const dryRun = args.length > 0 || values.npm_config_dry_run === 'true';
  const wanted = wantedMenus(readOffice(env.OFFICE, officesDir));
  return bringUpToDate({ line, wanted, ...(tell && { tell }) }, dryRun);
}

type Menus = {
  line: ReturnType<typeof reachLine>;
  wanted: readonly WantedMenu[];
  tell?: (line: string) => void;
  /** ms. */
  wait?: (ms: number) => Promise<unknown>;
};

/** With `dryRun` nothing is changed. */
export async function bringUpToDate(menus: Menus, dryRun: boolean): Promise<Ending> {
  const said: string[] = [];
  const tell = menus.tell ?? ((line: string) => void said.push(line));
  try {
    const plan = planMenus(menus.wanted, await findMenus(menus.line));
    said.push(...plan.notes);
    await validateNew(menus, plan);
    if (plan.steps.length === 0) said.push('The menus in LINE are up to date.');
    else if (dryRun) said.push(...intentions(plan));
    else {
      await deploy({ ...menus, done: (step) => tell(`Done: ${step}.`) }, plan);
      said.push('The menus in LINE are up to date now.');
    }
    return { words: said.join('\n'), exitCode: 0 };
  } catch (error) {
    if (!(error instanceof MenuTrouble)) throw error;
    return { words: [...said, error.message].join('\n'), exitCode: 1 };
  }
}

const intentions = ({ steps }: Plan): string[] => [
  'Nothing was changed. LINE would be asked to',
  ...steps.map((step, index) => `  ${index + 1}. ${describeStep(step)}`),
];
