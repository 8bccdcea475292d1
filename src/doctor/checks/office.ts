// The profile of the office: readable, its times are as they are meant, its terms can be read, its holidays are known.
import { lastOpenDay } from '../../booking/booking-window.ts';
import { OfficeError } from '../../config/office.ts';
import { dayOf, numbersOf } from '../../core/jst.ts';
import { broken, type Check, right, warning } from '../check.ts';
import { oddTimesOf } from '../office-times.ts';
import { sentencesOf } from '../sentences.ts';

export const officeProfile: Check = {
  name: 'office profile',
  needs: ['environment'],
  run({ office }) {
    try {
      return right(`The profile of ${office().name} can be read.`);
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error;
      return broken(
        sentencesOf(error.message),
        'Fix the profile, or let OFFICE name another one in offices/ or the path of one.',
      );
    }
  },
};

export const officeTimes: Check = {
  name: 'office hours',
  needs: ['office profile'],
  run({ office }) {
    const odd = oddTimesOf(office());
    if (odd.length === 0) return right('Consultations and decisions lie in the hours of the office.');
    return warning(
      `At these times nobody may be there: ${odd.join('; ')}.`,
      'If this is not meant, fix these times in the profile.',
    );
  },
};

export const holidays: Check = {
  name: 'holidays',
  needs: ['office profile'],
  run({ office, machine }) {
    const last = lastOpenDay(dayOf(machine.now()), office());
    const known = machine.holidaysKnownUntilYear;
    if (numbersOf(last).year <= known) return right(`Holidays are known until the end of ${known}.`);
    return broken(
      `Days can be asked for until ${last}, and holidays are known until the end of ${known} only: later ones would be offered.`,
      'Install a newer version of this product, or run: npm install @holiday-jp/holiday_jp@latest',
    );
  },
};
