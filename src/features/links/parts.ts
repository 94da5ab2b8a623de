/** 分项: parts of a link that are done one by one; the last one asks whether the link is done, and assumes nothing. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { holdLink } from './act.ts';
import { chooseLink, good, warn } from './choose.ts';
import { linkNo, linkTitle, PART_WORDS, PROGRESS } from './words.ts';

export async function runParts(context: CommandContext, call: CallOf<'link-parts'>): Promise<Answer> {
  const { count, done } = call;
  const chosen = await chooseLink(context, call, (link, project) =>
    ['分项', project, link, String(count), ...(done ? ['完成'] : [])].join(' '),
  );
  if ('answer' in chosen) return chosen.answer;
  const held = await holdLink(context, chosen);
  if ('answer' in held) return held.answer;
  const { link, project } = held;
  const title = linkTitle(link.definition);
  const no = linkNo(link.definition);
  const { subUnits } = link;
  if (link.unconcerned) return warn(PROGRESS.unconcernedNow(title));
  if (!done) {
    if (count === 0) return warn(PART_WORDS.usage);
    if (subUnits && subUnits.done > count) return warn(PART_WORDS.fewer(count, subUnits.done));
    await updateLink(context.tx, link.id, { subUnits: { total: count, done: subUnits?.done ?? 0 } });
    return good([...held.lead, PART_WORDS.set(title, count)].join('\n'));
  }
  if (!subUnits) return warn(PART_WORDS.noTotal(no));
  if (count > subUnits.total) return warn(PART_WORDS.tooMany(count, subUnits.total));
  await updateLink(context.tx, link.id, { subUnits: { ...subUnits, done: count } });
  const told = PART_WORDS.done(title, count, subUnits.total);
  if (count < subUnits.total || link.finishedOn !== null || link.reportedOn !== null) return good(told);
  return {
    kind: 'suggest',
    text: `${told}\n${PART_WORDS.all(title)}`,
    commands: [`进度 ${project.name} ${no} 完成`.slice(0, 200)],
  };
}
