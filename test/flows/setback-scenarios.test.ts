import { describe, expect, test } from 'vitest';
import {
  agree,
  answeringAll,
  day,
  hanako,
  hand,
  laterRequest,
  resumedRequest,
  reuse,
  says,
  time,
  unknownNumber,
  untilLastLook,
  yes,
} from './answers.ts';
import { office } from './office-world.ts';

describe('What may be refused at the very end', () => {
  test('leads to the other times of that day when the slot has just been taken, then to the last look', () => {
    const world = office();
    const scenario = untilLastLook(world);
    world.taken.add('2026-12-01 10:00');
    expect(scenario.does(hand)).toMatchObject({
      question: 'time',
      heard: ['requestRefused'],
      draft: { day: '2026-12-01', time: null },
    });
    scenario.goes(['time', time('11:00')], ['review', hand]);
    expect(world.received[0]).toMatchObject({ day: '2026-12-01', time: '11:00' });
  });

  test('leads to the day when nothing of it is left, and says so once', () => {
    const world = office();
    const scenario = untilLastLook(world);
    world.taken.add('2026-12-01');
    expect(scenario.does(hand)).toMatchObject({ question: 'day', heard: ['requestRefused'] });
    scenario.goes(['day', day('2026-12-02')], ['time', time('11:00')], ['review', hand]);
    expect(world.received[0]).toMatchObject({ day: '2026-12-02', time: '11:00' });
  });

  test('leads back to the name when her details are gone, and keeps the slot', () => {
    const world = office();
    const scenario = untilLastLook(world);
    world.typed = {};
    expect(scenario.does(hand)).toMatchObject({ question: 'name', heard: ['requestRefused'] });
    scenario.goes(
      ['name', says(hanako.name)],
      ['jobNumber', says(hanako.jobNumber)],
      ['phone', says(hanako.phone)],
    );
    scenario.goes(['wish', yes], ['review', hand]);
    expect(world.received[0]).toMatchObject({ ...hanako, day: '2026-12-01', time: '10:00' });
  });

  test('ends with the reason and the booking when she already has one', () => {
    const world = office();
    world.next('submitRequest', {
      type: 'request.refused',
      because: 'booking',
      reason: 'openBooking',
      facts: {},
    });
    const scenario = untilLastLook(world).does(hand);
    expect(scenario).toMatchObject({ place: 'blocked', ended: true, heard: ['requestRefused'] });
    expect(scenario.done.at(-1)).toMatchObject({ type: 'showBooking' });
  });
});

describe('A draft that is older than a day', () => {
  test('asks a newcomer for her name again and keeps the day, once it is still free', () => {
    const world = office();
    const scenario = untilLastLook(world);
    world.typed = {};
    expect(scenario.does({ type: 'draft.expired', known: false })).toMatchObject({
      question: 'name',
      heard: ['draftExpired'],
    });
    scenario.goes(['name', says(hanako.name)], ['jobNumber', unknownNumber], ['phone', says(hanako.phone)]);
    scenario.goes(['wish', yes], ['review', hand]);
    expect(world.received[0]).toMatchObject({ day: '2026-12-01', time: '10:00' });
  });

  test('tells her when that day is gone', () => {
    const world = office();
    const scenario = untilLastLook(world);
    world.typed = {};
    world.taken.add('2026-12-01');
    scenario
      .does({ type: 'draft.expired', known: false })
      .says(hanako.name)
      .does(unknownNumber)
      .says(hanako.phone);
    expect(scenario).toMatchObject({ question: 'day', heard: ['slotRefused'] });
  });

  test('offers somebody who is known what is on record', () => {
    const scenario = laterRequest(office(hanako)).does({ type: 'details.retyped' }).says('見本 桃子');
    expect(scenario.does({ type: 'draft.expired', known: true })).toMatchObject({
      question: 'knownDetails',
      heard: ['draftExpired'],
    });
  });

  test('asks for everything when what was on record is gone too', () => {
    const scenario = laterRequest(office()).does({ type: 'draft.expired', known: false });
    expect(scenario).toMatchObject({ question: 'name', heard: ['draftExpired'], draft: { known: false } });
    expect(scenario.does({ type: 'back' }).question).toBe('eligibility');
  });

  test('is not mentioned where nothing had been typed', () => {
    const scenario = laterRequest(office(hanako)).does(reuse).does({ type: 'draft.expired', known: true });
    expect(scenario).toMatchObject({ question: 'day', heard: [] });
  });
});

describe('A form that she left half filled in', () => {
  test.each([
    ['jobNumber', 'jobNumber'],
    ['phone', 'phone'],
    ['slot', 'day'],
  ] as const)('goes on at the first open question: %s', (resume, question) => {
    const scenario = resumedRequest(office(hanako), { resume });
    expect(scenario).toMatchObject({ question, draft: { typed: true, resume: null } });
  });

  test('goes on there too when the terms have to be agreed to again, and says so', () => {
    const scenario = resumedRequest(office(), { consent: 'changed', resume: 'phone' }).goes(['terms', agree]);
    expect(scenario).toMatchObject({ question: 'phone', heard: ['takenUp'] });
    expect(scenario.done.map(({ type }) => type)).toContain('recordConsent');
    expect(scenario.does({ type: 'back' }).question).toBe('jobNumber');
  });

  test('hands in what she typed then', () => {
    const world = office();
    world.typed = hanako;
    const scenario = resumedRequest(world, { resume: 'slot' });
    scenario.goes(['day', day('2026-12-01')], ['time', time('10:00')], ...answeringAll(false));
    scenario.goes(['review', hand]);
    expect(world.received[0]).toMatchObject(hanako);
  });
});
