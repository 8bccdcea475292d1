// The admin chat. One server for all chapters, as starting one takes seconds.
import { openOffice } from './helpers/the-office.ts';
import './staff/admin-chat.ts';
import './staff/enrolment.ts';

openOffice();
