/** Two questions in one sentence that no one answer tells: read as one, the filters of each would narrow the other. */
import type { ReadContext } from '../language/definition.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';

const MARKS = /[，,。；;？?！!\s]+/u;
/** Says that something else comes. */
const BESIDE = /^(?:另外|顺便|顺带|然后|再就是|再有就是|还有就是|以及|对了)+(?:再?问(?:一?下|一句)?)?/;
const ASKS: readonly QueryWord['tag'][] = [
  ...(['count', 'which', 'how', 'why', 'whose', 'rate', 'duration', 'longest', 'most', 'send'] as const),
];

/** Of names, times and states what is meant, one string each. */
function narrowing(scan: Scan): string[] {
  const ids = (
    ['unitIds', 'projectIds', 'areaIds', 'categoryIds', 'texts', 'kinds', 'nodes'] as const
  ).flatMap((field) => scan[field].map((one) => `${field} ${one}`));
  const { someone, step, park, industry, having } = scan;
  const said = Object.entries({ someone, step, park, industry, having }).filter(
    ([, one]) => one !== undefined,
  );
  return [
    ...ids,
    ...said.map((one) => JSON.stringify(one)),
    // What is open is counted anyway.
    ...scan.states.flatMap((one) => (one.kind === 'open' || one.kind === 'all' ? [] : [stateOf(one)])),
    ...scan.periods.map(({ from, until }) => `${from} ${until}`),
    ...scan.ages.map(({ heard }) => heard),
  ];
}

/** 被退回的有多少，哪个局退得最多: the same, as what befell it and as the step. */
function stateOf(state: Scan['states'][number]): string {
  const step =
    state.kind === 'mark' && (state.mark === 'bounced' || state.mark === 'reopened') ? state.mark : undefined;
  return JSON.stringify(step ? ['step', step] : state);
}

function asks(scan: Scan): boolean {
  return ASKS.some((tag) => scan.tags.has(tag)) || scan.by?.asks === true;
}

/** Something is asked of something; 哪些单位 alone only begins. */
function isWhole(scan: Scan): boolean {
  const measured = (['rate', 'duration', 'longest', 'most', 'noun'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const left = scan.states.some(({ kind }) => kind === 'open') || /剩/.test(scan.heard.get('count') ?? '');
  return asks(scan) && (narrowing(scan).length > 0 || scan.basis !== undefined || measured || left);
}

/**
 * The clauses when a later one asks of something that no earlier one is about, or says that it asks something else;
 * undefined: one thing is asked (红的有几个，谁负责).
 */
export function twoQuestions(text: string, context: ReadContext): string[] | undefined {
  const parts = text
    .trim()
    .split(MARKS)
    .filter((said) => said !== '');
  if (parts.length < 2) return undefined;
  const known = new Set<string>();
  let asked = false;
  for (const said of parts) {
    const bare = said.replace(BESIDE, '');
    const scan = scanQuery(readPhrase(bare), context, { people: true });
    const own = narrowing(scan);
    const other = bare !== said || own.some((one) => !known.has(one));
    if (asked && asks(scan) && other) return parts.map((one) => one.replace(BESIDE, ''));
    for (const one of own) known.add(one);
    asked ||= isWhole(scan);
  }
  return undefined;
}
