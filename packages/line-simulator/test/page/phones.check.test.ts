// The phones of the page, used by keyboard as people would.
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { pngOf } from '../helpers/pictures.ts';
import {
  button,
  composerOf,
  friendsIn,
  gone,
  logOf,
  openOffice,
  openPhones,
  phoneOf,
  press,
  received,
  said,
  write,
} from './phone-page.ts';

const openPage = useBrowser();

describe('The phones', () => {
  test('two are open by themselves and stay so after a reload; each shows at once what the other does', async () => {
    const { simulator, page } = await openOffice(openPage);
    const [, ichiro, jiro] = await friendsIn(simulator, 'Hanako', 'Ichiro', 'Jiro');
    if (!ichiro || !jiro) throw new Error('Nobody there.');
    const team = simulator.group('Team', [ichiro, jiro]);
    await openPhones({ simulator, page });
    await phoneOf(page, 'Hanako').getByRole('heading', { name: 'Front desk' }).waitFor();
    const second = phoneOf(page, 'Ichiro');
    await second.getByRole('heading', { name: 'Team (2)' }).waitFor();
    await press(button(second, '招待する'));
    await said(second, 'アカウントがグループに参加しました').waitFor();

    await press(button(page, '電話を増やす'));
    const third = phoneOf(page, 'Jiro');
    await third.locator('select:focus').waitFor();
    await press(button(third, /^トーク一覧へ/));
    await press(button(third, /^Team/));
    await write(second, 'Good morning');
    await said(third, 'Good morning').waitFor();
    await said(third, 'You said: Good morning').waitFor();

    // Unread while the list is shown, read as soon as the chat is in front of somebody.
    await press(button(third, /^トーク一覧へ/));
    await ichiro.in(team).says('One');
    await third.getByText('2件の未読').waitFor();
    await press(button(third, /^Team/));
    await said(third, 'One').waitFor();
    await simulator.waitFor(() => simulator.phone(jiro.userId).chats.every(({ unread }) => unread === 0));
    await press(button(third, /^トーク一覧へ/));
    await gone(third.getByText('件の未読'));

    await page.reload();
    await phoneOf(page, 'Jiro').getByRole('heading', { name: 'トーク' }).waitFor();
    await said(phoneOf(page, 'Ichiro'), 'Good morning').waitFor();
    expect(await page.getByRole('region', { name: /の電話$/ }).count()).toBe(3);
    await press(button(page, 'Jiroの電話を閉じる'));
    await phoneOf(page, 'Ichiro').locator('select:focus').waitFor();
  });

  test('words are sent with Enter, not with Shift and not while kanji are chosen', async () => {
    const { simulator, page } = await openOffice(openPage);
    const [hanako] = await friendsIn(simulator, 'Hanako');
    await openPhones({ simulator, page });
    const phone = phoneOf(page, 'Hanako');
    const composer = composerOf(phone);
    await composer.fill('one');
    await press(composer, 'Shift+Enter');
    await page.keyboard.type('two');
    await composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await composer.inputValue()).toBe('one\ntwo');
    expect(hanako?.entries().filter(({ from }) => from === 'person')).toEqual([]);
    await press(composer);
    await said(phone, 'You said: one two').waitFor();
    expect(await composer.inputValue()).toBe('');
    const picture = {
      name: 'a.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await pngOf(60, 40).arrayBuffer()),
    };
    await phone.locator('input[type=file]').setInputFiles(picture);
    await logOf(phone).getByRole('img', { name: '画像' }).waitFor();
    // Everything else that can be sent is in the menu beside it.
    await press(button(phone, '写真やスタンプを送る'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await simulator.waitFor(() =>
      hanako?.entries().some((entry) => entry.from === 'person' && entry.message.type === 'sticker'),
    );
  });

  test('buttons do what they do on a phone: reply, pick a date, copy, call, open a page, send a place', async () => {
    const { simulator, bot, page } = await openOffice(openPage);
    await friendsIn(simulator, 'Hanako');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.context().route('https://example.com/**', (route) => route.fulfill({ body: 'About' }));
    await openPhones({ simulator, page });
    const phone = phoneOf(page, 'Hanako');
    await write(phone, 'card');
    await press(logOf(phone).getByRole('button', { name: 'Take it' }));
    expect(await received(simulator, bot, 'postback')).toMatchObject({ postback: { data: 'take' } });

    const fromMenu = async (name: string) => {
      // Those of the last time have to be gone, or they would be pressed.
      await gone(button(phone, 'Hello'));
      await write(phone, 'menu');
      await press(button(phone, name));
    };
    await fromMenu('Hello');
    await said(phone, 'You said: hello there').waitFor();
    // The button is gone; the keyboard is still on this phone.
    await phone.locator('.phone-screen:focus').waitFor();

    await fromMenu('Day');
    const picker = page.getByRole('dialog', { name: '日付を選ぶ' }).getByLabel('Day');
    expect(await picker.inputValue()).toBe('2026-05-01');
    expect(
      await picker.evaluate((input: { matches(selector: string): boolean }) => input.matches(':focus')),
    ).toBe(true);
    await picker.fill('2027-01-01');
    await press(picker);
    expect(
      await picker.evaluate(
        (input: { validity: { rangeOverflow: boolean } }) => input.validity.rangeOverflow,
      ),
    ).toBe(true);
    await picker.fill('2026-12-31');
    await press(picker);
    await gone(picker);
    await simulator.waitFor(() =>
      JSON.stringify(bot.received.at(-1)?.events).includes('"date":"2026-12-31"'),
    );

    await fromMenu('Copy');
    await page.getByText('コピーしました').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('123 456');

    await fromMenu('Call');
    await page.getByText('電話をかけます: 0312345678').waitFor();
    await page.keyboard.press('Escape');
    await gone(page.getByRole('dialog'));

    const opening = page.context().waitForEvent('page');
    await fromMenu('Page');
    expect((await opening).url()).toBe('https://example.com/about');

    await page.bringToFront();
    await fromMenu('Place');
    await page.locator('.menu :focus', { hasText: '位置情報' }).press('Enter');
    await logOf(phone).getByText('Station').waitFor();
  });

  test('one’s own words are taken back, and in groups changed', async () => {
    const { simulator, page } = await openOffice(openPage);
    const [hanako, ichiro] = await friendsIn(simulator, 'Hanako', 'Ichiro');
    if (!hanako || !ichiro) throw new Error('Nobody there.');
    simulator.group('Team', [hanako, ichiro]);
    await openPhones({ simulator, page });
    const [first, second] = [phoneOf(page, 'Hanako'), phoneOf(page, 'Ichiro')];
    await write(second, 'Wrng');
    await press(button(second, 'このメッセージの操作'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('新しい文').fill('Wrong');
    await press(button(page, '編集する'));
    await said(second, 'Wrong').waitFor();
    await said(second, '編集済み').waitFor();
    await second.locator('.chat-own-menu:focus').waitFor();
    await press(button(second, 'このメッセージの操作'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await said(second, 'メッセージの送信を取り消しました').waitFor();

    // On the phone of the other it is named who took it back.
    await press(button(first, /^トーク一覧へ/));
    await press(button(first, /^Team/));
    await said(first, 'Ichiroがメッセージの送信を取り消しました').waitFor();
    expect(await first.getByText('Wrong').count()).toBe(0);
  });

  test('blocking, a bot that is down, a refusal and a lost connection are told in plain words', async () => {
    const { simulator, bot, page } = await openOffice(openPage, { forgives: /status of 422/ });
    const [hanako] = await friendsIn(simulator, 'Hanako');
    await page.addInitScript(RECORD_SOURCES);
    await openPhones({ simulator, page });
    const phone = phoneOf(page, 'Hanako');
    await press(button(phone, 'Front deskの操作'));
    await page.keyboard.press('Enter');
    await phone.getByText('ブロックしています。').waitFor();
    expect(await composerOf(phone).count()).toBe(0);
    await press(button(phone, 'ブロック解除'));
    await composerOf(phone).waitFor();
    expect(hanako?.friendship).toBe('friend');

    simulator.webhookUrl = 'http://127.0.0.1:9/webhook';
    await write(phone, 'Anybody there?');
    await phone
      .getByText(/ボットに届きませんでした: 接続できません ECONNREFUSED \(http:\/\/127\.0\.0\.1:9\/webhook/)
      .waitFor();
    simulator.webhookUrl = bot.url;
    await write(phone, 'And now?');
    await said(phone, 'You said: And now?').waitFor();
    await gone(phone.getByText('ボットに届きませんでした'));

    await page.evaluate('sources[0].dispatchEvent(new Event("error"))');
    await page.getByText('シミュレーターとの接続が切れました。').waitFor();
    await page.evaluate('sources[0].dispatchEvent(new Event("open"))');
    await gone(page.getByText('シミュレーターとの接続が切れました。'));

    await hanako?.unfollow();
    await page.route('**/acts', (route) => route.fulfill({ status: 422, json: { message: 'Not today.' } }));
    await press(button(phone, 'ブロック解除'));
    await page.getByRole('alert').getByText('できませんでした: Not today.').waitFor();
  });
});

/** Keeps the page's connections where the test can reach them. */
const RECORD_SOURCES = `
  globalThis.sources = [];
  globalThis.EventSource = class extends EventSource {
    constructor(...details) { super(...details); sources.push(this); }
  };`;
