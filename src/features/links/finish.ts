/** 完成: reported by one side, confirmed by the other like a problem; held back while something is missing. */
import { applyChange } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { sourceOf } from '../../commands/issue.ts';
import { updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { recordTold } from '../../domain/decide/change.ts';
import { todayOf } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import { type ByCode, missingFor } from '../../domain/plan/link-rules.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { decideIssue } from '../../verbs/decide.ts';
import { type HeldLink, holdLink, plainDay } from './act.ts';
import { type ChosenLink, good, warn } from './choose.ts';
import { mayOffice } from './rights.ts';
import { draftItem, nameOf, storeItem, undoText } from './start.ts';
import { linkTitle, PROGRESS } from './words.ts';

export interface Finish {
  /** The day it was finished; null: today. */
  day: Day | null;
  /** The materials that cannot be handed in later are said to be there. */
  allThere?: boolean;
  /** Of the office, past what is missing. */
  force?: string;
  note?: string;
}

export async function finishLink(
  context: CommandContext,
  chosen: ChosenLink,
  finish: Finish,
): Promise<Answer> {
  const today = todayOf(context);
  const day = finish.day ?? today;
  const held = await holdLink(context, chosen, {
    check: async (one) => {
      const refused = await refuseFinish(context, one.link, day, today);
      return refused === undefined ? refuseMissing(context, chosen.project, one, finish) : warn(refused);
    },
  });
  if ('answer' in held) return held.answer;
  const { link, byCode } = held;
  const ticked = tickedBy(link, byCode, finish);
  const forced = isHeld({ ...link, ticked }, byCode) ? finish.force : undefined;
  await updateLink(context.tx, link.id, { ticked, claimedOn: day });
  return report(context, held, { day, note: finish.note ?? '', forced });
}

function isHeld(link: ProjectLink, byCode: ByCode): boolean {
  const { before, materials } = missingFor(link, byCode);
  return before.length + materials.length > 0;
}

/** Materials ticked by hand once what was said is counted. */
function tickedBy(link: ProjectLink, byCode: ByCode, { allThere }: Finish): string[] {
  if (!allThere) return link.ticked;
  return [...new Set([...link.ticked, ...missingFor(link, byCode).materials.map(({ name }) => name)])];
}

function refuseMissing(
  { actor, directory }: CommandContext,
  project: Project,
  { link, byCode }: Pick<HeldLink, 'link' | 'byCode'>,
  finish: Finish,
): Answer | undefined {
  if (!isHeld({ ...link, ticked: tickedBy(link, byCode, finish) }, byCode)) return undefined;
  if (finish.force === undefined)
    return { kind: 'link-held', projectId: project.id, code: link.definition.code, day: finish.day };
  const may = mayOffice(actor, project, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  return finish.force.trim() === '' ? warn(PROGRESS.forceReason) : undefined;
}

async function refuseFinish(
  context: CommandContext,
  link: ProjectLink,
  day: Day,
  today: Day,
): Promise<string | undefined> {
  const title = linkTitle(link.definition);
  const { item } = link;
  if (link.unconcerned) return PROGRESS.unconcernedNow(title);
  if (link.finishedOn !== null) {
    const done = PROGRESS.doneBefore(title, plainDay(link.finishedOn, today));
    return item ? `${done}${PROGRESS.reopenFirst(item.id)}` : done;
  }
  if (item?.status === 'verifying')
    return PROGRESS.reportedBefore(
      title,
      item.id,
      await nameOf(context, item.doneBy),
      plainDay(link.reportedOn ?? today, today),
    );
  if (day > today) return PROGRESS.future(plainDay(day, today));
  const said = saidStart(link, context.directory.settings.timeZone);
  if (said !== null && day < said)
    return PROGRESS.beforeStart(title, plainDay(said, today), plainDay(day, today));
  return link.unitId === null || item?.status === 'unrouted' ? PROGRESS.noUnit(title) : undefined;
}

/** A start that was named; of one that is only the day of its 开始, an earlier finish tells more. */
function saidStart({ startedOn, item }: ProjectLink, timeZone: string): Day | null {
  if (startedOn === null || item?.signedAt == null) return startedOn;
  return startedOn === dayOf(item.signedAt, timeZone) ? null : startedOn;
}

async function report(
  context: CommandContext,
  held: HeldLink,
  { day, note, forced }: { day: Day; note: string; forced: string | undefined },
): Promise<Answer> {
  const { actor, directory, now } = context;
  const { link } = held;
  const title = linkTitle(link.definition);
  const said = plainDay(day, todayOf(context));
  const result = [
    PROGRESS.result(title, said),
    ...(note ? [note] : []),
    ...(forced ? [PROGRESS.forced(forced)] : []),
  ].join('。');
  const fresh = link.item === null;
  const begun = link.item
    ? { issue: link.item, events: [] }
    : draftItem(context, held, link.startedOn ?? todayOf(context));
  const decision = decideIssue(
    begun.issue,
    { verb: 'report-done', result, override: true },
    { now, actor, directory },
  );
  if (!decision.ok)
    return { kind: 'refusal', refusal: decision.refusal, ...(link.item && { issueId: link.item.id }) };
  const events = recordTold([...begun.events, ...decision.events], decision.effects);
  const issue = fresh
    ? // One step from nothing: 撤销 takes all of it back.
      await storeItem(context, held, { ...decision, events, issue: { ...decision.issue, version: 1 } })
    : await applyChange(sourceOf(context), begun.issue, decision);
  const text = PROGRESS.finished(title, issue.id, said);
  return good([...held.lead, text, undoText(context, issue.id)].join('\n'));
}
