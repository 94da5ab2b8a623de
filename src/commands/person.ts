/** People meant by an @ or by their name. */
import { HOME_ONLY, samePersonNameText } from '../cards/words-admin.ts';
import { findPeopleByName, findPeopleByOpenIds, upsertPerson } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Person } from '../domain/model.ts';
import type { CommandContext } from './context.ts';

/**
 * The person meant; undefined when nobody was named. Somebody @-mentioned for the first time is written
 * down with the name and tenant the platform gave.
 */
export async function resolvePerson(
  context: CommandContext,
  heard: { openId: string | null; name: string | null },
): Promise<Person | 'unknown' | 'ambiguous' | undefined> {
  if (heard.openId !== null) return personOfMention(context, heard.openId);
  if (!heard.name) return undefined;
  const found = await findPeopleByName(context.tx, heard.name);
  if (found.length === 0) return 'unknown';
  return found.length === 1 ? found[0] : 'ambiguous';
}

/** Known by open_id, or met through this very mention. */
export async function personOfMention(context: CommandContext, openId: string): Promise<Person> {
  const [known] = await findPeopleByOpenIds(context.tx, [openId]);
  if (known && known.name !== '') return known;
  const mention = context.mentions.find((one) => one.openId === openId);
  // Without a tenant in the mention, somebody in an external group may be an outsider: no rights then.
  const home =
    known?.home ??
    (mention?.tenantKey !== undefined &&
      mention.tenantKey === context.actor.person.tenantKey &&
      context.actor.person.home);
  return upsertPerson(
    context.tx,
    { openId, name: mention?.name, tenantKey: mention?.tenantKey ?? known?.tenantKey ?? '', home },
    context.now,
  );
}

/** People said by @ or, where no @ can be made (a private chat), by name; several names with 、 or spaces. */
export async function resolvePeople(
  context: CommandContext,
  said: { openIds: readonly string[]; text: string },
): Promise<{ ok: true; people: Person[] } | { ok: false; answer: Answer }> {
  const people: Person[] = [];
  for (const openId of said.openIds) people.push(await personOfMention(context, openId));
  const names = said.openIds.length > 0 ? [] : said.text.split(/[\s,，、;；@]+/).filter(Boolean);
  for (const name of names) {
    const found = await findPeopleByName(context.tx, name);
    const [first, ...others] = found;
    if (first && others.length === 0) people.push(first);
    else if (first) return { ok: false, answer: sameName(name) };
    else
      return {
        ok: false,
        answer: { kind: 'refusal', refusal: { code: 'person-unknown', params: { name } } },
      };
  }
  return { ok: true, people };
}

export function homeOnly(): Answer {
  return { kind: 'text', tone: 'warning', text: HOME_ONLY };
}

function sameName(name: string): Answer {
  return { kind: 'text', tone: 'warning', text: samePersonNameText(name) };
}
