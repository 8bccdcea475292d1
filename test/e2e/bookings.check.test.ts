// All that can become of a booking. One server for all of them: the people are different ones.
import './bookings/request-life.ts';
import './bookings/returning.ts';
import './bookings/day-menu.ts';
import { openOffice } from './helpers/the-office.ts';

openOffice();
