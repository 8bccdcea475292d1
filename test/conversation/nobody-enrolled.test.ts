// Where no chat of the staff is enrolled, nothing that a person writes around the hour claims that staff know of it.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  counter,
  hanako,
  hasBooking,
  openWithStaff,
  somebodyNew,
  staffHear,
  steps,
  sticker,
  words,
} from './with-staff.ts';

openWithStaff();

const phone = '053-454-1910';

describe('where no chat of the staff is enrolled', () => {
  beforeEach(() => counter.prisma.adminChat.updateMany({ data: { leftAt: counter.clock.now() } }));
  afterAll(() => counter.prisma.adminChat.updateMany({ data: { leftAt: null } }));

  test.each([-3, -13])(
    'nothing claims that staff know or look at it, %s minutes from the start',
    async (minutes) => {
      const texts = ['もしもし', '入れない', 'zoom入れんだけど', '5分遅れます', '電話ください', '行けません'];
      const taps = ['trouble.told', 'absence.told', 'late.told'];
      for (const what of [...texts.map(words), ...taps, sticker]) {
        await somebodyNew();
        const { id } = await hasBooking(minutes);
        const tap = { type: 'tap', tap: { event: String(what), booking: id } } as const;
        const answer = await hanako.does(typeof what === 'string' ? tap : what);
        expect(answer).toContain(phone);
        expect(answer).not.toMatch(/職員に伝え(?:ました|てあります)|職員が確認します|職員からお電話/);
        expect(await steps(id)).toHaveLength(1);
      }
    },
  );

  test('what nobody heard is told once there is somebody to hear it', async () => {
    await hasBooking(-2);
    await hanako.says('入れない');
    await counter.prisma.adminChat.updateMany({ data: { leftAt: null } });
    await hanako.says('入れない');
    expect(await staffHear()).toContain('Zoomに入れない方がいます');
  });
});
