// The form: what she answers, what she asks in between, and how she changes her mind. One server for all chapters, as starting one takes seconds.
import { openOffice } from './helpers/the-office.ts';
import './form/refusals.ts';
import './form/side-questions.ts';
import './form/back-and-edit.ts';

openOffice();
