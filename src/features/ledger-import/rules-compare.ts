/** Which item of ours a row of a ledger is, and what it says anew. Ours wins where it is newer. Pure. */
import type { Status } from '../../domain/issue.ts';
import type { Day } from '../../domain/time.ts';
import { foldName, likeness } from './rules-names.ts';

/** An item that is there, as far as ledgers speak of it. */
export interface KnownItem {
  id: number;
  version: number;
  kind: 'problem' | 'task';
  projectId: number | null;
  title: string;
  text: string;
  unitId: number | null;
  deadlineDay: Day;
  longTerm: boolean;
  status: Status;
  /** What was said of its progress last, by a file or here. */
  progress: string;
  /** What a file said of it when one was imported last; absent: none ever did. */
  base?: SaidOfItem | undefined;
}

/** The same problem: as good as the same words. */
const SAME = 0.9;

export interface ItemIndex {
  /** The item the words are of; each is given out once. */
  take(row: { kind: string; projectId: number | null; title: string; text: string }): KnownItem | undefined;
}

export function indexItems(items: readonly KnownItem[]): ItemIndex {
  const taken = new Set<number>();
  const byProject = Map.groupBy(items, ({ kind, projectId }) => `${kind}:${projectId ?? 0}`);
  const exact = new Map<string, KnownItem[]>();
  for (const item of items)
    for (const words of new Set([item.title, firstLine(item.text)].map(foldText))) {
      const key = `${item.kind}:${item.projectId ?? 0}:${words}`;
      exact.set(key, [...(exact.get(key) ?? []), item]);
    }
  return {
    take({ kind, projectId, title, text }) {
      const place = `${kind}:${projectId ?? 0}`;
      const said = [...new Set([title, text].map(foldText))];
      const free = (item: KnownItem) => !taken.has(item.id);
      let found = said.flatMap((words) => exact.get(`${place}:${words}`) ?? []).find(free);
      if (!found) {
        const words = foldText(text) || foldText(title);
        let best = SAME;
        for (const item of byProject.get(place) ?? []) {
          const own = foldText(firstLine(item.text));
          // Words of very different length cannot be as good as the same.
          if (!free(item) || Math.min(own.length, words.length) < 0.8 * Math.max(own.length, words.length))
            continue;
          const like = likeness(own, words);
          if (like >= best) [found, best] = [item, like];
        }
      }
      if (found) taken.add(found.id);
      return found;
    },
  };
}

/** Of an imported item the lines below are measures, sources and notes. */
function firstLine(text: string): string {
  return text.split(/\n(?:措施|来源|核验人|备注)：/)[0] ?? text;
}

function foldText(text: string): string {
  return foldName(text).replace(/[\p{P}\p{S}]/gu, '');
}

export interface SaidOfItem {
  unitId: number | null;
  deadlineDay: Day | null;
  longTerm: boolean;
  progress: string;
  closed: boolean;
}

export type ConflictWhy = 'progress' | 'unit' | 'deadline' | 'over' | 'waits' | 'reopened';

export type Compared =
  | { verdict: 'same' }
  | {
      verdict: 'changed';
      unit: boolean;
      deadline: boolean;
      longTerm: boolean;
      progress: boolean;
      closed: boolean;
    }
  | { verdict: 'conflict'; why: ConflictWhy };

type Part = 'same' | 'changed' | 'conflict';

/**
 * Of three: what the file says, what it said when it was imported last, what stands here. What only the file changed is
 * taken, what only we changed stays in silence, what both changed stays and is shown.
 */
function judge<T>(said: T | null, base: T | null | undefined, ours: T | null): Part {
  if (said === null || said === ours) return 'same';
  if (base === undefined) return 'changed';
  if (said === base) return 'same';
  return ours === base ? 'changed' : 'conflict';
}

/** What the row changes of the item. Nothing it leaves empty, and nothing where we know better. */
export function compareItem(item: KnownItem, said: SaidOfItem): Compared {
  const { status, base } = item;
  const words = (text: string) => foldText(text) || null;
  const progress = judgeProgress(item, words(said.progress), words);
  if (status === 'closed')
    return said.closed || progress === 'same' ? { verdict: 'same' } : { verdict: 'conflict', why: 'over' };
  const unit = judge(said.unitId, base?.unitId, item.unitId);
  const day = said.longTerm ? LONG : said.deadlineDay;
  const deadline = judge(
    day,
    base && (base.longTerm ? LONG : base.deadlineDay),
    item.longTerm ? LONG : item.deadlineDay,
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
  if (Object.values(changed).some(Boolean)) return { verdict: 'changed', ...changed };
  if (progress === 'conflict') return { verdict: 'conflict', why: 'progress' };
  if (unit === 'conflict') return { verdict: 'conflict', why: 'unit' };
  if (deadline === 'conflict') return { verdict: 'conflict', why: 'deadline' };
  return { verdict: 'same' };
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
