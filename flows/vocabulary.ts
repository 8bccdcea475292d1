// The words the flows share, by kind: what can happen, what a flow may want done and be answered, which questions can stand,
// what is said in between. Effects, questions and remarks are each one table, from which their types come.

export type * from './vocabulary/act-facts.ts';
export * from './vocabulary/choices.ts';
export * from './vocabulary/effects.ts';
export type * from './vocabulary/events.ts';
export * from './vocabulary/lists.ts';
export * from './vocabulary/map-table.ts';
export * from './vocabulary/person-acts.ts';
export * from './vocabulary/prompts.ts';
export * from './vocabulary/remarks.ts';
export type * from './vocabulary/results.ts';
export * from './vocabulary/staff-acts.ts';
export * from './vocabulary/staff-events.ts';
export * from './vocabulary/wish-reasons.ts';
