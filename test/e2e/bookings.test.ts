// A booking from the first word to the last reminder, and the staff's side of it.
import './bookings/whole-booking.ts';
import { openOffice } from './helpers/the-office.ts';

openOffice();
