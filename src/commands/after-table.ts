/** What goes on from figures of each unit, project or kind: its rows, the one problem of them, another measure of each. */
import { MEASURE_TITLES } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import { GROUP_IDS, RANKED_GROUPS } from '../domain/issue-filter.ts';
import {
  ALL_EVEN,
  coloredIn,
  eachBeside,
  eachToo,
  inEnds,
  inThoseDays,
  inWorst,
  LATTER,
  LAYS_OUT,
  measureToo,
  oldestOne,
  SEVERE,
  whichOfName,
} from '../language/lexicon/after-tables.ts';
import { LIKEWISE } from '../language/lexicon/plain-onwards.ts';
import { endSaid } from '../language/lexicon/ranking-said.ts';
import { namedInRun } from '../language/named-before.ts';
import { readPhrase } from '../language/phrase.ts';
import { isLight } from '../language/scan-fits.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, type Topic } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isBareName, isWhose } from './follow-bearing.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { askOf } from './question.ts';
import { ungrouped } from './ranked-places.ts';

interface Said {
  folded: string;
  /** Goes on as if it had been said in these words. */
  follow: (text: string) => Promise<Answer | null | undefined>;
}

/** 邦普的也说说, 红在哪儿, 项目维度的也要: the same of another, some of those, each again. */
export async function afterFewWords(
  context: CommandContext,
  last: Remembered,
  { folded, follow }: Said,
): Promise<Answer | null | undefined> {
  const { rate, duration, by, periods } = last.topic;
  if (!isSoon(context, last)) return undefined;
  if (LATTER.test(folded) && namedInRun(last)) return follow('列出来');
  // 水利局的也发一份: a file.
  const like = /[发导]/u.test(folded) ? undefined : LIKEWISE.exec(folded)?.[1];
  const whose = like && scanHeard(readPhrase(like), readContextOf(context));
  if (whose && whose.left.length === 0 && isBareName(whose)) return follow(`那${like}呢`);
  const color = coloredIn(folded);
  if (color !== undefined) return follow(`${color}的列出来`);
  const each = rate || duration || by ? eachToo(folded) : undefined;
  if (each !== undefined) return follow(`按${each}分开`);
  const then = periods.length > 0 ? inThoseDays(folded) : folded;
  return then === folded ? undefined : follow(then);
}

/** undefined: no table or rate was told, or it is none of these. */
export async function afterTable(
  context: CommandContext,
  last: Remembered,
  { folded, follow }: Said,
): Promise<Answer | null | undefined> {
  const { topic, parts, projects, ofLinks } = last;
  if (parts || projects || ofLinks || !isSoon(context, last)) return undefined;
  const measured = (topic.rate ?? topic.duration) !== undefined;
  const ordered = inOrder(context, last, folded);
  if (ordered) return askOnwards(context, ordered);
  const worst = measured ? '最差' : worstOf(topic);
  const ends = worst ? inWorst(measured ? inEnds(folded) : folded, worst) : folded;
  if (measured && !topic.by) {
    const any = endOfAny(context, last, ends);
    if (any) return askOnwards(context, any);
  }
  if (ends !== folded) return follow(ends);
  if (measured && ALL_EVEN.test(folded)) return follow('那全区呢');
  const apart = measured ? eachBeside(folded) : undefined;
  if (apart !== undefined) return follow(`按${apart.replace('局', '单位')}分开`);
  if (!topic.by) return undefined;
  if (measured) return sameOfEach(context, last, folded);
  if (LAYS_OUT.test(folded)) return follow('列出来');
  if (SEVERE.test(folded)) return follow('红的列出来');
  const row = rowNamed(context, topic, folded);
  if (row) return askOnwards(context, row);
  const oldest = last.ranking?.most === undefined ? oldestOne(folded) : undefined;
  if (oldest === undefined) return undefined;
  const { ranking: _, rows: __, ...rest } = last;
  await remember(context, { ...rest, topic: ungrouped(topic) });
  return follow(oldest);
}

/** Few that were struck off, many that are open; undefined: neither is worse. */
function worstOf({ by, states }: Topic): '最多' | '最少' | undefined {
  const [state, second] = states.map((one) => one.state);
  if (!by || !state || second) return undefined;
  if (state.kind === 'closed') return '最少';
  return isLight(state) || ['open', 'overdue'].includes(state.kind) ? '最多' : undefined;
}

/** 安琪的是哪件, after 水利局's by project: of what was told, whose they are. */
function rowNamed(context: CommandContext, topic: Topic, folded: string): CallOf<'ask'> | undefined {
  const said = whichOfName(folded);
  const now = said === undefined ? undefined : scanHeard(readPhrase(said), readContextOf(context));
  if (!now || now.left.length > 0 || !isWhose(now) || now.by || now.tags.has('everywhere')) return undefined;
  if (now.states.length + now.periods.length + now.texts.length > 0) return undefined;
  const call = askOf(goOn(ungrouped(topic), now), readContextOf(context));
  return call.unread || call.doubt ? undefined : call;
}

/** 从低到高排, 倒着排: the same table in the other order. */
const UPWARDS =
  /^(?:请|再|按)*(?:(?:从|由)(?:低到高|少到多|短到长|小到大)|倒着|倒过来|反过来|反着)(?:来)?(?:排|列|看)(?:一?下|个序|看看)?[\s?？。]*$/u;
const DOWNWARDS =
  /^(?:请|再|按)*(?:从|由)(?:高到低|多到少|长到短|大到小)(?:来)?(?:排|列|看)(?:一?下|个序|看看)?[\s?？。]*$/u;

function inOrder(
  context: CommandContext,
  { topic, ranking }: Remembered,
  folded: string,
): CallOf<'ask'> | undefined {
  const back = /倒|反/.test(folded) && ['low', 'least'].includes(ranking?.most ?? '');
  const down = DOWNWARDS.test(folded) || back;
  if (!topic.by || (!down && !UPWARDS.test(folded))) return undefined;
  const rated = topic.rate && `${MEASURE_TITLES[topic.rate]}从`;
  const words = rated
    ? [`${rated}高到低排`, `${rated}低到高排`]
    : topic.duration
      ? ['平均用时从长到短排', '平均用时从短到长排']
      : ['从多到少排', '从少到多排'];
  const now = scanHeard(readPhrase(words[down ? 0 : 1] ?? ''), readContextOf(context));
  const asked = { ...goOn(topic, now), by: topic.by };
  const call = askOf({ ...asked, tags: new Map([...asked.tags, ['by', 1]]) }, readContextOf(context));
  return call.unread || call.doubt ? undefined : call;
}

const WHICH = { unitIds: '哪个单位', projectIds: '哪个项目', categoryIds: '哪一类' } as const;

/** 哪家最差, after the rate of one or of one after the other: of all there are. */
function endOfAny(context: CommandContext, last: Remembered, folded: string): CallOf<'ask'> | undefined {
  const { topic } = last;
  const { worded, bare } = endSaid(folded) ?? {};
  if (!worded || bare || topic.rate === 'share' || topic.rate === 'reopened') return undefined;
  const run = namedInRun(last);
  // 最快的是哪个, after days: a problem.
  const ofOne = !topic.rate && !run && /哪个(?!责任|单位|局|部门|项目|企业|公司|类)/u.test(folded);
  if (ofOne) return undefined;
  const named = topic.projectIds.length > 0 && topic.unitIds.length === 0 ? 'projectIds' : 'unitIds';
  const said = /项目|企业/u.test(folded) ? 'projectIds' : /类/u.test(folded) ? 'categoryIds' : undefined;
  const key = said ?? (/单位|局|部门/u.test(folded) ? 'unitIds' : (run?.key ?? named));
  const measure = topic.rate ? MEASURE_TITLES[topic.rate] : '平均用时';
  const high = topic.rate ? worded : /[快短低好少]/u.test(worded) ? '短' : '长';
  const now = scanHeard(readPhrase(`${WHICH[key]}${measure}最${high}`), readContextOf(context));
  const call = askOf(goOn({ ...topic, [key]: [] }, now), readContextOf(context));
  return call.unread || call.doubt ? undefined : call;
}

/** 按时率也看看, after 各单位办结率: of each of them again. */
function sameOfEach(context: CommandContext, { topic, ranking }: Remembered, folded: string) {
  const said = ranking?.most === undefined && topic.top === undefined ? measureToo(folded) : undefined;
  const now = said === undefined ? undefined : scanHeard(readPhrase(said), readContextOf(context));
  if (!now || (now.rate ?? now.duration) === undefined || now.left.length > 0 || now.by) return undefined;
  const names = RANKED_GROUPS.some((one) => now[GROUP_IDS[one]].length > 0);
  if (names || now.states.length + now.periods.length > 0 || now.tags.has('everywhere')) return undefined;
  const { by } = topic;
  const asked = { ...goOn(topic, now), ...(by && { by }) };
  const call = askOf({ ...asked, tags: new Map([...asked.tags, ['by', 1]]) }, readContextOf(context));
  return call.unread || call.doubt ? undefined : askOnwards(context, call);
}
