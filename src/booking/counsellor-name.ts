// What the office calls its counsellors: only where the profile says so.
import type { Office } from '../config/office.ts';

/** Null: the office names none, or there is no such one. `counsellor` counts from 0. */
export const counsellorName = ({ consultation }: Office, counsellor: number): string | null =>
  consultation.counsellorNames?.[counsellor] ?? null;

/** There are names, and more than one to choose from. */
export const namesCounsellors = ({ consultation }: Office): boolean =>
  (consultation.counsellorNames?.length ?? 0) > 1;
