/** Who hears of an issue when the one it was to be told to cannot be reached. */
import type { Told } from './decide/change.ts';
import type { NoticeReason } from './decision.ts';
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { mustActNow } from './issue-people.ts';
import type { Rung } from './model.ts';
import type { NoticeFacts } from './notice.ts';
import { officePeople } from './recipients.ts';
import { tellRungAgain } from './rungs.ts';

/** What asks whoever must act; passed to those who must now. */
const ASKS: readonly NoticeReason[] = [
  'to-route',
  'to-sign',
  'to-verify',
  'to-approve',
  'bounced',
  'frozen',
  'false-close',
  'extension-refused',
  'pause-refused',
  'resumed',
  'reopened',
  'urged',
  'co-units-done',
];

/**
 * Those now in the place of somebody a notice could not reach, and what the office is told. News that ask for nothing
 * are passed on to nobody.
 * @param name whom it could not reach
 * @param directory of now, in which that person counts as out of reach
 */
export function hearInstead(notice: NoticeFacts, name: string, issue: Issue, directory: Directory): Told[] {
  const { reason, note, urgent, late } = notice;
  const again = (told: Told): Told => ({ ...told, ...(urgent && { urgent }), ...(late && { late }) });
  const rung = rungOf(reason);
  if (rung !== undefined) return tellRungAgain(rung, issue, directory).map(again);
  if (!ASKS.includes(reason)) return [];
  const { personIds } = mustActNow(issue, directory);
  const told = { personIds, reason, ...(note !== null && { note }) };
  const lost = `${name}（联系不上）`;
  return [again(told), { personIds: officePeople(issue, directory), reason: 'level-silent', note: lost }];
}

function rungOf(reason: NoticeReason): Rung | undefined {
  if (!reason.startsWith('rung-') || reason === 'rung-empty') return undefined;
  return reason.slice('rung-'.length) as Rung;
}
