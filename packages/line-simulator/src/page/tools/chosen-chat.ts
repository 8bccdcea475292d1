// Which chat the tools are about: the one on the phone that was used last.
import { html } from 'htm/preact';
import { useLive } from '../use-live.ts';
import type { ToolsState } from './state.ts';

type Props = { person: string | undefined; chatId: string | undefined };

export function ChosenChat({ person, chatId }: Props) {
  const { value: state } = useLive<ToolsState>('/state');
  const name = state?.people.find(({ userId }) => userId === person)?.displayName;
  if (name === undefined) return null;
  const group = state?.groups.find(({ groupId }) => groupId === chatId)?.name;
  return html`<p class="tools-chosen">選んでいるトーク: <b>${group ?? `${name}とアカウント`}</b></p>`;
}
