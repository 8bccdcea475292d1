// One drill from end to end: a scene, a crowd at the form, trouble once or several times, and what came of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { startCrowd } from './crowd.ts';
import { openScene, type Scene } from './scene.ts';
import { endedByItself, judge, seconds, type Verdict, withLogs } from './verdict.ts';

const crowdSize = 30;
const healthLimitMs = 20_000;

export type Drill = {
  drill: string;
  /** Where the data is. */
  env: Readonly<Record<string, string>>;
  /** Resolves when it is over. */
  trouble: (scene: Scene) => Promise<void>;
  times: number;
};

/** A server that ends by itself is started again, as its supervisor would, and that is noted. */
export async function playTrouble({ drill, env, trouble, times }: Drill): Promise<Verdict> {
  const scene = await openScene(env);
  try {
    const crowd = startCrowd(scene.simulator, crowdSize);
    const healthy: string[] = [];
    const notes: string[] = [];
    const faults: string[] = [];
    for (let round = 0; round < times; round += 1) {
      await sleep(1_500 + Math.random() * 1_000);
      await trouble(scene);
      const exit = await endedByItself(scene);
      if (exit !== undefined) {
        notes.push(`the process ended by itself with ${exit.code ?? exit.signal} and was started again`);
        await scene.start();
      }
      const ms = await scene.healthyAgain(healthLimitMs);
      healthy.push(seconds(ms));
      if (ms === undefined) faults.push(`/healthz was not 200 within ${seconds(healthLimitMs)}`);
    }
    const verdict = await judge(drill, scene, crowd, [...notes, `/healthz 200 after ${healthy.join(', ')}`]);
    return withLogs(scene, { ...verdict, faults: [...faults, ...verdict.faults] });
  } finally {
    await scene.close();
  }
}
