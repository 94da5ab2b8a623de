/** 能评 立项的事找哪个: links of no project, by the template: whose they are and what they take. */
import type { CommandContext } from '../../commands/context.ts';
import { findPeople } from '../../db/person.ts';
import type { Answer } from '../../domain/answer.ts';
import type { LinkAspect } from '../../domain/link-aspects.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import { pickOne } from './choose.ts';
import { loadBoard } from './store.ts';
import { LINKS, linkTitle, whoseText } from './words.ts';

/** The card of the one link; of several a line each with who has it. */
export async function showGeneral(
  context: CommandContext,
  names: readonly string[],
  asked: { asks?: LinkAspect[] } = {},
): Promise<Answer> {
  const { tx, directory } = context;
  const board = await loadBoard(tx, null, directory);
  const all = board.links.map((link) => ({ ...link.definition, link }));
  const found: (typeof all)[number][] = [];
  for (const words of names) {
    const one = pickOne(findLinks(words, all), words, (no) => no, all);
    if ('answer' in one) return one.answer;
    found.push(one);
  }
  const [only, second] = found;
  if (only && !second) return { kind: 'link', projectId: 0, code: only.code, ...asked };
  const units = found.map(({ link }) => (link.unitId === null ? undefined : directory.unit(link.unitId)));
  const whoOf = (at: number) =>
    found[at]?.link.contactId ?? units[at]?.coordinatorId ?? units[at]?.headId ?? null;
  const ids = found.flatMap((_, at) => whoOf(at) ?? []);
  const people = new Map((await findPeople(tx, ids)).map(({ id, name }) => [id, name]));
  const lines = found.map((one, at) =>
    whoseText(linkTitle(one), units[at]?.name ?? LINKS.noUnit, people.get(whoOf(at) ?? 0)),
  );
  return { kind: 'text', tone: 'info', text: lines.join('\n') };
}
