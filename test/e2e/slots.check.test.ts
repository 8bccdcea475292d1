// Day and time: what she writes, and what cannot be had. One server for all chapters, as starting one takes seconds.
import { openOffice } from './helpers/the-office.ts';
import './slots/refused.ts';
import './slots/wishes.ts';

openOffice();
