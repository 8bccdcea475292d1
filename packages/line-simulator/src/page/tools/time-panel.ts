// Time travel: the server's clock, and buttons that put it forward.
import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import type { BotState, BotView } from '../../control/bot.ts';
import { ControlError, control } from '../control.ts';
import { inputValueOf } from '../phones/times.ts';
import { useLive } from '../use-live.ts';
import { clockWords, HOUR_MS, instantOf, MINUTE_MS, nextMorning } from './instants.ts';
import { Press } from './press.ts';
import { type Doing, Outcomes, useDoing } from './use-doing.ts';
import { useServerClock } from './use-server-clock.ts';

export function TimePanel({ chatId }: { chatId: string | undefined }) {
  const { now, bot, error } = useServerClock();
  const { value: view } = useLive<BotView>(chatId && `/bot/chats/${encodeURIComponent(chatId)}`);
  const doing = useDoing();
  if (now === undefined) return html`<p>${error ?? '時計を読んでいます…'}</p>`;
  const move = (to: number) => doing.run(() => moveTo(to, now), `${wordsOf(to)} にしました。`);
  return html`<${Clock} now=${now} /><${BotClockNote} bot=${bot} />
    <div class="tools-buttons">
      <${Jump} label="翌日 9:00" to=${nextMorning(now)} ...${{ now, doing, move }} />
      <${Jump} label="1時間進める" to=${now + HOUR_MS} ...${{ now, doing, move }} />
    </div>
    ${(view?.moments ?? []).map(
      (moment) => html`<${MomentJumps} key=${moment.name} moment=${moment} ...${{ now, doing, move }} />`,
    )}
    <${AnyTime} ...${{ now, doing, move }} />
    <${Outcomes} doing=${doing} />`;
}

/** A bot need not let its clock be put back; its own words are kept. */
async function moveTo(to: number, now: number): Promise<void> {
  try {
    await control('PUT', '/time', { now: new Date(to).toISOString() });
  } catch (error) {
    if (!(error instanceof ControlError) || to >= now) throw error;
    throw new ControlError(`もう過ぎた日時です。Botが時計を戻しませんでした。${error.message}`);
  }
}

function wordsOf(at: number): string {
  const { day, time } = clockWords(at);
  return `${day} ${time.replace(/:\d\d$/, '')}`;
}

function Clock({ now }: { now: number }) {
  const { day, time } = clockWords(now);
  return html`<p class="tools-clock" role="timer" aria-label="サーバーの時計"><span>${day}</span> <b>${time}</b></p>`;
}

/** Says plainly what moves, and what does not. */
function BotClockNote({ bot }: { bot: BotState | undefined }) {
  if (!bot || bot.bot !== null) return null;
  if (bot.error !== null)
    return html`<p class="tools-problem">Botの時計が読めないため、時間は動かせません: ${bot.error}</p>`;
  const why =
    bot.door === null ? 'Botの開発用の入口(BOT_DOOR_URL)が設定されていません' : 'Botは時計を出していません';
  return html`<p class="tools-note">${why}。進むのはLINE側の時計だけで、Botの時計は動きません。</p>`;
}

type Moving = { now: number; doing: Doing; move: (to: number) => void };

function Jump({ label, to, now, doing, move }: Moving & { label: string; to: number }) {
  const isOver = to <= now;
  return html`<${Press} isOff=${isOver || doing.isBusy} title=${isOver ? 'もう過ぎています' : wordsOf(to)}
    onPress=${() => move(to)}>${label}<//>`;
}

function MomentJumps({ moment, ...moving }: Moving & { moment: { name: string; at: string } }) {
  const at = Date.parse(moment.at);
  return html`<div class="tools-moment">
    <p>${moment.name}: ${wordsOf(at)}</p>
    <div class="tools-buttons">
      <${Jump} label=${`${moment.name}30分前`} to=${at - 30 * MINUTE_MS} ...${moving} />
      <${Jump} label=${`${moment.name}10分後`} to=${at + 10 * MINUTE_MS} ...${moving} />
    </div>
  </div>`;
}

function AnyTime({ now, doing, move }: Moving) {
  const [typed, setTyped] = useState<string>();
  // Once time has been moved, it stands at the new time.
  const isMoved = doing.outcome?.isProblem === false;
  useEffect(() => {
    if (isMoved) setTyped(undefined);
  }, [isMoved]);
  const value = typed ?? inputValueOf(now);
  const to = instantOf(value);
  const submit = (event: Event) => {
    event.preventDefault();
    if (to !== undefined) move(to);
  };
  return html`<form class="tools-form" onSubmit=${submit}>
    <label>日時(日本時間)
      <input type="datetime-local" value=${value}
        onInput=${(event: Event) => event.target instanceof HTMLInputElement && setTyped(event.target.value)} />
    </label>
    <button type="submit" disabled=${to === undefined}>この日時にする</button>
  </form>`;
}
