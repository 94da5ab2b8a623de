/** Nodes of projects asked for in any words: 照现在这个样子楚能投产那天赶不赶得上, 六个项目开工日子都给我报一遍; what holds one up. */
import { todayOf } from '../domain/directory.ts';
import type { ProjectsAsked, ReadNode } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import {
  ASKS_NODE,
  HELD_UP,
  nodesIn,
  OF_CHANGES,
  withoutHoldFrames,
  withoutNodeFrames,
} from '../language/lexicon/node-frames.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { isAllSky } from '../language/lexicon/weather.ts';
import { fold, type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { ownProjects } from '../language/speaker.ts';
import type { CallOf } from './call.ts';

type Ask = (scan: Scan, reading: Reading) => CallOf<'ask'>;

/** Beside the names of projects, and narrowing nothing. */
const BESIDE: readonly QueryWord['tag'][] = [
  ...(['filler', 'of', 'ask', 'tell', 'and', 'as-many', 'after-project', 'by', 'projects'] as const),
  ...([
    'everywhere',
    'here',
    'each',
    'of-projects',
    'after-name',
    'before-unit',
    'enterprise',
    'me',
  ] as const),
];
const SETS =
  /(?:所有|各个?|每个?)(?:项目|企业|专班)|我们?(?:这边|这里|这儿|那边)的项目|管的项目|的[这那]?(?:几个|些)?项目/gu;
const DATES = /日子|日期|时间|节点|哪天|几号|什么时候|啥时候|几时|多少天|几天|多久|计划/u;
/** 从开工到投产要多久: no day. */
const FROM_TO = /从[^,，]*到|多久|多长/u;
/** 是不是开工了, 开没开工. */
const WHETHER = /是不是|是否|有没有|[开动投]没|没[开动投]|了没|没有?[\s?？]*$|吗/u;
const FATES = /赶|来得|来不|搞[得不]|悬|按[时期]|如期|能不能|能否|误|晚|拖|延|推/u;

/** @param ask the reading as a call. undefined: it is no such question, or something of it is left */
export function askNodes({ text }: Phrase, context: ReadContext, ask: Ask): CallOf<'ask'> | undefined {
  const phrase = readPhrase(text);
  const folded = plainProjects(withoutFraming(simplify(phrase.folded)), context);
  const held = HELD_UP.test(folded);
  const { nodes, rest, loose } = nodesIn(folded);
  if (nodes.length === 0 && !held) return undefined;
  if (!held && (OF_CHANGES.test(folded) || !ASKS_NODE.test(folded))) return undefined;
  const scan = leftOf(rest, context, held ? withoutHoldFrames : withoutNodeFrames);
  if (!scan) return undefined;
  const [only, second] = scan.projectIds;
  if (only !== undefined && second === undefined) {
    // 只看我分管的 narrows what is told of one.
    if (scan.tags.has('me') || !saysOnly(scan, 'projectIds', 'periods', 'point')) return undefined;
    // Its card has the problems, the links and the weather that hold it up.
    if (held && (loose || nodes.length === 0))
      return scan.periods.length > 0
        ? undefined
        : ask(withNodes(scan, nodes), {
            measure: 'progress',
            filter: { projectIds: [only] },
            projectId: only,
          });
    return ofOne(withNodes(scan, nodes), { only, nodes }, context, ask);
  }
  return held || loose ? undefined : ofSeveral(scan, nodes, folded, context, ask);
}

/** 美利信不下雨吧这几天: the 晴雨表 of the one that is named, whatever is asked of it. */
export function askSky({ text }: Phrase, context: ReadContext): CallOf<'weather'> | undefined {
  const folded = withoutFraming(simplify(readPhrase(text).folded));
  const named = namesIn(folded, context).toSorted(([a, b], [c, d]) => d - c - (b - a));
  const [span, second] = named;
  if (!span || (second && (second[0] < span[0] || second[1] > span[1]))) return undefined;
  const rest = folded.slice(0, span[0]) + folded.slice(span[1]);
  if (!isAllSky(rest.trim())) return undefined;
  const { projectIds } = scanQuery(readPhrase(folded.slice(...span)), context, { people: true });
  const [only, more] = projectIds;
  return only === undefined || more !== undefined
    ? undefined
    : { name: 'weather', all: false, projectId: only, heard: '' };
}

/** What is left when all that asks is taken out: names of projects, whose they are, and a time. */
function leftOf(
  bare: string,
  context: ReadContext,
  without: (text: string) => string | undefined,
): Scan | undefined {
  const sets = [...bare.matchAll(SETS)].map(({ index, 0: one }) => [index, index + one.length] as const);
  const whole = scanQuery(readPhrase(bare), context, { people: true });
  const times = whole.periods.flatMap((one) => {
    const heard = whole.heard.get(one) ?? '';
    // 离今天还剩几天 is no time that narrows.
    const at = heard === '' || /^(?:从|自)?今[天儿日](?:算?起)?$/.test(heard) ? -1 : bare.indexOf(heard);
    return at < 0 ? [] : [[at, at + heard.length] as const];
  });
  const spans = [...namesIn(bare, context), ...sets, ...times].toSorted(([a], [b]) => a - b);
  let at = 0;
  let rest = '';
  for (const [from, until] of [...spans, [bare.length, bare.length] as const]) {
    if (until <= at) continue;
    const part = without(bare.slice(at, Math.max(at, from)));
    if (part === undefined) return undefined;
    rest += part + bare.slice(Math.max(at, from), until);
    at = until;
  }
  const scan = scanQuery(readPhrase(rest), context, { people: true });
  const left = scan.left.filter((word) => !/^[\s的了吗呢啊呀嘛吧在到里上\p{P}]*$/u.test(word));
  if (left.length + scan.clashes.length > 0 || scan.doubt || scan.sounded) return undefined;
  if (![...scan.tags.keys()].every((tag) => BESIDE.includes(tag))) return undefined;
  return scan;
}

/** Wherever a name of a project stands: 兴 and 能 in it are none of the words that ask. */
export function namesIn(bare: string, { directory }: ReadContext): [number, number][] {
  const names = directory.liveProjects.flatMap(({ name, shortNames }) => [name, ...shortNames]);
  return names
    .map(fold)
    .filter((name) => name.length > 1)
    .flatMap((name) => {
      const at = bare.indexOf(name);
      return at < 0 ? [] : [[at, at + name.length] as [number, number]];
    });
}

/** So that what is asked next goes on from the node. */
function withNodes(scan: Scan, nodes: readonly ReadNode[]): Scan {
  return { ...scan, nodes: [...nodes], tags: new Map([...scan.tags, ['node', nodes.length], ['when', 1]]) };
}

function ofOne(
  scan: Scan,
  { only, nodes }: { only: number; nodes: readonly ReadNode[] },
  context: ReadContext,
  ask: Ask,
): CallOf<'ask'> | undefined {
  const [period, second] = scan.periods;
  const today = todayOf(context);
  // 明年年初 is no day: what is told has the day.
  if (second || (scan.point && !period) || (period && period.until <= today)) return undefined;
  return ask(scan, {
    measure: 'forecast',
    filter: { projectIds: [only] },
    projectId: only,
    nodes: [...nodes],
    ...(period && !scan.point && { until: period.until }),
  });
}

/** The days of each, or what becomes of each. */
function ofSeveral(
  scan: Scan,
  nodes: readonly ReadNode[],
  folded: string,
  context: ReadContext,
  ask: Ask,
): CallOf<'ask'> | undefined {
  const several =
    scan.projectIds.length > 1 ||
    scan.by?.by === 'project' ||
    (['projects', 'everywhere', 'of-projects'] as const).some((tag) => scan.tags.has(tag));
  const me = scan.tags.has('me');
  const own = me ? ownProjects(context) : [];
  if (me && (own.length === 0 || scan.someone !== undefined || scan.projectIds.length > 0)) return undefined;
  // 开工哪天, of nobody's in particular: of every project.
  const bare = context.chat.kind === 'p2p' && scan.someone === undefined && !FROM_TO.test(folded);
  const named = scan.industry !== undefined || scan.park !== undefined || scan.areaIds.length > 0;
  const set = several || me || named || bare;
  if (!set || !saysOnly(scan, 'projectIds', 'areaIds', 'park', 'industry', 'by', 'someone')) return undefined;
  if (scan.by && scan.by.by !== 'project') return undefined;
  const theirs = scan.tags.has('of-projects') || scan.tags.has('projects');
  if ((scan.someone !== undefined || me) && !theirs) return undefined;
  const [node, and] = nodes;
  const fate = FATES.test(folded) && !and;
  if (node === undefined || !(fate || DATES.test(folded) || WHETHER.test(folded))) return undefined;
  const projects: ProjectsAsked = fate
    ? { node, fate: 'fate' }
    : { node, ...(and && { and: { node: and } }), order: 'earliest' };
  return ask(scan, {
    measure: 'projects',
    filter: me ? { projectIds: own } : placeAsked(scan, context),
    projects,
  });
}
