// `npm run reseal`: takes an older key of DATA_KEY out of use. On a server while the product runs, embedded while it is stopped.
import { type Answer, answered, usage } from '../db/backup/answer.ts';
import type { Place } from '../db/backup/place.ts';
import { checkTables } from '../db/backup/read-database.ts';
import { type Context, checkKey, openSource } from '../db/backup/run-backup.ts';
import { readSettings, sealerFor, type Values } from '../db/backup/settings.ts';
import type { Sealer } from '../db/seal.ts';
import { readSealedWith } from '../db/sealed-with.ts';
import { hashesGoodUntil, type Resealed, reseal } from '../records/reseal.ts';

/** What a server seals meanwhile is met by the next pass. */
const passes = 3;
const tellEvery = 1_000;

export async function runReseal(
  values: Values,
  args: readonly string[],
  context: Context,
  tell: (line: string) => void,
): Promise<Answer> {
  if (args.length > 0) return usage('Usage: npm run reseal   (the first key of DATA_KEY is the new one)');
  let isDone = false;
  const answer = await answered(async () => {
    const settings = readSettings(values);
    const sealer = await sealerFor(settings);
    const place = await (context.open ?? openSource)(settings, context.log);
    try {
      await checkTables(place);
      await checkKey(place, sealer);
      const { anew, unopened } = await allPasses(place, sealer, context, tell);
      const left = await countLeft(place, sealer);
      isDone = left === 0;
      const words = isDone ? await wordsDone(place, sealer) : wordsLeft(left, unopened, context);
      return `${many(anew)} sealed anew, ${many(left)} left to do. ${words}`;
    } finally {
      await place.close();
    }
  });
  return isDone || answer.exitCode !== 0 ? answer : { ...answer, exitCode: 1 };
}

async function allPasses(
  { session }: Place,
  sealer: Sealer,
  { signal }: Context,
  tell: (line: string) => void,
): Promise<Resealed> {
  const sum = { anew: 0, unopened: 0 };
  let told = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const { anew, unopened } = await reseal({
      session,
      sealer,
      isAskedToStop: () => signal?.aborted ?? false,
      onProgress(soFar) {
        if (sum.anew + soFar < told + tellEvery) return;
        told = sum.anew + soFar;
        tell(`${many(told)} sealed anew so far`);
      },
    });
    sum.anew += anew;
    sum.unopened = unopened;
    if (anew === 0 || signal?.aborted) break;
  }
  return sum;
}

/** Every value that is sealed otherwise than the first key seals today. */
async function countLeft({ session }: Place, sealer: Sealer): Promise<number> {
  const sealedWith = await readSealedWith((sql) => session.ask(sql));
  return sealedWith
    .filter(({ keyId }) => !sealer.isCurrent(keyId))
    .reduce((sum, { values }) => sum + values, 0);
}

/** Hashes of codes and addresses cannot be made anew: they end by themselves. */
async function wordsDone({ session }: Place, sealer: Sealer): Promise<string> {
  if (sealer.hashes('reseal', '').length === 1) return 'Everything is sealed with the one key of DATA_KEY.';
  const until = await hashesGoodUntil(session);
  const codes =
    until === null
      ? ''
      : ` Codes for an admin chat and pages with a contact that were made before the new key was in front end by ${until}: wait until then, or make new ones.`;
  return `Now the older keys can be taken out of DATA_KEY: restart every server with the first key alone.${codes} Backups made before this can be read with the older keys only: keep those as long as the backups.`;
}

function wordsLeft(left: number, unopened: number, { signal }: Context): string {
  if (signal?.aborted) return 'It was stopped: run it again, it goes on from there.';
  if (unopened > 0)
    return `${many(unopened)} open with no key of DATA_KEY: put the key with which they were sealed behind the others, then run this again. npm run doctor tells how many there are.`;
  return `A server still seals ${left === 1 ? 'one' : 'them'} with an older key: restart every server with the new key in front, then run this again.`;
}

const many = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'value' : 'values'}`;
