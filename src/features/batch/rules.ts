/** Daily quantities (填方 28): what is done, what is needed, and when it ends at this pace. Pure. */
import { addDays, type Day, daysBetween } from '../../domain/time.ts';

export interface Quantity {
  id: number;
  projectId: number;
  name: string;
  /** 立方米. */
  measure: string;
  planned: number;
  dueOn: Day | null;
  beganOn: Day;
  /** null: switched on. */
  endedOn: Day | null;
}

export interface QuantityFigures {
  done: number;
  left: number;
  /** Whole percent, never rounded up to 100. */
  percent: number;
  /** By the plan, as much every day from the first to the due day; null without a due day. */
  expected: number | null;
  /** Days left until the due day, it included: today counts while nothing was reported for it. null: none set, or over. */
  daysLeft: number | null;
  /** Of the rest, each day; null when there is nothing left or no day. */
  needed: number | null;
  /** A day so far, from the first one. */
  pace: number;
  /** When it ends at the pace so far; null: done, or nothing was done yet. */
  endsOn: Day | null;
}

const hundredth = (amount: number) => Math.round(amount * 100) / 100;

/** @param days what was done on each day */
export function figuresOf(quantity: Quantity, days: ReadonlyMap<Day, number>, today: Day): QuantityFigures {
  const { planned, dueOn, beganOn } = quantity;
  const done = hundredth([...days.values()].reduce((sum, day) => sum + day, 0));
  const left = hundredth(Math.max(0, planned - done));
  const reported = days.has(today);
  const first = [...days.keys()].reduce((least, day) => (day < least ? day : least), beganOn);
  const elapsed = Math.max(1, daysBetween(first, today) + (reported ? 1 : 0));
  const pace = hundredth(done / elapsed);
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn) + (reported ? 0 : 1);
  const all = dueOn === null ? 0 : daysBetween(first, dueOn) + 1;
  const passed = Math.min(all, Math.max(0, daysBetween(first, today) + 1));
  const runs = done > 0 && left > 0;
  // Counted from the sums, for a pace that was rounded would be off by days.
  const rest = runs ? Math.ceil((left * elapsed) / done - 1e-9) : 0;
  return {
    done,
    left,
    percent: done >= planned ? 100 : Math.min(99, Math.floor((done / planned) * 100)),
    expected: all > 0 ? hundredth((planned * passed) / all) : null,
    daysLeft: daysLeft !== null && daysLeft > 0 ? daysLeft : null,
    needed: left > 0 && daysLeft !== null && daysLeft > 0 ? Math.ceil((left / daysLeft) * 100) / 100 : null,
    pace,
    endsOn: runs ? addDays(today, reported ? rest : rest - 1) : null,
  };
}
