/** Questions whose rows are links: 哪些环节晚了, 住建局的环节哪些没办完, 平均一个环节办几天, 图审再拖后头哪些跟着往后挪. */
import type { LinkRowsAsked, LinkStage } from '../domain/link-rows-asked.ts';
import type { LinksAsked } from '../domain/links-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { periodOf } from '../language/happened.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { isKindToo, linkCalled, linksNamedIn } from '../language/lexicon/link-names.ts';
import { type LinkWord, linkWordAt, STAGE_WORDS } from '../language/lexicon/link-rows.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { findUnits } from '../language/names.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { ownProjects } from '../language/speaker.ts';
import { namesIn } from './nodes-asked.ts';

/** Beside the names, and narrowing nothing. */
const BESIDE: readonly QueryWord['tag'][] = [
  ...(['filler', 'of', 'ask', 'tell', 'and', 'as-many', 'after-project', 'by', 'projects'] as const),
  ...(['everywhere', 'here', 'count', 'which', 'each', 'of-projects', 'after-name', 'pointed'] as const),
  ...(['after-unit', 'before-unit', 'enterprise', 'me', 'our-unit'] as const),
];
/** Projects as a whole, and whose they are. */
const SETS =
  /(?:所有|各个?|每个?|全部|这些)(?:项目|企业|专班)|管的项目|我的项目|\p{Script=Han}{2,3}(?:管|跟|带|包|负责)的项目/gu;
const EACH_PROJECT =
  /(?:各个?|每个?)(?:项目|企业)|(?:按|分)项目|[各每]家(?:企业)?|^.*[跟和、与].*各(?:自|还)?/u;
/** Said of projects as wholes, or of problems. */
const OTHERWISE = /牵头|领导|秘书|联系人|开工|投产|动工|几件|问题|红灯|黄灯|[红黄蓝]的|天气|晴|雨/u;
/** Without any of these no link is meant. */
const SPEAKS = /环节|環節|手[续續]|[关關]|[证證]|批件|阶段|階段|[审審]批/u;
/** 卡在哪个环节的最多, of several: each link apart. */
const ON_WHICH = /(?:卡|堵|拖)(?:住|着)?在[^,，。]{0,3}(?:环节|手续)|脖子/u;
const SEPARATELY = /分别|各自|[各每]个?(?:项目|企业)|[各每]家/u;
const MOST_OF_PROJECT = /哪一?[个家](?:项目|企业)/u;
const OUR_UNIT = /(?:我们|咱们|我|本)(?:局|单位|大队|部门)/u;
/** 办完了没有 says not that it is not. */
const WHETHER = /(?:没有?|没得)(?=[吗呢啊呀\s\p{P}]*$)/u;
/** 分别卡在哪个环节, of nobody: of those that were told before. */
const OF_THOSE = /^(?:那么?|都)?(?:分别|各自)|(?:我们|咱们|我)公司/u;

export interface FoundRows {
  scan: Scan;
  reading: Reading;
  /** It says by itself that links are meant. */
  says: boolean;
  /** Something is asked, and not only named. */
  asks: boolean;
  /** In words that ask of nothing but links, whatever else could be read of them. */
  surely: boolean;
  /** 我的项目, of somebody who has none. */
  unread?: string[];
}

interface Said {
  tags: ReadonlyMap<LinkWord, number>;
  names: string[];
  rest: string;
  folded: string;
}

/** @returns every word taken apart; undefined: something of it is of problems */
function wordsOf({ text }: Phrase, context: ReadContext): Said | undefined {
  const phrase = readPhrase(text);
  const folded = plainProjects(withoutFraming(simplify(phrase.folded)), context);
  // 立项阶段: a stage, and not the link 立项.
  const staged = stagesIn(folded);
  const named = linksNamedIn(staged.rest.replace(WHETHER, (said) => ' '.repeat(said.length)));
  if (!named || OTHERWISE.test(named.rest)) return undefined;
  const whole = scanQuery(readPhrase(named.rest), context, { people: true });
  const at = (heard: string): [number, number][] => {
    const from = heard === '' ? -1 : named.rest.indexOf(heard);
    return from < 0 ? [] : [[from, from + heard.length]];
  };
  const kept = [
    ...at(`${whole.someone ?? '?'}的项目`),
    ...namesIn(named.rest, context),
    ...findUnits({ ...phrase, folded: named.rest }, context.directory).map(({ span }) => span),
    ...whole.periods.flatMap((one) => at(whole.heard.get(one) ?? '')),
    ...at(whole.someone ?? ''),
    ...at(OUR_UNIT.exec(named.rest)?.[0] ?? ''),
    ...[...named.rest.matchAll(SETS)].map(({ index, 0: one }): [number, number] => [
      index,
      index + one.length,
    ]),
  ];
  const tags = new Map<LinkWord, number>(staged.tags);
  let rest = '';
  for (let i = 0; i < named.rest.length; ) {
    const held = kept.find(([from, until]) => from <= i && i < until);
    const found = held ? undefined : linkWordAt(named.rest, i);
    if (found && !kept.some(([from]) => i < from && from < i + found.word.length)) {
      if (!tags.has(found.tag)) tags.set(found.tag, i);
      rest += ' '.repeat(found.word.length);
      i += found.word.length;
    } else {
      const until = held ? held[1] : i + 1;
      rest += named.rest.slice(i, until);
      i = until;
    }
  }
  return { tags, names: [...new Set(named.names.map(linkCalled))], rest, folded };
}

function stagesIn(folded: string): { rest: string; tags: [LinkWord, number][] } {
  const tags: [LinkWord, number][] = [];
  let rest = '';
  for (let i = 0; i < folded.length; ) {
    const found = linkWordAt(folded, i);
    const named = /^验收/u.test(folded.slice(i)) && /(?:消防|规划|联合|自主|竣工)$/u.test(folded.slice(0, i));
    const stage = found && !named && STAGE_WORDS.includes(found.tag) ? found : undefined;
    if (stage) tags.push([stage.tag, i]);
    rest += stage ? ' '.repeat(stage.word.length) : folded.charAt(i);
    i += stage?.word.length ?? 1;
  }
  return { rest, tags };
}

/** 没晚, 不卡: what is denied of them is of no list here; 没办完又晚了的 denies the first alone. */
function denies(tags: ReadonlyMap<LinkWord, number>, of: readonly LinkWord[]): boolean {
  const not = tags.get('not');
  if (not === undefined) return false;
  return of.some((tag) => {
    const at = tags.get(tag) ?? -1;
    const between = (['do', 'done'] as const).some((one) => {
      const where = tags.get(one) ?? -1;
      return not < where && where < at;
    });
    return not < at && !between;
  });
}

/** What is so of them, by the words. */
function stateOf(has: (...tags: LinkWord[]) => boolean, timed: boolean): LinkRowsAsked['is'] {
  // 原定哪天办完, 现在看要拖到哪天: a day is asked for, and each row has it.
  if (has('when') && has('done', 'late', 'reach', 'plan', 'forecast') && !has('not', 'left', 'versus'))
    return has('next') ? 'next' : undefined;
  if (has('critical')) return has('stuck', 'late') ? 'critical-stuck' : 'critical';
  if (has('kept')) return 'kept';
  if (has('stuck') && !has('after')) return 'stuck';
  if (has('late', 'moved') && has('after')) return 'open';
  if (has('late')) return 'late';
  if (has('next')) return 'next';
  if (has('ready')) return 'ready';
  if (has('unbegun')) return 'unbegun';
  if (has('working')) return 'working';
  if (timed && has('plan', 'reach', 'forecast')) return has('left', 'not') ? 'open' : undefined;
  if (has('reach')) return has('soon', 'last') ? undefined : 'begun';
  // 办完的有几个, 没办完的有几个: each is told.
  if (has('left') || (has('not') && has('do', 'done'))) return has('both') ? undefined : 'open';
  if (has('done')) return 'done';
  return has('hand') ? 'open' : undefined;
}

/** What words ask of links; undefined: nothing that could be told. */
function askedOf(
  { tags, names, folded }: Said,
  timed: boolean,
  behind: boolean,
  alone: boolean,
): LinkRowsAsked | undefined {
  const has = (...some: LinkWord[]) => some.some((one) => tags.has(one));
  const mean = has('mean') && has('days', 'taken', 'do', 'done');
  const is = stateOf(has, timed);
  // 本月不用办的, 本月没能完成的: of days only what is due, or was done then.
  if (timed && (has('not') ? !has('plan') : is === undefined && !has('plan', 'reach', 'forecast')))
    return undefined;
  // How long it is stuck is not kept.
  if (has('or') || (has('stuck') && has('long'))) return undefined;
  if (has('ahead', 'problem', 'least') || denies(tags, ['late', 'stuck', 'working', 'critical', 'kept']))
    return undefined;
  const stages = STAGE_WORDS.filter((one): one is LinkStage => tags.has(one));
  const by = has('each')
    ? 'unit'
    : has('each-link')
      ? 'link'
      : has('each-stage')
        ? 'stage'
        : is === 'stuck' &&
            !behind &&
            !SEPARATELY.test(folded) &&
            (has('most', 'mostly') || (alone && ON_WHICH.test(folded)))
          ? MOST_OF_PROJECT.test(folded)
            ? 'project'
            : 'link'
          : EACH_PROJECT.test(folded)
            ? 'project'
            : undefined;
  const after = behind && has('after') && has('moved', 'late', 'left', 'not');
  const order = ((): LinkRowsAsked['order'] => {
    if (has('late') && has('most', 'long', 'last') && !after && !mean) return 'late';
    if (has('soon')) return 'soon';
    if (has('last')) return 'last';
    if (after || mean) return undefined;
    if (has('long') || (has('most') && has('days', 'taken'))) return 'long';
    return has('short') ? 'short' : undefined;
  })();
  // The latest of one link may be done: late in the end, too.
  const slipped = is === 'late' && order === 'late' && names.length > 0;
  const state = mean || (is === 'next' && order) ? undefined : slipped ? 'slipped' : is;
  return {
    ...(state && { is: state }),
    ...(stages.length > 0 && { stages }),
    ...(by && !order && state !== 'next' && { by }),
    ...(order && { order }),
    ...(after && { after: true as const }),
    ...(mean && { mean: true as const }),
  };
}

const PLACES = ['projectIds', 'areaIds', 'park', 'industry', 'by', 'someone', 'unitIds', 'periods'] as const;

/** @param onwards what it goes on from; then no word need say that links are meant */
export function linkRowsIn(
  phrase: Phrase,
  context: ReadContext,
  onwards?: LinksAsked,
): FoundRows | undefined {
  const spoken = SPEAKS.test(phrase.folded) || (linksNamedIn(simplify(phrase.folded))?.names.length ?? 0) > 0;
  const said = onwards || spoken ? wordsOf(phrase, context) : undefined;
  if (!said) return undefined;
  const { tags, names, rest } = said;
  const has = (...some: LinkWord[]) => some.some((one) => tags.has(one));
  const read = scanQuery(readPhrase(rest), context, { people: true });
  const theirs = read.someone !== undefined && rest.includes(`${read.someone}的项目`);
  const scan: Scan = theirs ? { ...read, tags: new Map([...read.tags, ['of-projects', 1]]) } : read;
  const unread = scan.left.filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (unread.length + scan.clashes.length > 0 || scan.doubt || scan.sounded || scan.point) return undefined;
  if (![...scan.tags.keys()].every((tag) => BESIDE.includes(tag))) return undefined;
  if (!saysOnly(scan, ...PLACES) || (scan.by && scan.by.by !== 'project' && scan.by.by !== 'unit'))
    return undefined;
  const period = scan.periods.length > 0 ? periodOf(scan) : undefined;
  if (scan.periods.length > 0 && !period) return undefined;
  const timed = period !== undefined;
  const rows = askedOf(said, timed, (names[0] ?? onwards?.said) !== undefined, onwards === undefined);
  if (!rows) return undefined;
  const says = has('noun', 'critical', 'each-link', 'each-stage', ...STAGE_WORDS);
  // 楚能卡在哪个环节: its map.
  const stuckAt = rows.by === 'link' && rows.is === 'stuck';
  if (stuckAt && scan.projectIds.length === 1) return undefined;
  // 今天到期的环评有几个: problems of that kind.
  const kinds = !says && names.length > 0 && names.every(isKindToo) && said.folded.includes('到期');
  const named = names.length > 0 && !kinds && (rows.order !== undefined || rows.after || timed || rows.mean);
  const narrows = Object.keys(rows).length > 0 || timed || scan.unitIds.length > 0;
  // 手续办完了没有, of nobody: whose is not said.
  const whether = rows.is === 'done' && WHETHER.test(said.folded) && scan.projectIds.length === 0;
  if (!onwards && whether && scan.unitIds.length === 0 && names.length === 0) return undefined;
  const staged = rows.stages !== undefined && !has('noun');
  if (!onwards && (OF_THOSE.test(said.folded) || staged || !((says && narrows) || named))) return undefined;
  const [name, ...also] = names;
  const mine = scan.tags.has('me') ? { projectIds: ownProjects(context) } : placeAsked(scan, context);
  const own = scan.tags.has('our-unit') ? context.actor.person.unitId : undefined;
  if (own === null) return undefined;
  const unitIds = own === undefined ? scan.unitIds : [own];
  const links: LinksAsked = {
    ...(name !== undefined && { said: name }),
    ...(also.length > 0 && { also }),
    ...(period && { from: period.from, to: period.until }),
    rows,
  };
  const none = scan.tags.has('me') && ownProjects(context).length === 0;
  return {
    ...(none && { unread: [said.folded] }),
    scan: { ...scan, periods: [] },
    says,
    asks: [...tags.keys()].some((tag) => tag !== 'fill' && tag !== 'noun'),
    surely:
      has('critical') ||
      rows.mean === true ||
      rows.after === true ||
      (rows.is === 'next' && scan.projectIds.length > 1) ||
      stuckAt ||
      (says && rows.is === 'open' && rows.by === 'project' && scan.projectIds.length > 1) ||
      (says && (rows.by === 'unit' || rows.stages !== undefined || unitIds.length > 0)),
    reading: {
      measure: 'projects',
      filter: { ...mine, ...(unitIds.length > 0 && { unitIds: [...unitIds] }) },
      projects: { links },
    },
  };
}
