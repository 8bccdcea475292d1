// Who of the staff helps somebody, as it stands on the booking's card and in lists.
import { moment } from '../../booking/shown.ts';
import type { Sealer } from '../../db/seal.ts';
import type { Helping } from '../../messages/facts-staff.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import type { Helper } from '../../records/helping.ts';

export const helpingOf = (helper: Helper | undefined, sealer: Sealer): Helping | null =>
  helper === undefined
    ? null
    : { by: helper.staff && openMemberName(sealer, helper.staff), at: moment(helper.at) };
