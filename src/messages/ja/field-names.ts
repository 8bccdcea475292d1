// The parts of a request, as they are shown and may be typed.
import { type Field, mapTable } from '../../../flows/vocabulary.ts';
import { choiceWords } from './choices.ts';

/** The parts of her request, as she sees them and as she may type them. */
export const fieldNames = {
  name: '氏名',
  jobNumber: '求職番号',
  phone: '電話番号',
  date: '希望日時',
  ...mapTable(choiceWords, ({ field }) => field),
} satisfies Record<Field, string>;
