// What stands in a backup: one JSON value a line. First the head, then each table's line followed by its
// rows, then the counters, and at the end a line that proves that nothing is missing or was changed.
//
// A row is an array of texts, one a column, each as PostgreSQL writes it: whatever the type is, the same
// text read back gives the same value.

import { z } from 'zod';
import type { Sealer } from '../seal.ts';

/** Grows when a file of this release could not be read by the one before. */
export const format = 1;

export const headSchema = z.object({
  madoguchi: z.literal('backup'),
  format: z.number(),
  /** Of the release that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  engine: z.enum(['postgres', 'embedded']),
  /** Names of the migrations that its tables have been through. */
  migrations: z.array(z.string()),
  /** Of pg-boss's schema. */
  queueVersion: z.number(),
  /** One for each key of DATA_KEY. The key itself is not in the file, nor can it be found from this. */
  keys: z.array(z.string()),
});

export type Head = z.infer<typeof headSchema>;

export const bodyLine = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ sequence: z.string(), last: z.string(), called: z.boolean() }),
]);

export type BodyLine = z.infer<typeof bodyLine>;

export const endSchema = z.object({ end: z.literal(true), rows: z.number(), proof: z.string() });

export type End = z.infer<typeof endSchema>;

/** Rows alone are arrays. */
export const isRow = (line: string): boolean => line.startsWith('[');

/** Which keys these are, one text each: a keyed hash of a fixed word. */
export const fingerprints = (sealer: Sealer): string[] => sealer.hashes('backup.key', 'madoguchi');

/** What only who has the key can write under a file with this SHA-256. */
export const proofOf = (sealer: Sealer, sha256: string): string => sealer.hash('backup.end', sha256);

/** Whichever of the keys was the first when the file was made. */
export const proves = (sealer: Sealer, sha256: string, proof: string): boolean =>
  sealer.hashes('backup.end', sha256).includes(proof);
