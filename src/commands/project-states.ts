/** How several projects stand: their weather (新能源几个项目天气都咋样), or all of it (王建国手里管的那两个项目情况都还好吧). */
import { todayOf } from '../domain/directory.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { asksForWeather } from '../language/lexicon/weather.ts';
import type { Phrase } from '../language/phrase.ts';
import { placeAsked } from '../language/projects-of.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

const BESIDE: readonly QueryWord['tag'][] = [
  ...(['filler', 'of', 'ask', 'tell', 'and', 'as-many', 'after-project', 'by', 'projects'] as const),
  ...(['everywhere', 'here', 'which', 'each', 'of-projects', 'after-name', 'how', 'weather'] as const),
];
/** 情况都还好吧 */
const WELL = /^(?:好|还好|都好|好吧|还行|行吧|还可以|可以吧|正常|顺利|平稳)$/u;

const PROGRESS = /项目[^,，。]{0,4}(?:进度|进展|推进)|(?:进度|进展|推进)[^,，。]{0,4}项目/u;

/** @param ask the reading as a call, with who was named in it */
export function askStates(
  phrase: Phrase,
  scan: Scan,
  context: ReadContext,
  ask: (scan: Scan, reading: Reading) => CallOf<'ask'>,
): CallOf<'ask'> | undefined {
  const { weather, tags, projectIds, periods, by, someone } = scan;
  const today = todayOf(context);
  const left = scan.left.filter((word) => !(tags.has('how') && WELL.test(word)));
  if (left.length + scan.clashes.length > 0 || scan.doubt) return undefined;
  // 哪个在下雨 beside 天气怎么样 is told by the same rows.
  const both = (tags.get('weather') ?? 0) > 1 && asksForWeather(phrase.folded);
  const general = weather && (weather.length === 0 || both);
  const others = general && weather.length > 0 ? (['count'] as const) : [];
  if (![...tags.keys()].every((tag) => [...BESIDE, ...others].includes(tag))) return undefined;
  if (!saysOnly(scan, 'projectIds', 'areaIds', 'park', 'industry', 'by', 'someone', 'weather', 'periods'))
    return undefined;
  if (!periods.every(({ from, until }) => from <= today && today <= until)) return undefined;
  if (by && by.by !== 'project') return undefined;
  const theirs = someone !== undefined && tags.has('of-projects');
  if (someone !== undefined && !theirs) return undefined;
  const set = theirs || by !== undefined || projectIds.length > 1 || isPlace(scan);
  const all = tags.has('everywhere') || tags.has('projects');
  const asked = weather ? general && (set || all) : theirs && tags.has('how');
  // 新能源那几个项目进度怎么样: how far each is, and no number of problems.
  const pace = !weather && tags.has('how') && (set || all) && PROGRESS.test(phrase.folded);
  if (!(asked || pace) || projectIds.length === 1) return undefined;
  return ask(scan, {
    measure: 'projects',
    filter: placeAsked(scan, context),
    projects: asked ? { order: 'weather' } : { links: { order: 'far' } },
  });
}

function isPlace({ industry, park, areaIds }: Scan): boolean {
  return industry !== undefined || park !== undefined || areaIds.length > 0;
}
