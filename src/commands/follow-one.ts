/** What is asked of the one problem that was shown: 谁签收的, 为啥拖这么久, 第一件为什么没办. */
import type { Answer } from '../domain/answer.ts';
import { askedIn, factAsked } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  NTH_HEAD,
  nthIn,
  OF_THE_ONE,
  type Step,
  WHY_THE_ONE,
} from '../language/lexicon/follow-ups.ts';
import type { Phrase } from '../language/phrase.ts';
import { pointsAtOne } from '../language/pointing.ts';
import type { Scan } from '../language/scanned.ts';
import { asksHistory } from './about-issue.ts';

/** Asked of one thing without naming it: 为啥拖这么久, 几号到期. */
export function isOfOne({ folded }: Phrase, scan: Scan): boolean {
  const ranks = (['most', 'longest', 'more', 'highest', 'lowest', 'count'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const why = WHY_THE_ONE.test(folded);
  // 催过的 are those that were; 是哪个项目的 asks of the one.
  const those = scan.endsOf && !/(?:项目|企业|负责|管|办|提|报|登记|同意|批准?)的[\s\p{P}]*$/u.test(folded);
  // 怎么搞这么久还没完: that it is open is why it is asked.
  const open = !why && scan.states.some(({ kind }) => kind === 'open' || kind === 'all');
  const pointed = pointsAtOne(folded, scan);
  const one = OF_THE_ONE.test(folded) || why || hangsInTheAir(folded);
  // 那个谁的那个事: somebody's else.
  if (asksOneFact(folded)) return true;
  if (pointed !== undefined && !one) return !/谁的|[他她]/.test(pointed);
  const narrows = those || open;
  const others = (ranks && !asksHistory(folded)) || narrows || scan.periods.length > 0;
  return one && !namesAny(scan) && (hangsInTheAir(folded) || !others);
}

/** 第一件为什么没办, 第二个谁在办: which row; undefined: nothing that is asked of one. */
export function nthAsked(folded: string): number | undefined {
  const head = NTH_HEAD.exec(folded)?.[0];
  if (head === undefined) return undefined;
  const rest = folded.slice(head.length);
  const one = OF_THE_ONE.test(rest) || WHY_THE_ONE.test(rest) || hangsInTheAir(rest) || asksOneFact(rest);
  return one ? nthIn(head) : undefined;
}

/** 谁签收的, 之前延过没有: nothing but that is asked, of nothing named. */
export function asksOneFact(folded: string): boolean {
  const rest = askedIn(folded)?.rest.replace(
    /[那这][个件条]?(?:事|问题)?|它|之前|以前|现在|到底|[的了啊呀呢吗过\s\p{P}]/gu,
    '',
  );
  return rest === '' && factAsked(folded) !== undefined;
}

/** Its card, its history or why its light is what it is. */
export function execOfOne({ folded }: Phrase, step: Step | undefined, issueId: number): Answer {
  const why = step === 'why' || WHY_THE_ONE.test(folded);
  const fact = why ? undefined : factAsked(folded);
  if (fact) return { kind: 'list', filter: { ids: [issueId] }, page: 1, asked: true, fact };
  const kind = asksHistory(folded) ? 'history' : why ? 'explain' : 'issue';
  return { kind, issueId };
}

/** Says whose or where itself. */
export function namesAny({
  unitIds,
  projectIds,
  areaIds,
  personOpenIds,
  someone,
  categoryIds,
  texts,
}: Scan): boolean {
  const ids = [unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts];
  return someone !== undefined || ids.some((list) => list.length > 0);
}
