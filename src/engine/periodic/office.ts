/** Where the office (综合办) of each area hears: in its group, else every one of its people in private. */
import { officeChats } from '../../db/chat.ts';
import { findPeople } from '../../db/person.ts';
import type { Planning } from '../periodic.ts';

export interface OfficePlace {
  /** The office hears of this area and everything below it. */
  areaId: number;
  to: { chatId: string } | { openId: string };
  /** As the outbox names it. */
  target: string;
}

/** Offices without a group that can be written to and without people hear nothing; there is nobody. */
export async function officePlaces({
  tx,
  directory,
}: Pick<Planning, 'tx' | 'directory'>): Promise<OfficePlace[]> {
  const places: OfficePlace[] = [];
  for (const { id: areaId } of directory.data.areas) {
    const chats = (await officeChats(tx, [areaId])).filter((chat) => !chat.unreachable);
    if (chats.length > 0) {
      places.push(...chats.map(({ id }) => ({ areaId, to: { chatId: id }, target: `chat:${id}` })));
      continue;
    }
    const holders = directory.data.grants.filter(
      (grant) => grant.role === 'office' && grant.areaId === areaId,
    );
    const people = await findPeople(
      tx,
      holders.map((grant) => grant.personId),
    );
    places.push(
      ...people
        .filter((person) => person.home && person.unreachableSince === null)
        .map(({ openId }) => ({ areaId, to: { openId }, target: `person:${openId}` })),
    );
  }
  return places;
}
