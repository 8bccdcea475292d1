// A booking and all that can become of it. One server for all chapters, as starting one takes seconds.
import { openOffice } from './helpers/the-office.ts';
import './bookings/whole-booking.ts';
import './bookings/request-life.ts';
import './bookings/returning.ts';
import './bookings/day-menu.ts';

openOffice();
