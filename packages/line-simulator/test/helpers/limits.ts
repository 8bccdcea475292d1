// Pairs of messages on both sides of a limit, and the platform that judges them.
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import type { Simulator } from '../../src/simulator.ts';
import { startSimulator } from '../../src/start-simulator.ts';
import { SECRET, TOKEN } from './bot.ts';

export type Json = Record<string, unknown>;
export type Limit = { what: string; taken: unknown[]; refused: unknown[]; because: string; at: string };

const replySchema = z.object({
  message: z.string().optional(),
  details: z.array(z.object({ message: z.string(), property: z.string() })).optional(),
});

/** What the platform says to messages: its validate endpoint, over HTTP. One platform for all tests of the file. */
export function useJudge() {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN });
  });
  afterAll(() => simulator.close());
  const judge = async (messages: readonly unknown[]) => {
    const response = await fetch(`${simulator.origin}/v2/bot/message/validate/reply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messages }),
    });
    return { status: response.status, ...replySchema.parse(await response.json()) };
  };
  return {
    judge,
    async expectLimit({ taken, refused, because, at }: Limit): Promise<void> {
      expect(await judge(taken)).toEqual({ status: 200 });
      const { status, details } = await judge(refused);
      expect(status).toBe(400);
      expect(details).toContainEqual({ message: because, property: at });
    },
  };
}

/** A message that is taken, one that is not, why, and where. */
export const either = (what: string, taken: Json, refused: Json, because: string, at: string): Limit => ({
  what,
  taken: [taken],
  refused: [refused],
  because,
  at,
});

/** The longest that is taken; one more is refused. */
export const upTo = (
  what: string,
  max: number,
  make: (size: number) => Json,
  because: string,
  at: string,
): Limit => either(`${what}, up to ${max}`, make(max), make(max + 1), because, at);

export const repeat = (count: number, letter = 'a') => letter.repeat(count);
export const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
/** One letter to people, eight UTF-16 units. */
export const FAMILY = '👨‍👩‍👧';
/** An address of exactly that length. */
export const https = (length: number) => `https://example.com/${repeat(length - 20)}`;

export const text = (more: Json = {}) => ({ type: 'text', text: 'a', ...more });
export const postback = (more: Json = {}) => ({ type: 'postback', label: 'a', data: 'a', ...more });
export const quick = (...actions: Json[]) =>
  text({ quickReply: { items: actions.map((action) => ({ type: 'action', action })) } });

export const LENGTH = (max: number) => `Length must be between 0 and ${max}`;
export const EMPTY = 'May not be empty';
