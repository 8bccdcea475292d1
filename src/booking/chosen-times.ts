// Starts that a button carries: minutes since 1970, so that three of them and a booking fit into LINE's 300 characters. Pure.
import { timesOfOffer } from './offer-time.ts';

const perMinute = 60_000;
const shape = new RegExp(`^(?:\\d{8}(?:\\.\\d{8}){0,${timesOfOffer - 1}})?$`);

const minutesOf = (text: string): number[] => (text === '' ? [] : text.split('.').map(Number));

/** What `writeTimes` writes: none or up to three, each later than the one before. */
export const isTimes = (text: string): boolean =>
  shape.test(text) && minutesOf(text).every((minute, at, all) => at === 0 || minute > (all[at - 1] ?? 0));

/** Of what `isTimes` is true of; epoch ms. */
export const readTimes = (text: string): readonly number[] =>
  minutesOf(text).map((minute) => minute * perMinute);

export const writeTimes = (times: readonly number[]): string =>
  times.map((at) => String(at / perMinute)).join('.');

/** With one more, in their order. The same one is not taken twice. */
export const withTime = (times: readonly number[], more: number): number[] =>
  [...new Set([...times, more])].sort((one, other) => one - other).slice(0, timesOfOffer);
