// What the platform brings: events of all kinds, and buttons of all ages. One server for all chapters, as starting one takes seconds.
import { openOffice } from './helpers/the-office.ts';
import './platform/webhooks.ts';
import './platform/beside-the-words.ts';
import './platform/old-buttons.ts';
import './platform/forged-buttons.ts';
import './platform/heavy-texts.ts';
import './platform/slow-and-many.ts';

openOffice();
