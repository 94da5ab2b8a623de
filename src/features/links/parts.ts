/** 分项: parts of a link that are done one by one; the last one asks whether the link is done, and assumes nothing. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { countParts, markParts } from '../../domain/plan/parts.ts';
import { type HeldLink, holdLink, linkOfButton } from './act.ts';
import { chooseLink, good, warn } from './choose.ts';
import { linkNo, linkTitle, PART_WORDS, PROGRESS } from './words.ts';

export async function runParts(context: CommandContext, call: CallOf<'link-parts'>): Promise<Answer> {
  const { change } = call;
  const chosen = await chooseLink(context, call, (link, project) =>
    ['分项', project, link, ...sayChange(change)].join(' '),
  );
  if ('answer' in chosen) return chosen.answer;
  const { code } = chosen.link.definition;
  if (change === null) {
    if (!chosen.link.subUnits) return warn(PART_WORDS.noTotal(linkNo(chosen.link.definition)));
    return { kind: 'link-parts', projectId: chosen.project.id, code };
  }
  const held = await holdLink(context, chosen);
  if ('answer' in held) return held.answer;
  const { link } = held;
  const { subUnits } = link;
  const title = linkTitle(link.definition);
  if (link.unconcerned) return warn(PROGRESS.unconcernedNow(title));
  if ('total' in change) {
    const { total } = change;
    if (total === 0) return warn(PART_WORDS.usage);
    if (subUnits && subUnits.done > total) return warn(PART_WORDS.fewer(total, subUnits.done));
    const ticked = (subUnits?.ticked ?? []).filter((part) => part <= total);
    await updateLink(context.tx, link.id, { subUnits: { total, done: subUnits?.done ?? 0, ticked } });
    return good([...held.lead, PART_WORDS.set(title, total)].join('\n'));
  }
  if (!subUnits) return warn(PART_WORDS.noTotal(linkNo(link.definition)));
  if ('done' in change) {
    if (change.done > subUnits.total) return warn(PART_WORDS.tooMany(change.done, subUnits.total));
    return save(context, held, countParts(subUnits, change.done));
  }
  const wrong = change.parts.find((part) => part < 1 || part > subUnits.total);
  if (wrong !== undefined) return warn(PART_WORDS.noSuch(wrong, subUnits.total));
  return save(context, held, markParts(subUnits, change.parts, change.on));
}

function sayChange(change: CallOf<'link-parts'>['change']): string[] {
  if (change === null) return [];
  if ('total' in change) return [String(change.total)];
  if ('done' in change) return [String(change.done), '完成'];
  return [`第${change.parts.join('、')}项`, change.on ? '完成' : '取消'];
}

async function save(
  context: CommandContext,
  { link, project }: HeldLink,
  parts: NonNullable<HeldLink['link']['subUnits']>,
): Promise<Answer> {
  await updateLink(context.tx, link.id, { subUnits: parts });
  const title = linkTitle(link.definition);
  const told = PART_WORDS.done(title, parts.done, parts.total);
  if (parts.done < parts.total || link.finishedOn !== null || link.reportedOn !== null) return good(told);
  return {
    kind: 'suggest',
    text: `${told}\n${PART_WORDS.all(title)}`,
    commands: [`进度 ${project.name} ${linkNo(link.definition)} 完成`.slice(0, 200)],
  };
}

/** A button beside one part. @returns undefined when the link is gone */
export async function tickPart(
  context: CommandContext,
  carried: { projectId: number; code: string; part: number; on: boolean },
): Promise<Answer | undefined> {
  const chosen = await linkOfButton(context, carried);
  if (!chosen) return undefined;
  const held = await holdLink(context, chosen);
  if ('answer' in held) return held.answer;
  const { subUnits } = held.link;
  if (!subUnits || carried.part > subUnits.total) return undefined;
  // The card that is put in place of the clicked one asks whether the link is done.
  const answer = await save(context, held, markParts(subUnits, [carried.part], carried.on));
  return answer.kind === 'suggest' ? good(answer.text) : answer;
}
