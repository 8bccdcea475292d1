// 台帳: answered with the address of a page, for a short while. Who asked for which month is on record.

import { parseDay } from '../../core/jst.ts';
import type { CallAuthor } from '../../records/call-steps.ts';
import { makePageLink, pageMinutes } from '../../records/page-links.ts';
import { noteRegisterLook } from '../../records/register.ts';
import type { Handler } from './handler.ts';

export const openRegister: Handler<'openRegister'> = async ({ text }, turn) => {
  const { tx, sealer, now, chatId, member, publicUrl, words, reply } = turn;
  const month = parseDay(text);
  if (month === undefined) {
    reply(...words.registerUnclear());
    return undefined;
  }
  if (publicUrl === undefined) {
    reply(...words.registerWithoutPage());
    return undefined;
  }
  const by: CallAuthor = { chatId, staffId: member?.id ?? null, at: now };
  const subject = turn.newId(now);
  await noteRegisterLook(tx, { id: subject, month, event: 'asked' }, by);
  const path = await makePageLink(tx, sealer, turn.newToken(), { purpose: 'register', subject, by });
  reply(...words.registerLink(month, new URL(path, publicUrl).href, pageMinutes.register));
  return undefined;
};
