// Around the chats of the phones: who has one, and what the bot puts under it.
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { area, menuWithPicture } from '../helpers/menus.ts';
import { button, friendsIn, gone, openOffice, openPhones, phoneOf, press, received } from './phone-page.ts';

const openPage = useBrowser();

describe('The phones', () => {
  test('people and groups are made, joined, left and all removed again', async () => {
    // Somebody just removed may still be asked after once; the browser notes that.
    const { simulator, page } = await openOffice(openPage, { forgives: /status of 422/ });
    await openPhones({ simulator, page });
    await page.getByRole('heading', { name: 'まだだれもいません' }).waitFor();
    await page.getByLabel('名前').fill('Hanako');
    await page.keyboard.press('Enter');
    await phoneOf(page, 'Hanako').getByText('まだ友だちではありません。').waitFor();
    await press(button(phoneOf(page, 'Hanako'), '友だち追加'));
    await simulator.waitFor(() => simulator.people()[0]?.friendship === 'friend');

    await press(button(page, '人とグループ'));
    const dialog = page.getByRole('dialog', { name: '人とグループ' });
    await dialog.getByLabel('名前', { exact: true }).fill('Ichiro');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('グループの名前').fill('Team');
    await press(dialog.getByRole('checkbox', { name: 'Hanako' }), 'Space');
    await press(button(dialog, 'グループを作る'));
    const team = await simulator.waitFor(() => simulator.groups()[0]?.botIsMember && simulator.groups()[0]);
    await press(button(dialog, 'Ichiroを追加'));
    await press(button(dialog, 'Hanakoを退会させる'));
    await simulator.waitFor(() => team.memberIds().join() === simulator.people()[1]?.userId);

    await press(button(dialog.getByRole('listitem', { name: 'Hanako' }), '削除'));
    await press(button(page, '削除する'));
    await gone(phoneOf(page, 'Hanako'));
    await press(button(dialog, 'すべて消す'));
    await press(button(page.getByRole('dialog', { name: 'すべて消しますか' }), 'やめる'));
    expect(simulator.people()).toHaveLength(1);
    await press(button(dialog, 'すべて消す'));
    await press(button(page.getByRole('dialog', { name: 'すべて消しますか' }), 'すべて消す'));
    await page.getByText('すべて消しました').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'まだだれもいません' }).waitFor();
    expect([simulator.people(), simulator.groups()]).toEqual([[], []]);
  });

  test('the rich menu opens and closes under the chat, and what is drawn on it can be pressed', async () => {
    const { simulator, bot, page } = await openOffice(openPage);
    await friendsIn(simulator, 'Hanako');
    const areas = [area({ type: 'postback', label: 'Book', data: 'book' })];
    await bot.client.setDefaultRichMenu(await menuWithPicture(bot.client, { areas }));
    await openPhones({ simulator, page });
    const menu = phoneOf(page, 'Hanako').getByRole('region', { name: 'メニュー' });
    await press(button(menu, 'Book'));
    expect(await received(simulator, bot, 'postback')).toMatchObject({ postback: { data: 'book' } });
    await press(button(menu, /メニュー/));
    expect(await button(menu, 'Book').count()).toBe(0);
    await press(button(menu, /メニュー/));
    const [picture, book] = await Promise.all([
      menu.getByRole('img').boundingBox(),
      button(menu, 'Book').boundingBox(),
    ]);
    expect((book?.width ?? 0) / (picture?.width ?? 1)).toBeCloseTo(0.5, 2);
    expect(book?.height).toBeCloseTo(picture?.height ?? 0, 0);
  });
});
