// Logs for tests: one that says nothing, and one that remembers.

import type { Log } from '../../src/core/log.ts';

export const quietLog: Log = { info() {}, warn() {}, error() {} };

export type LogLine = { level: keyof Log; fields: Record<string, unknown>; message: string };

export function recordingLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const record = (level: keyof Log) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  return { log: { info: record('info'), warn: record('warn'), error: record('error') }, lines };
}
