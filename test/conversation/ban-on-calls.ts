// What tests about somebody who must not be phoned have in common: what would ask for a call or promise one.
import { hanako, staffHear } from './with-staff.ts';

export async function says(text: string): Promise<[hers: string, staff: string]> {
  const hers = await hanako.says(text);
  return [hers, await staffHear()];
}

/** Staff are asked to call her; she is told that they will. */
export const asksForCall = /お電話ください|お電話をお願い|お電話で、ごようす/;
export const promisesCall = /職員からお電話|お電話に出られるよう/;
export const isToldNotTo = /登録の番号には、かけないでください|お電話は、しないでください/;
