/** Which item of ours a row of a ledger is, and what it says anew. Ours wins where it is newer. Pure. */
import type { Status } from '../../domain/issue.ts';
import { foldWords } from '../../domain/ledger/fold.ts';
import { foldText } from '../../domain/ledger/identity.ts';
import type { Target } from '../../domain/ledger/import.ts';
import type { Day } from '../../domain/time.ts';

/** An item that is there, as far as ledgers speak of it. */
export interface KnownItem {
  id: number;
  version: number;
  kind: 'problem' | 'task';
  projectId: number | null;
  title: string;
  /** Without the lines of measures, sources and notes below it. */
  text: string;
  unitId: number | null;
  deadlineDay: Day;
  longTerm: boolean;
  /** Nobody ever said a deadline: it is the default limit. */
  undated: boolean;
  status: Status;
  /** What was said of its progress last, by a file or here. */
  progress: string;
  /** What a file said of it when one was imported last; absent: none ever did. */
  base?: SaidOfItem | undefined;
  /** The project that file named; null: none. */
  saidProject?: Target;
  /** Which row of which file that was. */
  key: string | null;
}

export interface SaidOfItem {
  text: string;
  unitId: number | null;
  deadlineDay: Day | null;
  longTerm: boolean;
  progress: string;
  closed: boolean;
}

export type ConflictWhy = 'text' | 'progress' | 'unit' | 'deadline' | 'over' | 'waits' | 'reopened';

export type Compared =
  | { verdict: 'same' }
  | {
      verdict: 'changed';
      unit: boolean;
      deadline: boolean;
      longTerm: boolean;
      progress: boolean;
      closed: boolean;
      /** What stays ours all the same. */
      kept: readonly ConflictWhy[];
    }
  | { verdict: 'conflict'; why: ConflictWhy };

type Part = 'same' | 'changed' | 'conflict';

/**
 * Of three: what the file says, what it said when it was imported last, what stands here. What only the file changed is
 * taken, what only we changed stays in silence, what both changed stays and is shown.
 */
function judge<T>(said: T | null, base: T | null | undefined, ours: T | null): Part {
  if (said === null || said === ours) return 'same';
  // What no file ever said was decided here: an old table does not take it back.
  if (base === undefined) return ours === null ? 'changed' : 'conflict';
  if (said === base) return 'same';
  return ours === base ? 'changed' : 'conflict';
}

/** What the row changes of the item. Nothing it leaves empty, and nothing where we know better. */
export function compareItem(item: KnownItem, said: SaidOfItem): Compared {
  const { status, base } = item;
  const words = (text: string) => foldWords(text) || null;
  const progress = judgeProgress(item, words(said.progress), words);
  if (status === 'closed')
    return said.closed || progress === 'same' ? { verdict: 'same' } : { verdict: 'conflict', why: 'over' };
  const text =
    foldText(said.text) !== foldText(item.title) &&
    judge(foldText(said.text), base && foldText(base.text), foldText(item.text)) !== 'same';
  const unit = judge(said.unitId, base?.unitId, item.unitId);
  const day = said.longTerm ? LONG : said.deadlineDay;
  const deadline = judge(
    day,
    base && (base.longTerm ? LONG : base.deadlineDay),
    // A default limit is nothing anybody decided here: a file that left the day blank may say it later.
    item.longTerm ? LONG : base && item.undated && day !== item.deadlineDay ? null : item.deadlineDay,
  );
  const closes = said.closed && status !== 'verifying';
  const parts = [unit, deadline, progress];
  if (status === 'verifying')
    return said.closed || parts.every((part) => part === 'same')
      ? { verdict: 'same' }
      : { verdict: 'conflict', why: 'waits' };
  if (closes && base?.closed) return { verdict: 'conflict', why: 'reopened' };
  const changed = {
    unit: unit === 'changed',
    deadline: deadline === 'changed' && !said.longTerm,
    longTerm: deadline === 'changed' && said.longTerm,
    progress: progress === 'changed',
    closed: closes,
  };
  const kept: ConflictWhy[] = [
    ...(text ? (['text'] as const) : []),
    ...(progress === 'conflict' ? (['progress'] as const) : []),
    ...(unit === 'conflict' ? (['unit'] as const) : []),
    ...(deadline === 'conflict' ? (['deadline'] as const) : []),
  ];
  if (Object.values(changed).some(Boolean)) return { verdict: 'changed', ...changed, kept };
  const [why] = kept;
  return why === undefined ? { verdict: 'same' } : { verdict: 'conflict', why };
}

const LONG = 'long-term';

/** Words of ours that no file brought are newer than any file's. */
function judgeProgress(
  { progress, base }: KnownItem,
  said: string | null,
  words: (text: string) => string | null,
): Part {
  const ours = words(progress);
  if (base === undefined)
    return said === null || said === ours ? 'same' : ours === null ? 'changed' : 'conflict';
  return judge(said, words(base.progress), ours);
}
