import { describe, expect, test } from 'vitest';
import { renderMessages } from '../../src/line/render.ts';
import { colours } from '../../src/line/render-card.ts';
import type { Button, Card, Message } from '../../src/messages/message.ts';

const tapped = (label: string): Button => ({ label, tap: { event: 'e' } });
const bubble = (text: string, choices?: Button[]): Message => ({
  kind: 'text',
  text,
  ...(choices ? { choices } : {}),
});
const card = (parts: Partial<Card> = {}): Card => ({ kind: 'card', alt: '受付', text: '本文', ...parts });

describe('a bubble', () => {
  test('is a text, with its choices as quick replies', () => {
    const choices: Button[] = [
      { label: '📅 12月1日(火)', tap: { event: 'day', day: '2026-12-01' } },
      { label: '電話する', link: 'tel:053-457-5157' },
      { label: 'IDをコピー', copy: '123 4567 8901' },
      { label: '番号を入力', tap: { event: 'numbers.asked' }, fill: '番号 2611-0004 ' },
    ];
    expect(renderMessages([bubble('ご希望の日はいつですか。', choices)])).toEqual([
      {
        type: 'text',
        text: 'ご希望の日はいつですか。',
        quickReply: {
          items: [
            {
              type: 'action',
              action: {
                type: 'postback',
                label: '📅 12月1日(火)',
                data: 'event=day&day=2026-12-01',
                displayText: '12月1日(火)',
              },
            },
            { type: 'action', action: { type: 'uri', label: '電話する', uri: 'tel:053-457-5157' } },
            {
              type: 'action',
              action: { type: 'clipboard', label: 'IDをコピー', clipboardText: '123 4567 8901' },
            },
            {
              type: 'action',
              action: {
                type: 'postback',
                label: '番号を入力',
                data: 'event=numbers.asked',
                inputOption: 'openKeyboard',
                fillInText: '番号 2611-0004 ',
              },
            },
          ],
        },
      },
    ]);
  });

  test.each([
    ['◀ ひとつ前へ', 'ひとつ前へ'],
    ['☎️ 電話する', '電話する'],
    ['✅　同意する', '同意する'],
    ['10:00', '10:00'],
    ['①の日', '①の日'],
    ['👍', '👍'],
  ])('shows a press on 「%s」 in the chat as 「%s」', (label, shown) => {
    const [message] = renderMessages([bubble('?', [tapped(label)])]);
    expect(message?.quickReply?.items?.[0]?.action).toMatchObject({ label, displayText: shown });
  });
});

describe('several messages', () => {
  const replies = (messages: Message[]) =>
    renderMessages(messages).map(({ quickReply }) => quickReply?.items?.map(({ action }) => action?.label));

  test('carry the choices on the last one, where LINE shows them', () => {
    expect(replies([bubble('1', [tapped('甲')]), bubble('2')])).toEqual([undefined, ['甲']]);
  });

  test('carry the newest choices when there are several', () => {
    expect(replies([bubble('1', [tapped('甲')]), card({ choices: [tapped('乙')] })])).toEqual([
      undefined,
      ['乙'],
    ]);
  });

  test('carry none when there are none', () => {
    expect(renderMessages([bubble('1', []), card()]).some((message) => 'quickReply' in message)).toBe(false);
  });
});

describe('a card', () => {
  const whole = card({
    title: '仮受付',
    text: 'まだ確定していません。',
    facts: [
      { label: '日時', value: '12月1日(火)10:00～10:45' },
      { label: 'お子さまなどの同席', value: 'いる' },
    ],
    note: '受付番号 2612-0042',
    buttons: [
      { label: '確定する', tap: { event: 'confirm' }, tone: 'primary' },
      { label: '全文を読む', link: 'https://example.jp/利用規約?a=1' },
    ],
  });

  test('has lines that can be pressed, each with its words and a label that LINE takes', () => {
    const title = `10:00 ${'髙橋'.repeat(30)}`;
    const rows = [
      { title, text: '確定・同席する方', says: '10:00の予約', tap: { event: 'card.asked', booking: 'b' } },
    ];
    const shown = JSON.stringify(renderMessages([card({ rows })]));
    expect(shown).toContain(`"text":"${title}"`);
    expect(shown).toContain('"text":"確定・同席する方"');
    expect(shown).toContain('"data":"event=card.asked&booking=b"');
    const [, label = ''] = /"label":"([^"]+)"/.exec(shown) ?? [];
    expect(label).toBe(title.slice(0, 40));
  });

  test('shows everything it has, in reading order, and says its alt text aloud', () => {
    const [message] = renderMessages([whole]);
    const texts = [...JSON.stringify(message).matchAll(/"(?:text|label|altText)":"([^"]+)"/g)].map(
      ([, text]) => text,
    );
    expect(texts).toEqual([
      '受付',
      '仮受付',
      'まだ確定していません。',
      '日時',
      '12月1日(火)10:00～10:45',
      'お子さまなどの同席',
      'いる',
      '受付番号 2612-0042',
      '確定する',
      '全文を読む',
    ]);
  });

  test('wraps every line of Japanese, and grows with her letter size', () => {
    const parts = JSON.stringify(renderMessages([whole])).match(/\{"type":"(?:text|button)"[^}]*/g) ?? [];
    expect(parts).toHaveLength(9);
    for (const part of parts) {
      expect(part).toContain('"scaling":true');
      expect(part).toContain(part.startsWith('{"type":"text"') ? '"wrap":true' : '"height":"md"');
    }
  });

  test('sets the one important button apart', () => {
    const [message] = renderMessages([whole]);
    expect(message).toMatchObject({
      contents: {
        footer: {
          contents: [
            {
              style: 'primary',
              color: colours.accent,
              action: { type: 'postback', data: 'event=confirm', displayText: '確定する' },
            },
            {
              style: 'secondary',
              color: colours.plain,
              action: { type: 'uri', uri: 'https://example.jp/%E5%88%A9%E7%94%A8%E8%A6%8F%E7%B4%84?a=1' },
            },
          ],
        },
      },
    });
  });

  test('says in the chat what a line of a list is to say, and not the name on it', () => {
    const row = { title: '10:00 浜松 花子', text: '確定', says: '10:00の予約', tap: { event: 'card.asked' } };
    const [message] = renderMessages([{ ...card(), rows: [row] }]);
    const action = { type: 'postback', label: row.title, data: 'event=card.asked', displayText: row.says };
    expect(JSON.stringify(message)).toContain(JSON.stringify(action));
  });

  test('may be buttons alone, or a title alone, but not nothing', () => {
    const { text: _text, ...bare } = card();
    expect(renderMessages([{ ...bare, buttons: [tapped('はい')] }])[0]).not.toHaveProperty('contents.body');
    expect(renderMessages([{ ...bare, title: '題' }])[0]).not.toHaveProperty('contents.footer');
    expect(() => renderMessages([bare])).toThrow(/something to show/);
  });

  test.each([
    ['accent', 'ground'],
    ['ink', 'ground'],
    ['muted', 'ground'],
    ['onAccent', 'accent'],
    ['onPlain', 'plain'],
  ] as const)('can be read: %s on %s', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
