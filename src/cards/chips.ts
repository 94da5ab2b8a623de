/** Small buttons below an answer that ask the same with one condition changed, so that a misunderstanding costs one tap. */
import type { Offered } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { type PeriodKind, rangeOf } from '../domain/period.ts';
import type { Reading } from '../domain/reading.ts';
import type { Day } from '../domain/time.ts';
import { today } from '../text/moments.ts';
import { spanText } from '../text/period.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAction, encodeAsk } from './actions.ts';
import type { Button } from './element.ts';
import type { TitlePlace } from './filter-title.ts';
import { button } from './kit.ts';
import { CHIPS } from './words-figures.ts';

/** Asks by itself what was heard as going on. */
export function anewChip(said: string): { label: string; command: string } {
  return { label: CHIPS.anew, command: said.trim() };
}

const MOST = 4;

type Chip = readonly [label: string, reading: Reading];

/** The keys of a period, by the clock it is on. */
const SPANS = [
  ['loggedFrom', 'loggedTo'],
  ['closedFrom', 'closedTo'],
  ['stepFrom', 'stepTo'],
  ['dueFrom', 'dueTo'],
] as const;

const BACK: readonly (readonly [PeriodKind, number])[] = [
  ['week', 0],
  ['month', 0],
  ['month', -1],
  ['year', 0],
];
const AHEAD: readonly (readonly [PeriodKind, number])[] = [
  ['week', 0],
  ['week', 1],
  ['month', 0],
];

function without(filter: IssueFilter, ...keys: readonly (keyof IssueFilter)[]): IssueFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([key]) => !keys.includes(key as keyof IssueFilter)),
  );
}

/** Another time on the same clock, and none. */
function otherTimes(reading: Reading, ctx: ViewContext): Chip[] {
  const { filter } = reading;
  const keys = SPANS.find(([from]) => filter[from] !== undefined);
  if (!keys || reading.compared || reading.measure === 'part') return [];
  const [from, to] = keys;
  const day = today(ctx);
  const spans = (from === 'dueFrom' ? AHEAD : BACK).map(([kind, offset]) => rangeOf(kind, offset, day));
  const others = spans.filter(([first]) => first !== filter[from]).slice(0, 2);
  const chip = ([first, last]: [Day, Day]): Chip => [
    spanText(first, last, day),
    { ...reading, filter: { ...filter, [from]: first, [to]: last } },
  ];
  return [...others.map(chip), [CHIPS.time, { ...reading, filter: without(filter, from, to) }]];
}

/** The same of all units, of all projects, in every state. */
function wider(reading: Reading, { here }: TitlePlace): Chip[] {
  const { filter, measure, rate } = reading;
  // Two filters that must change together.
  if (measure === 'part') return [];
  const chip = (label: string, ...keys: (keyof IssueFilter)[]): Chip[] =>
    keys.some((key) => filter[key] !== undefined)
      ? [[label, { ...reading, filter: without(filter, ...keys) }]]
      : [];
  const states: (keyof IssueFilter)[] = ['colors', 'overdue', 'mark', 'extension', 'onAgenda'];
  const open = { ...without(filter, ...states), statuses: [...OPEN_STATUSES] };
  const stated = states.some((key) => filter[key] !== undefined);
  const plain = (measure === 'count' || measure === 'list') && filter.asOf === undefined;
  return [
    ...chip(CHIPS.unit, 'unitIds', 'unitRole', 'stepUnitIds'),
    ...(here ? [] : chip(CHIPS.project, 'projectIds')),
    ...chip(CHIPS.text, 'search'),
    ...chip(CHIPS.category, 'categoryIds'),
    ...chip(CHIPS.person, 'personId', 'reporterId', 'stepById'),
    ...(plain && stated && rate === undefined ? [[CHIPS.state, { ...reading, filter: open }] as const] : []),
  ];
}

/** Each unit apart, where one may have been meant that was not named. */
function apart(reading: Reading): Chip[] {
  const { filter, measure, by, rate, duration } = reading;
  if (by !== undefined || filter.similarTo !== undefined || filter.asOf !== undefined) return [];
  if (reading.compared || reading.series || reading.fact) return [];
  if (['who', 'forecast', 'part'].includes(measure)) return [];
  const { sort: _, ...rest } = without(filter, 'unitIds', 'unitRole', 'stepUnitIds') as IssueFilter;
  const all = duration === undefined ? {} : { duration: 'average' as const };
  const own = rate !== undefined || duration !== undefined || measure === 'steps';
  const asked = own ? { measure } : { measure: 'count' as const };
  return [[CHIPS.byUnit, { ...reading, ...asked, ...all, by: 'unit', filter: rest }]];
}

/**
 * What an answer offers to correct it: at most four, other meanings first.
 * @param others commands that may have been meant, as words
 */
export function chipsOf(
  reading: Reading,
  place: TitlePlace,
  ctx: ViewContext,
  others: readonly Offered[] = [],
): Button[] {
  const said = others.map((one) => {
    const { label, command } = typeof one === 'string' ? { label: one, command: one } : one;
    return button(label, encodeAction({ do: 'answer', command }));
  });
  const chips = [...otherTimes(reading, ctx), ...wider(reading, place), ...apart(reading)];
  const asked = chips.flatMap(([label, wanted]) => {
    const value = encodeAsk(wanted);
    return value === undefined ? [] : [button(label, value)];
  });
  return [...said, ...asked].slice(0, MOST);
}
