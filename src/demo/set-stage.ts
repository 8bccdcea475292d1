// What stands ready before anybody plays: a mother who has not met the account yet, and the staff's group.
import type { Group, Member, Person } from 'line-simulator';
import { applicant, clerks, room, staffGroup } from './cast.ts';
import type { Demo } from './demo.ts';
import { putUpMenus } from './put-up-menus.ts';

export type Stage = { hanako: Person; group: Group; clerk: Member };

/**
 * With the code the group becomes the admin chat and gets a Zoom room, as staff would do it. Without one an admin
 * chat is enrolled already: then the people only take their places.
 */
export async function setStage({ simulator, office, enrolmentCode }: Demo): Promise<Stage> {
  await putUpMenus(simulator, office);
  const hanako = simulator.person(applicant.displayName, { userId: applicant.userId });
  const [suzuki, ...others] = clerks.map(({ displayName, userId }) =>
    simulator.person(displayName, { userId }),
  );
  if (suzuki === undefined) throw new Error('The cast has no clerk.');
  const group = simulator.group(staffGroup.name, [suzuki, ...others], { groupId: staffGroup.groupId });
  const clerk = suzuki.in(group);
  await group.invitesBot();
  if (enrolmentCode === undefined) return { hanako, group, clerk };
  await group.receives();
  await clerk.says(enrolmentCode);
  await group.receives();
  await clerk.says(`会議室 追加 ${room.name} ${room.numbers}`);
  await group.receives(room.name);
  return { hanako, group, clerk };
}
