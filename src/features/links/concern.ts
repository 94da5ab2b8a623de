/** 不涉及 and 恢复: whether a link concerns the project at all; and the unit it is with. */
import { applyChange } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { decideAndApply, sourceOf } from '../../commands/issue.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { lastItemOf, updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { change, nextGeneration, tellResponsible } from '../../domain/decide/change.ts';
import { unitServes } from '../../domain/decide/routing.ts';
import { decideVoid } from '../../domain/decide/verify.ts';
import { todayOf } from '../../domain/directory.ts';
import type { Issue } from '../../domain/issue.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import { holdLink, plainDay } from './act.ts';
import { type ChosenLink, good, warn } from './choose.ts';
import { mayName } from './rights.ts';
import { nameOf } from './start.ts';
import { linkNo, linkTitle, PROGRESS } from './words.ts';

/** The item under way ends with the same reason. */
export async function markUnconcerned(
  context: CommandContext,
  chosen: ChosenLink,
  reason: string,
): Promise<Answer> {
  const held = await holdLink(context, chosen, {
    check: ({ link }) => refuseUnconcerned(context, link, reason),
  });
  if ('answer' in held) return held.answer;
  const { link, plan } = held;
  const { tx, actor, directory, now } = context;
  const title = linkTitle(link.definition);
  const item = link.item && (await loadIssueForUpdate(tx, link.item.id));
  if (item) {
    // Who may say so of the link may end its item, whoever opened it.
    const decision = decideVoid(
      item,
      { verb: 'void', reason: PROGRESS.voidReason(reason) },
      { now, actor, directory },
    );
    if (!decision.ok) return { kind: 'refusal', refusal: decision.refusal, issueId: item.id };
    await applyChange(sourceOf(context), item, decision);
  }
  await updateLink(tx, link.id, {
    unconcerned: { reason: reason.trim().slice(0, 500), byId: actor.person.id, at: now },
  });
  return good(
    [
      ...held.lead,
      PROGRESS.markedUnconcerned(title),
      ...(item ? [PROGRESS.itemVoided(item.id)] : []),
      ...(plan?.payload.critical.includes(link.definition.code) ? [PROGRESS.recomputed] : []),
    ].join(''),
  );
}

async function refuseUnconcerned(
  context: CommandContext,
  link: ProjectLink,
  reason: string,
): Promise<Answer | undefined> {
  const title = linkTitle(link.definition);
  if (link.unconcerned) return warn(PROGRESS.unconcernedBefore(title, link.unconcerned.reason));
  if (link.finishedOn !== null) return warn(PROGRESS.doneNotUnconcerned(title));
  if (link.reportedOn !== null && link.item) {
    const by = await nameOf(context, link.item.doneBy);
    return warn(
      PROGRESS.reportedBefore(title, link.item.id, by, plainDay(link.reportedOn, todayOf(context))),
    );
  }
  return reason.trim() === '' ? warn(PROGRESS.reasonNeeded(linkNo(link.definition))) : undefined;
}

export async function restoreLink(context: CommandContext, chosen: ChosenLink): Promise<Answer> {
  const held = await holdLink(context, chosen, {
    check: ({ link }) =>
      link.unconcerned ? undefined : warn(PROGRESS.notUnconcerned(linkTitle(link.definition))),
  });
  if ('answer' in held) return held.answer;
  const { link, plan } = held;
  const title = linkTitle(link.definition);
  const { unconcerned } = link;
  if (!unconcerned) return warn(PROGRESS.notUnconcerned(title));
  await updateLink(context.tx, link.id, { unconcerned: null });
  const revived = await reviveItem(context, link.id, unconcerned.at);
  return good(
    [
      ...held.lead,
      PROGRESS.restored(title),
      ...(revived ? [PROGRESS.revived(revived.id)] : []),
      ...(plan?.payload.critical.includes(link.definition.code) ? [PROGRESS.recomputed] : []),
    ].join(''),
  );
}

/** The item that ended because the link did not concern the project goes on where it was. */
async function reviveItem(
  context: CommandContext,
  linkId: number,
  endedAt: number,
): Promise<Issue | undefined> {
  const { tx, actor, directory, now } = context;
  const last = await lastItemOf(tx, linkId);
  if (last?.status !== 'void' || last.changedAt !== endedAt) return undefined;
  const item = await loadIssueForUpdate(tx, last.id);
  if (item?.status !== 'void') return undefined;
  const status = item.unitId === null ? 'unrouted' : item.signedAt === null ? 'unsigned' : 'working';
  const decision = change(
    item,
    { status, ladder: nextGeneration(item.ladder, now, item.ladder.fired) },
    [{ verb: 'undo', detail: { undone: 'void' } }],
    [tellResponsible(item, 'undone', directory)],
    { now, actor, directory },
  );
  return applyChange(sourceOf(context), item, decision);
}

/** Who does it, named by the secretary or the office; an item under way goes there, too. */
export async function nameUnit(
  context: CommandContext,
  chosen: ChosenLink,
  unitIds: readonly number[],
): Promise<Answer> {
  const { directory, actor } = context;
  const { project } = chosen;
  const [unitId] = unitIds;
  const unit = unitId === undefined ? undefined : directory.unit(unitId);
  if (
    !unit ||
    unitIds.length > 1 ||
    !unitServes(unit.id, { areaId: project.areaId, projectId: project.id }, directory)
  )
    return warn(PROGRESS.unitUnknown);
  const held = await holdLink(context, chosen, { may: () => mayName(actor, project, directory) });
  if ('answer' in held) return held.answer;
  const { link } = held;
  if (link.item && link.item.unitId !== unit.id) {
    const item = await loadIssueForUpdate(context.tx, link.item.id);
    const answer = item && (await decideAndApply(context, item, { verb: 'route', unitId: unit.id }));
    if (answer?.kind === 'refusal') return answer;
  }
  await updateLink(context.tx, link.id, { unitId: unit.id, contactId: null });
  return good([...held.lead, PROGRESS.unitSet(linkTitle(link.definition), unit.name)].join('\n'));
}
