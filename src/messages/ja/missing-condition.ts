// What to do about a condition of 第2条 that does not apply yet: a way on for each, never a refusal.
import type { Condition } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { Button, Message } from '../message.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';

/** Run by the ministry for every Hello Work: registration and マイページ begin there. */
const siteButton: Button = { label: labels.helloWorkSite, link: 'https://www.hellowork.mhlw.go.jp/' };

const guidance: Record<Condition, { title: string; text: (office: Office) => string; site: boolean }> = {
  registration: {
    title: '求職登録',
    text: () => `仕事をさがす方が、ハローワークに申し込む手続きです。
窓口でもインターネットでも登録できます。
しばらく使っていない方は、有効期限をご確認ください。`,
    site: true,
  },
  support: {
    title: '継続的な個別支援',
    text: ({ name }) => `オンラインの相談の対象は、${name}の担当者が続けて支援する方です。
それ以外のご相談は、窓口やお電話でお受けします。`,
    site: false,
  },
  myPage: {
    title: '求職者マイページ',
    text: () => `求職登録をした方の、インターネット上のページです。
ハローワークのサイトから開設できます。`,
    site: true,
  },
  device: {
    title: 'Zoomを使う準備',
    text: () => `カメラつきのスマートフォンかパソコンをご用意ください。
Zoomアプリは無料です。
難しいときは、窓口でもご相談いただけます。`,
    site: false,
  },
};

export function guidanceFor(condition: Condition, office: Office): Message[] {
  const { title, text, site } = guidance[condition];
  return [
    {
      kind: 'card',
      alt: 'ご案内',
      title,
      text: `${text(office)}\nわからないことは、お電話でおたずねください。\n${phoneLine(office)}`,
      buttons: [...(site ? [siteButton] : []), callButton(office)],
    },
  ];
}
