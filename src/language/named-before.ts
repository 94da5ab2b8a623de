/** The same asked of one after the other (水利局几件, 供电公司呢): what stood there before, and what is asked of all. */
import type { LastAnswer } from './last-answer.ts';
import { asksOfThem, type Them } from './lexicon/sums.ts';

type One = Pick<LastAnswer, 'topic' | 'filter'>;
const NAMED = ['unitIds', 'projectIds', 'categoryIds'] as const;
const OF = [...NAMED, 'periods', 'someone', 'states'] as const;

/** 三家一共, 谁多, 差多少, right after those: of them, and of no one problem. */
export function askedOfRun({ run, parts }: LastAnswer, said: string): Them | undefined {
  const asked = asksOfThem(said);
  const whom = parts ? 'periods' : run?.of;
  return asked && whom && (asked.of?.includes(whom) ?? true) ? asked : undefined;
}

/** The names, oldest first. */
export function namedInRun({ run, topic }: LastAnswer) {
  const key = NAMED.find((one) => one === run?.of);
  return (
    key && run && { key, ids: [...new Set([...run.before, { topic }].flatMap((one) => one.topic[key]))] }
  );
}

/** Beside the one before: nobody adds up more by heart, and what is kept stays short however long a talk is. */
const MOST = 10;

/** What stood there before, where nothing else has changed. */
export function runFrom(last: LastAnswer, now: One): Pick<LastAnswer, 'run'> {
  const [was, is] = [last, now].map(aspectsOf);
  const [of, second] = OF.filter((one) => was?.[one] !== is?.[one]);
  if (!of || second || last.parts || last.projects || was?.[of] === '' || is?.[of] === '') return {};
  const before = last.run?.of === of ? last.run.before.slice(-MOST) : [];
  return { run: { of, before: [...before, { topic: last.topic, filter: last.filter }] } };
}

/** Each thing that may change alone; empty: it was not said. */
function aspectsOf({ topic, filter }: One): Record<(typeof OF)[number], string> {
  const { rate, duration, step, basis, by, states } = topic;
  const { unitIds: _u, projectIds: _p, categoryIds: _c, sort: _s, ...others } = filter;
  const { personId: _w, secretaryId: _y, leaderId: _l, ...rest } = others;
  const told = Object.entries(rest).map(([key, value]) => [key, /(?:From|To)$/.test(key) || value]);
  const kind = states.length > 0 || basis || (rate ?? duration ?? by) !== undefined;
  return {
    unitIds: topic.unitIds.join(),
    projectIds: topic.projectIds.join(),
    categoryIds: topic.categoryIds.join(),
    periods: topic.periods.map(({ period }) => `${period.from}-${period.until}`).join(),
    someone: topic.someone ?? '',
    states: kind
      ? JSON.stringify([rate, !duration, step, states.map(({ state }) => state), told.sort()])
      : '',
  };
}
