// What a control call is.
import type { z } from 'zod';
import type { Simulator } from '../simulator.ts';
import type { Content } from '../world/contents.ts';

export type ControlRequest<Body> = {
  simulator: Simulator;
  params: Readonly<Record<string, string>>;
  body: Body;
};

/** An answer that is no JSON. */
export class Bytes {
  readonly content: Content;
  constructor(content: Content) {
    this.content = content;
  }
}

export type ControlRoute = {
  method: string;
  /** Below `/_control`. */
  path: string;
  /** Reads the body (a ZodError tells what is wrong with it) and answers with JSON or `Bytes`; undefined becomes `{}`. */
  answer(simulator: Simulator, params: Readonly<Record<string, string>>, body: unknown): unknown;
};

/** A call with a body. */
export function route<T>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  schema: z.ZodType<T>,
  answer: (request: ControlRequest<T>) => unknown,
): ControlRoute {
  return {
    method,
    path,
    answer: (simulator, params, body) => answer({ simulator, params, body: schema.parse(body) }),
  };
}

/** A call without one. */
export function bare(
  method: 'GET' | 'DELETE' | 'POST',
  path: string,
  answer: (request: ControlRequest<undefined>) => unknown,
): ControlRoute {
  return { method, path, answer: (simulator, params) => answer({ simulator, params, body: undefined }) };
}
