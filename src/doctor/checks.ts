// All checks in the order in which they are made and told: what others need comes first.
import type { Check } from './check.ts';
import { byHand, channelToken, chatMode, clock } from './checks/channel.ts';
import { dataKey } from './checks/data-key.ts';
import { database, databaseClock, migrations } from './checks/database.ts';
import {
  environment,
  forThePublic,
  listening,
  publicUrl,
  spelling,
  wayToLine,
} from './checks/environment.ts';
import { dataDirectory, node } from './checks/machine.ts';
import { holidays, officeProfile, officeTimes } from './checks/office.ts';
import { people, retention } from './checks/privacy.ts';
import { quota } from './checks/quota.ts';
import { richMenu } from './checks/rich-menu.ts';
import { server } from './checks/server.ts';
import { adminChat, zoomRooms } from './checks/staff.ts';
import { terms } from './checks/terms.ts';
import { channelSecret, webhookAddress, webhookReachable } from './checks/webhook.ts';

export const checks: readonly Check[] = [
  node,
  environment,
  spelling,
  forThePublic,
  listening,
  wayToLine,
  publicUrl,
  dataDirectory,
  database,
  databaseClock,
  migrations,
  dataKey,
  officeProfile,
  officeTimes,
  holidays,
  retention,
  people,
  terms,
  server,
  channelToken,
  clock,
  chatMode,
  webhookAddress,
  webhookReachable,
  channelSecret,
  quota,
  richMenu,
  adminChat,
  zoomRooms,
  byHand,
];
