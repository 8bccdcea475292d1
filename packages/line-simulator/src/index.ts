// What a bot's tests and demos take from here. Everything else is how it works inside.
export { moveTime } from './bot-door/move-time.ts';
export type { BotState, BotView } from './control/bot.ts';
export type { Acting } from './handles/acting.ts';
export type { Group } from './handles/group.ts';
export type { Member, Person } from './handles/person.ts';
export type { ChatView } from './handles/view.ts';
export type { ToolsState } from './page/tools/state.ts';
export type { NewFault } from './rules/faults.ts';
export { personText } from './screen/plain-text.ts';
export { type Seen, seen } from './screen/seen.ts';
export type { Simulator, SimulatorOptions } from './simulator.ts';
export { startSimulator } from './start-simulator.ts';
export type { WebhookEvent } from './webhooks/events.ts';
export type { Entry } from './world/chats.ts';
export { defaultSwitches, type Switches } from './world/switches.ts';
