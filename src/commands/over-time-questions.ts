/** Questions that set times side by side, or ask for a past day what no past day keeps. */
import { todayOf } from '../domain/directory.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { overTimeIn, pastState } from '../language/over-time.ts';
import type { Phrase } from '../language/phrase.ts';
import { readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { eachOverTime } from './each-over-time.ts';
import type { Asked } from './instead-of.ts';

/** What can be told of a past day in the place of what cannot. */
const INSTEAD = ['逾期的', '没办完的'] as const;

/** @param make the call of a reading, with the people and names that were said */
export function askOverTime(
  phrase: Phrase,
  context: ReadContext,
  make: (scan: Scan, reading: Reading) => CallOf<'ask'>,
): CallOf<'ask'> | undefined {
  const apart = eachOverTime(phrase, context, make);
  if (apart) return apart;
  const read = overTimeIn(phrase, context);
  if (read?.past === undefined) return read ? make(read.scan, read.reading) : ofPastDay(phrase, context);
  return untold(phrase, read.scan, read.past, (said) => {
    const again = overTimeIn(readPhrase(said), context);
    return again !== undefined && again.past === undefined;
  });
}

/** 10月底红灯几个, 上周五红灯几个 */
function ofPastDay(phrase: Phrase, context: ReadContext): CallOf<'ask'> | undefined {
  const scan = scanHeard(phrase, context);
  const past = scan.left.length === 0 ? pastState(scan) : undefined;
  if (scan.point) return past === undefined ? undefined : untold(phrase, scan, past, () => true);
  const lit = litThen(scan, context);
  if (lit === undefined) return undefined;
  const [day] = scan.periods.map((period) => scan.heard.get(period) ?? '');
  const until = readPhrase(phrase.text.replace(day ?? '', `到${day}为止`));
  return untold(until, scan, lit, () => true);
}

/** The light that is asked of one day that is over. */
function litThen(
  { periods, states, left, heard, basis, step }: Scan,
  context: ReadContext,
): string | undefined {
  const [period, second] = periods;
  const [light, other] = states;
  const over = period && period.from === period.until && period.until < todayOf(context);
  if (!over || second || other || light?.kind !== 'color' || basis || step) return undefined;
  const said = heard.get(light) ?? '';
  return left.every((one) => one === said) ? said : undefined;
}

function untold(
  { text }: Phrase,
  scan: Scan,
  heard: string,
  isRead: (said: string) => boolean,
): CallOf<'ask'> {
  const said = text.trim();
  const nearest = INSTEAD.map((word) =>
    said.replace(heard.replace(/的$/, ''), word).replace('的的', '的'),
  ).filter((one) => one !== said && isRead(one));
  return {
    name: 'ask',
    topic: topicOf(scan),
    measure: 'count',
    filter: {},
    unread: [heard],
    untold: 'past-state',
    nearest,
  };
}

/** It is read, and nothing of how it went over time is left out. */
export function tellsWhole(call: Asked, phrase: Phrase): boolean {
  return call.name !== 'ask' || !(call.unread || countsBoth(call) || leavesOutHowItGoes(call, phrase));
}

/** 每个星期新增多少又办掉多少: not what came and was struck off in the same week. */
function countsBoth({ parts = [] }: CallOf<'ask'>): boolean {
  return (
    parts.length > 0 && parts.every(({ filter }) => filter.loggedFrom && filter.statuses?.includes('closed'))
  );
}

/** 没办完的走势怎么样: one figure would not tell. */
function leavesOutHowItGoes({ parts, measure }: CallOf<'ask'>, { folded }: Phrase): boolean {
  const told =
    /趋势|走势|走向|越来越|(?:同期|去年|上[月周个季]).{0,8}(?:也|还)(?:是|有)?(?:这么|那么|一样|差不多)/;
  return parts === undefined && measure !== 'trend' && told.test(folded);
}
