/** Whose a problem is, whose turn it is and which light it has, in words: plain text. */
import type { Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { personName, shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { viewLight } from './light.ts';
import { LIGHT_NAMES } from './words.ts';
import * as words from './words-facts.ts';

/** What there is to say, one behind the other. */
export const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join('；');

/** Whom it waits for now, and what for; '' where it waits for nobody. */
export function turnOf(issue: Issue, ctx: ViewContext): string {
  const { what, personIds } = mustActNow(issue, ctx.directory);
  if (what === 'none' || what === 'rate') return '';
  const names = personIds.flatMap((id) => ctx.people.get(id)?.name ?? []).slice(0, 3);
  return words.turnOfText(names.join('、') || (words.OTHERWISE[what] ?? '综合办'), what);
}

/** Whose it is and who signed; whose turn it is where that is somebody else. */
export function holder(issue: Issue, ctx: ViewContext): string {
  const { unitId, assigneeId, coUnits, status, signedAt } = issue;
  if (unitId === null) return words.NO_UNIT;
  const signer = signedAt === null || assigneeId === null ? undefined : personName(ctx, assigneeId);
  const told = words.whoText(shortUnitName(ctx, unitId), signer, helpers(coUnits, ctx), status === 'closed');
  return status === 'working' && !issue.pending ? told : join([told, turnOf(issue, ctx)]);
}

/** Those who have not done their part: who leads, till it is reported done, and who helps. */
export function lacking({ unitId, coUnits, status }: Issue, ctx: ViewContext): string {
  if (status === 'closed') return words.LACKS_NO_MORE;
  if (unitId === null) return words.NO_UNIT;
  const leads = status === 'verifying' ? [] : ([[unitId, 'lead']] as const);
  const helps = coUnits.filter(({ doneAt }) => doneAt === null).map((one) => [one.unitId, 'helps'] as const);
  const each = [...leads, ...helps].map(([id, as]) => [shortUnitName(ctx, id), words.LACKS[as]] as const);
  return each.length > 0 ? words.lackingText(each) : words.LACKS_NONE;
}

/** Units that help. */
export const helpers = (coUnits: Issue['coUnits'], ctx: ViewContext) =>
  coUnits.map(({ unitId }) => shortUnitName(ctx, unitId));

/** 红，逾期 7 个工作日 */
export function lit(issue: Issue, ctx: ViewContext): string {
  const { color, why } = viewLight(issue, ctx);
  return words.lightText(LIGHT_NAMES[color], why);
}
