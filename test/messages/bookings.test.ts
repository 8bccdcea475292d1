// What she and the staff are told about a booking.
import { describe, expect, test } from 'vitest';
import { booking } from '../../flows/booking.ts';
import { shownByState } from '../../src/messages/ja/booking-shown.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { settledAs } from '../../src/messages/ja/staff-outcomes.ts';
import { spacedMeetingId } from '../../src/messages/ja/zoom-numbers.ts';
import { card, moment, now, office, secrets, view } from './invented.ts';
import { toSuspended } from './messages-to-people.ts';
import { buttonsOf, labelsOf, screenOf } from './reading-parts.ts';

const phone = '053-454-1910\n(平日 9:00～17:00)';

describe('the receipt', () => {
  test('says that nothing is confirmed yet, by when she hears, and her number', () => {
    const shown = screenOf(ja.receipt(view('requested'), null, office));
    expect(shown).toContain('まだ確定していません。');
    expect(shown).toContain('11月26日(木)17:00までに');
    expect(shown).toContain('受付番号\n2611-0042');
    expect(shown).not.toContain('から確認します');
  });

  test('says when staff will see it, outside the office hours (R-11)', () => {
    const shown = screenOf(ja.receipt(view('requested'), { day: '2026-11-24', time: '09:00' }, office));
    expect(shown).toContain('職員は、11月24日(火)9:00から確認します。');
  });

  test('says that it is a change, for a request that was moved', () => {
    expect(screenOf(ja.receipt(view('requested'), null, office, true))).toContain(
      '日時の変更を受け付けました',
    );
  });
});

describe('the confirmation', () => {
  const shown = ja.confirmed(view('confirmed'), office);

  test('shows the numbers as Zoom does, and copies the digits alone', () => {
    expect(screenOf(shown)).toContain('987 6543 2101');
    expect(screenOf(shown)).toContain(secrets.passcode);
    expect(buttonsOf(shown).flatMap((button) => ('copy' in button ? [button.copy] : []))).toEqual([
      secrets.meetingId,
      secrets.passcode,
    ]);
  });

  test.each([
    ['the confirmation', shown],
    ['the reminder of the day before', ja.reminderDayBefore(view('confirmed'), office)],
    ['the reminder before the start', ja.reminderSoon(view('confirmed'), office)],
  ])('says in %s what to prepare (R-26)', (_, messages) => {
    const words = screenOf(messages);
    for (const word of [
      '個室',
      'Wi-Fi',
      'Zoomアプリ',
      '録音と録画はできません',
      '12月1日(火)\n10:00～10:45',
      phone,
    ])
      expect(words).toContain(word);
    expect(labelsOf(messages)).toEqual(
      expect.arrayContaining(['つながらない', '行けないことを伝える', '電話する']),
    );
  });

  test('promises the numbers where they are not there yet', () => {
    const words = screenOf(ja.bookingShown({ ...view('confirmed'), zoom: null }, office));
    expect(words).toContain('あとでこのトークに送ります');
  });

  test.each([
    ['98765432101', '987 6543 2101'],
    ['9876543210', '987 654 3210'],
    ['987654321', '987 654 321'],
    ['987 6543 2101', '987 6543 2101'],
  ])('writes %s as %s', (digits, spaced) => {
    expect(spacedMeetingId(digits)).toBe(spaced);
  });
});

describe('a booking shown again', () => {
  const states = Object.keys(booking.states);

  test('has words for every state, for her and for the second of two staff', () => {
    expect(Object.keys(shownByState).sort()).toEqual(states.toSorted());
    expect([...Object.keys(settledAs), 'requested'].sort()).toEqual(states.toSorted());
  });

  test.each(states)('shows a way on when %s', (state) => {
    const shown = ja.bookingShown(view(state), office);
    expect(screenOf(shown) + labelsOf(shown).join('')).toMatch(/053-454-1910|電話する/);
    expect(screenOf(shown)).toContain('12月1日(火)\n10:00～10:45');
  });
});

test.each(toSuspended)('to who may not ask for a consultation, invites to nothing: %s (R-24)', (_, shown) => {
  const words = screenOf(shown) + labelsOf(shown).join('');
  expect(words).not.toMatch(/申し込め|申し込む|お申し込みいただけ|またのご利用|選び直す|別の日時にしたい/);
  expect(words).toMatch(/053-454-1910|電話する/);
});

describe('who was first', () => {
  const settled = {
    receipt: '2611-0042',
    state: 'confirmed',
    by: '田中',
    at: { day: '2026-11-25', time: '10:02' },
  };
  const first = (change: object) =>
    screenOf(ja.alreadyDecided({ ...settled, ...change }, now)).split('\n')[0];

  test.each([
    [{}, '田中さんが10:02に確定済みです。'],
    [{ by: null }, '職員が10:02に確定済みです。'],
    [{ by: '田中さん' }, '田中さんが10:02に確定済みです。'],
    [{ at: { day: '2026-11-24', time: '09:05' } }, '田中さんが11月24日(火)9:05に確定済みです。'],
    [{ state: 'declined' }, '田中さんが10:02にお断り済みです。'],
    [{ state: 'withdrawn', by: null }, '利用者の方が10:02に取り下げ済みです。'],
    [{ state: 'expired', by: null }, '10:02に期限が切れました。'],
  ])('is said of %j', (change, sentence) => {
    expect(first(change)).toBe(sentence);
  });

  test('counts today in Japan, not where the server stands', () => {
    const justAfterMidnight = new Date('2026-11-25T00:30:00+09:00');
    const at = { day: '2026-11-25', time: '00:10' };
    expect(screenOf(ja.alreadyDecided({ ...settled, at }, justAfterMidnight))).toContain('田中さんが0:10に');
  });
});

describe('the absence', () => {
  test('says that LINE alone cancels nothing, and when the phone is answered again (R-30)', () => {
    const words = screenOf(ja.absenceTold(office, { day: '2026-12-01', time: '09:00' }));
    expect(words).toContain('LINEだけではキャンセルになりません。');
    expect(words).toContain('次の受付は、12月1日(火)9:00からです。');
    expect(words).not.toMatch(/キャンセルしました/);
  });
});

describe('the request card', () => {
  test('shows what staff decide by', () => {
    const words = screenOf(ja.bookingCard(card(), moment));
    for (const word of [
      '2611-0042',
      '12月1日(火)\n10:00～10:45',
      secrets.name,
      '未確認',
      '11月30日(月)17:00',
    ])
      expect(words).toContain(word);
  });
});
