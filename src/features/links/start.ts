/** 开始: the link becomes an item with a clock, signed for by who says so. */
import { applyChange, applyNew } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { sourceOf } from '../../commands/issue.ts';
import { updateLink } from '../../db/link.ts';
import { findPeople } from '../../db/person.ts';
import type { Answer } from '../../domain/answer.ts';
import { createItem } from '../../domain/create-item.ts';
import { signed } from '../../domain/decide/routing.ts';
import { todayOf } from '../../domain/directory.ts';
import type { HistoryEvent, Issue } from '../../domain/issue.ts';
import { linkDeadline } from '../../domain/plan/link-rules.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import { decideIssue } from '../../verbs/decide.ts';
import { type HeldLink, holdLink, plainDay } from './act.ts';
import { type ChosenLink, good, warn } from './choose.ts';
import { linkTitle, PIECES, PROGRESS } from './words.ts';

/** @param day when it began, if that was said */
export async function startLink(
  context: CommandContext,
  chosen: ChosenLink,
  day: Day | null,
): Promise<Answer> {
  const today = todayOf(context);
  const held = await holdLink(context, chosen, {
    check: (one) => {
      const refused = refuseStart(one.link, day, today);
      return refused === undefined ? undefined : warn(refused);
    },
  });
  if ('answer' in held) return held.answer;
  const { link } = held;
  const title = linkTitle(link.definition);
  if (day !== null && (link.startedOn !== null || link.reportedOn !== null) && day !== link.startedOn) {
    await updateLink(context.tx, link.id, { startedOn: day });
    return good(PROGRESS.startChanged(title, plainDay(day, today)));
  }
  if (link.startedOn !== null) return warn(PROGRESS.begunBefore(title, plainDay(link.startedOn, today)));
  await updateLink(context.tx, link.id, { startedOn: day === today ? null : day });
  const item = link.item
    ? await signItem(context, link.item)
    : await newLinkItem(context, held, day ?? today);
  if ('answer' in item) return item.answer;
  const due = plainDay(item.issue.deadline.day, today);
  const text = PROGRESS.started(title, item.issue.id, due, item.issue.deadline.phrase);
  return good([...held.lead, text, undoText(context, item.issue.id)].join('\n'));
}

function refuseStart(link: ProjectLink, day: Day | null, today: Day): string | undefined {
  const title = linkTitle(link.definition);
  if (link.unconcerned) return PROGRESS.unconcernedNow(title);
  if (link.finishedOn !== null) return PROGRESS.doneBefore(title, plainDay(link.finishedOn, today));
  if (day !== null && day > today) return PROGRESS.future(plainDay(day, today));
  if (day !== null && link.reportedOn !== null && day > link.reportedOn)
    return PROGRESS.startAfterFinish(title, plainDay(link.reportedOn, today), plainDay(day, today));
  return link.unitId === null ? PROGRESS.noUnit(title) : undefined;
}

/** An item the clock made because the link should have begun. */
async function signItem(
  context: CommandContext,
  item: Issue,
): Promise<{ issue: Issue } | { answer: Answer }> {
  const { actor, directory, now } = context;
  const decision = decideIssue(item, { verb: 'sign' }, { now, actor, directory });
  if (!decision.ok) return { answer: { kind: 'refusal', refusal: decision.refusal, issueId: item.id } };
  return { issue: await applyChange(sourceOf(context), item, decision) };
}

/** The item of a link as it begins, not yet stored: made and signed for in one step, so that 撤销 takes both back. */
export function draftItem(
  context: CommandContext,
  { link, project, plan }: HeldLink,
  start: Day,
): { issue: Issue; events: HistoryEvent[] } {
  const { actor, directory, now } = context;
  const title = linkTitle(link.definition);
  const made = createItem(
    {
      kind: 'link',
      linkId: link.id,
      title,
      text: `${title}：${link.definition.task}`,
      projectId: project.id,
      unitId: link.unitId,
      assigneeId: link.contactId,
      reporterId: actor.person.id,
      deadline: linkDeadline(link, plan, start, context),
      now,
      tell: false,
    },
    actor.person.id,
    directory,
  );
  const signing = signed({ id: 0, ...made.issue }, { now, actor, directory });
  return { issue: signing.issue, events: [...made.events, ...signing.events] };
}

async function newLinkItem(context: CommandContext, held: HeldLink, start: Day): Promise<{ issue: Issue }> {
  const { issue, events } = draftItem(context, held, start);
  return { issue: await storeItem(context, held, { issue, events, effects: [] }) };
}

/** Stores what {@link draftItem} made, and ties it to its link. */
export async function storeItem(
  context: CommandContext,
  { link }: HeldLink,
  change: Parameters<typeof applyNew>[1],
): Promise<Issue> {
  const { id: _id, ...issue } = change.issue as Issue;
  const place = { chatId: context.chatId, isGroup: context.chatType === 'group' };
  const stored = await applyNew(sourceOf(context), { ...change, issue }, place);
  await updateLink(context.tx, link.id, { issueId: stored.id });
  return stored;
}

export function undoText({ directory }: CommandContext, id: number): string {
  return PIECES.undo(directory.settings.undoMinutes, id);
}

/** 您, or the name. */
export async function nameOf(context: CommandContext, personId: number | null): Promise<string> {
  if (personId === context.actor.person.id) return '您';
  const [person] = personId === null ? [] : await findPeople(context.tx, [personId]);
  return person?.name ?? '别人';
}
