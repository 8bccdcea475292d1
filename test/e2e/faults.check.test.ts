// LINE fails: the booking still ends well, or somebody is told, and no message is seen twice.
import { openOffice } from './helpers/the-office.ts';
import './faults/one-call.ts';
import './faults/every-call.ts';
import './faults/webhooks.ts';

// Nobody waits ten seconds for each time-out; half a second is far more than a call takes here.
openOffice({ env: { LINE_TIMEOUT_MS: '500' }, forgives: /free messages of this month/ });
