/**
 * What an agreed plan comes to, told a second time and another way: whole numbers instead of days, every step as far
 * forward as a fixpoint pushes it, floats by trying. Shares no line with the code it judges.
 */
export interface OracleTask {
  code: string;
  /** Codes it waits for, those that became 不涉及 among them. */
  on: readonly string[];
  /** Working days; by the plan from `start` (0 is the first), both ends belong to it: it ends on start + days - 1. */
  days: number;
  planned: number;
  /** Became 不涉及 after the plan was agreed. */
  gone: boolean;
  began: number | null;
  ended: number | null;
}

/** First and last day of every task that still concerns the project. */
export type Expected = Map<string, { start: number; end: number }>;

/** @param late how many days longer one task takes than the plan says */
export function expectTasks(
  tasks: readonly OracleTask[],
  today: number,
  late: { code: string; by: number } | null = null,
): Expected {
  const byCode = new Map(tasks.map((task) => [task.code, task]));
  const planEnd = (code: string) => byCode.get(code)!.planned + byCode.get(code)!.days;
  // `free` is the first day after a task; what is gone is free where it would have begun.
  const free = new Map(tasks.map(({ code }) => [code, Number.NEGATIVE_INFINITY]));
  const start = new Map<string, number>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const task of tasks) {
      const ready = Math.max(...task.on.map((code) => free.get(code)!));
      const pause = task.on.length === 0 ? 0 : task.planned - Math.max(...task.on.map(planEnd));
      const due =
        task.on.length === 0 ? task.planned : Math.max(ready, Math.min(ready + pause, task.planned));
      const begin = task.began ?? (task.gone ? due : Math.max(due, today));
      let next = begin + (task.gone ? 0 : task.days);
      if (task.ended !== null) next = task.ended + 1;
      else if (task.began !== null) next = Math.max(next, today + 1);
      if (late?.code === task.code) next += late.by;
      start.set(task.code, begin);
      if (next !== free.get(task.code)) {
        free.set(task.code, next);
        moved = true;
      }
    }
  }
  return new Map(
    tasks
      .filter(({ gone }) => !gone)
      .map(({ code }) => [code, { start: start.get(code)!, end: free.get(code)! - 1 }]),
  );
}
