import type { ReadContext } from '../language/definition.ts';
import { turnIn } from '../language/lexicon/going-on.ts';
import { isQuestioning } from '../language/mood.ts';
import { asksOfOneNode } from '../language/nodes-said.ts';
import type { Phrase } from '../language/phrase.ts';
import { asksProjects, namesProjects } from '../language/projects-of.ts';
import { readingOf } from '../language/reading-of.ts';
import type { Scan } from '../language/scanned.ts';

const LOGGED = ['noun', 'enterprise', 'staff', 'me'] as const;
export function isNamed(scan: Scan): boolean {
  const { projectIds, unitIds, areaIds, personOpenIds, categoryIds, texts, doubt, tags } = scan;
  const names = projectIds.length + unitIds.length + areaIds.length + personOpenIds.length;
  const about = categoryIds.length + texts.length + (scan.park || scan.industry || scan.someone ? 1 : 0);
  return names + about > 0 || doubt !== undefined || tags.has('our-unit');
}

/** States that are no everyday words of what somebody does to one problem. */
function isStrong({ states }: Scan): boolean {
  return states.some((s) => !['closed', 'all', 'agenda', 'extension'].includes(s.kind));
}

/** A question even with a word in it that is not understood. */
export function isCertain(scan: Scan): boolean {
  const { tags } = scan;
  const figures = (['rate', 'duration', 'trend', 'against'] as const).some((tag) => tags.has(tag));
  if (tags.has('whose') && isNamed(scan)) return true;
  const asks = tags.has('count') || tags.has('longest') || figures || (scan.by?.asks ?? false);
  if (figures && asks) return true;
  if (scan.fact || scan.counted) return !isBareFact(scan);
  const about =
    isStrong(scan) ||
    isNamed(scan) ||
    scan.basis !== undefined ||
    scan.periods.length > 0 ||
    tags.has('noun');
  const others = (['which', 'ask', 'how', 'why'] as const).some((tag) => tags.has(tag)) || scan.endsOf;
  if (isStrong(scan) && others) return true;
  return asks && about && (scan.states.length > 0 || scan.basis !== undefined || tags.has('noun'));
}

/** Something certain to be asked about, and a sign that it is asked. */
export function isQuestion(scan: Scan, { chat }: ReadContext, phrase: Phrase): boolean {
  const { tags } = scan;
  const counted = tags.has('count') || tags.has('each') || scan.by?.asks === true;
  const named = isNamed(scan);
  if (asksHowItWent(scan, phrase)) return true;
  if (scan.fact) return !isBareFact(scan);
  if (scan.counted || scan.among || scan.second || scan.after) return true;
  // 我催过的, 宋丽这个月转办了几件
  if (scan.doer && (scan.endsOf || counted)) return true;
  // 最近三天被催办过的
  if (scan.step && (scan.periods.length > 0 || (scan.times ?? 0) > 1) && scan.endsOf) return true;
  if (scan.point) return counted || scan.states.length > 0;
  const strong = isStrong(scan);
  const state = scan.states.length > 0;
  const how = tags.has('how');
  const which = tags.has('which') || tags.has('why');
  const asked = tags.has('ask');
  if (tags.has('mine')) return false;
  if (tags.has('rate')) return scan.rate !== 'share' || state || counted;
  if (tags.has('against')) return true;
  if (tags.has('than')) return counted || tags.has('trend');
  if (tags.has('duration')) return state || named || counted || which || tags.has('noun') || isLong(scan);
  if (tags.has('trend'))
    return scan.periods.length > 0 && (counted || asked || tags.has('noun') || isLong(scan));
  if (tags.has('whose')) return named;
  if (tags.has('enough-time')) return named || tags.has('node') || tags.has('here');
  if (tags.has('when') && scan.projectIds.length > 0) return true;
  if (tags.has('send')) return named && (tags.has('noun') || state) ? true : strong || tags.has('count');
  // 分园区看一下问题
  if (scan.by && tags.has('noun') && /[看列摆排]|统计|汇总/.test(scan.heard.get('by') ?? '')) return true;
  if (scan.by) return counted || how || state || isTimed(scan) || tags.has('longest') || tags.has('most');
  if (tags.has('most')) return which && (strong || tags.has('noun'));
  if (scan.ages.length > 0) return (state || tags.has('quiet')) && (counted || which || asked || scan.endsOf);
  if (tags.has('node'))
    return (named || tags.has('here')) && (tags.has('when') || how || (asked && scan.projectIds.length > 0));
  if (tags.has('longest')) return which || counted || named || tags.has('of') || tags.has('noun') || strong;
  if (strong)
    return counted || which || how || asked || named || scan.endsOf || tags.has('noun') || isBare(scan);
  if (state) return counted || (which && named) || (scan.endsOf && (named || scan.periods.length > 0));
  if (scan.periods.length > 0) {
    const past = scan.periods.every((period) => period.past);
    const much = counted && (tags.has('noun') || named || scan.basis !== undefined || tags.has('of') || past);
    return (
      scan.basis === 'due' ||
      much ||
      (scan.basis === 'logged' && (scan.endsOf || which || counted || asked || how)) ||
      (scan.endsOf && tags.has('noun')) ||
      (named && how) ||
      (tags.has('of') && tags.has('noun'))
    );
  }
  if (scan.basis && tags.has('me') && scan.endsOf) return true;
  if (scan.basis) return counted && (named || LOGGED.some((tag) => tags.has(tag)));
  if (tags.has('helping'))
    return counted || which || how || scan.endsOf || tags.has('send') || tags.has('whose');
  if (named) {
    const about = tags.has('noun') && (tags.has('of') || asked);
    // A kind of matter alone is a word to look for.
    const bare = isBare(scan) && scan.categoryIds.length + scan.texts.length === 0;
    return how || counted || which || bare || about;
  }
  if (tags.has('here') && chat.projectIds.length > 0) return how || (counted && tags.has('noun'));
  if (tags.has('me')) return counted;
  return counted && tags.has('noun');
}

/** 超了几天, of nothing: it goes on from what was shown. */
function isBareFact(scan: Scan): boolean {
  const { states, step, periods, basis, kinds, tags } = scan;
  return (
    !isNamed(scan) &&
    states.length + periods.length + kinds.length === 0 &&
    step === undefined &&
    basis === undefined &&
    !tags.has('me')
  );
}

/** 都是谁在办, 都是哪些单位: of what was just answered, and of nothing by itself. */
export function pointsOnly(scan: Scan, { folded }: Phrase): boolean {
  const { states, periods, ages, basis, longest, tags } = scan;
  const said =
    states.length + periods.length + ages.length > 0 || basis !== undefined || longest !== undefined;
  const those = !isNamed(scan) && /^(?:都|分别|各自?)(?:是|在|归)?(?:谁|哪)/.test(folded.trim());
  if (those && turnIn(folded)?.turn === 'apart') return true;
  return those && /^都是/.test(folded.trim()) && !said && !tags.has('most') && !tags.has('rate');
}

/** Words a list has no use for: they ask for more than the rest tells. */
const NOT_ALONE = [
  'mine',
  'whose',
  'send',
  'enough-time',
  'node',
  'when',
  'trend',
  'against',
  'than',
] as const;

/** The sentence asks, it is about something, and no word of it is left over: a question however it is put. */
function isUnderstood(scan: Scan, { folded }: Phrase, context: ReadContext): boolean {
  const { tags } = scan;
  if (scan.left.length > 0 || scan.doubt || NOT_ALONE.some((tag) => tags.has(tag))) return false;
  const what = scan.basis !== undefined || tags.has('noun') || scan.states.length > 0;
  const timed = scan.periods.length > 0 && what;
  const said = isStrong(scan) || timed || scan.by !== undefined;
  const asks = tags.has('how') || tags.has('count') || tags.has('which');
  // 那住建局呢 alone goes on from nothing.
  if (!(asks && (said || isNamed(scan) || scan.kinds.length > 0)) && !(said && isQuestioning(folded)))
    return false;
  return readingOf(scan, context).unread === undefined;
}

/** Each is asked for by its word alone. */
const OF_PROJECTS = ['node', 'of-projects', 'project-by', 'project-told', 'project-order'] as const;

export function isAsked(scan: Scan, phrase: Phrase, context: ReadContext): boolean {
  return isWhole(scan, context) || isUnderstood(scan, phrase, context) || isTelegram(scan, phrase, context);
}

/** Beside what is counted and when. */
const TELEGRAM: readonly string[] = [
  'state',
  'basis',
  'step',
  'noun',
  'of',
  'filler',
  'count',
  'after-name',
  'and',
];

/** 新增 用地 本月, 住建局 上周 办结: words apart, each of which says what is counted, and a time. */
function isTelegram(scan: Scan, { folded }: Phrase, context: ReadContext): boolean {
  const { states, basis, step, periods, tags } = scan;
  const said = folded.trim().split(/[\s,，、]+/);
  const apart = said.length > 1 && said.every((one) => one.length <= 12);
  // Glued to each other it may be a tale of what was done.
  const fits = apart || (basis === 'logged' && states.length === 0 && folded.length <= 16);
  if (!fits || periods.length === 0 || (basis === undefined && step === undefined && states.length === 0))
    return false;
  if (scan.left.length > 0 || scan.doubt || ![...tags.keys()].every((tag) => TELEGRAM.includes(tag)))
    return false;
  return readingOf(scan, context).unread === undefined;
}

/** Words of an order ask by themselves. */
const RANKED = ['top', 'standing', 'sorted', 'least', 'nothing-done'] as const;

/** Nothing of it is left over, something is asked about and something says that it is asked: a question however it is put. */
function isWhole(scan: Scan, { chat }: ReadContext): boolean {
  const { tags, left, clashes, states, periods, basis, by, heard } = scan;
  if (left.length > 0 || clashes.length > 0 || tags.has('mine')) return false;
  if (scan.fact || scan.counted || scan.among) return scan.fact === undefined || !isBareFact(scan);
  const named = isNamed(scan) || (tags.has('here') && chat.projectIds.length > 0);
  const asked =
    (
      [
        'count',
        'tell',
        'how',
        'why',
        'send',
        'most',
        'longest',
        'highest',
        'lowest',
        'rate',
        'duration',
        'due-when',
        'since-when',
        ...RANKED,
      ] as const
    ).some((tag) => tags.has(tag)) || by?.asks === true;
  if (isNounPhrase(scan)) return true;
  const hinted =
    asked || (['ask', 'which', 'more', 'when', 'since-when', 'each'] as const).some((tag) => tags.has(tag));
  // 谁家申请延期了
  if (states.some(({ kind }) => kind === 'extension') && (tags.has('which') || tags.has('count')))
    return true;
  const strong = isStrong(scan) || scan.except !== undefined || scan.ages.length > 0;
  if (asksOfOneNode(scan) || tags.has('post')) return true;
  // 邦普下雨没: its card tells.
  if (scan.weather && scan.projectIds.length === 1 && hinted) return true;
  if (asksProjects(scan)) return hinted || scan.endsOf || OF_PROJECTS.some((tag) => tags.has(tag));
  if (tags.has('versus-average')) return named || tags.has('rate') || tags.has('duration');
  if (by || scan.told)
    return asked || scan.told !== undefined || states.length > 0 || periods.length > 0 || named;
  if (tags.has('nothing-done')) return true;
  if (tags.has('send')) {
    const said = states.length + periods.length > 0 || named || tags.has('everywhere');
    const sheet = LEDGER.test(heard.get('noun') ?? '');
    return strong || states.length > 0 || sheet || (tags.has('noun') && said) || (named && asked);
  }
  if (RANKED.some((tag) => tags.has(tag)))
    return (
      named ||
      states.length + periods.length > 0 ||
      basis !== undefined ||
      tags.has('noun') ||
      tags.has('longest') ||
      tags.has('newest') ||
      scan.top?.bottom === true ||
      sortedFirst(scan)
    );
  if (tags.has('more') && isOfRivals(scan)) return true;
  const body =
    scan.unitIds.length + scan.projectIds.length + scan.areaIds.length + scan.personOpenIds.length > 0;
  if (strong)
    return (
      hinted ||
      scan.endsOf ||
      scan.kinds.length > 0 ||
      states.length > 1 ||
      tags.has('noun') ||
      body ||
      scan.except !== undefined
    );
  if (
    basis === 'logged' &&
    periods.length === 0 &&
    !named &&
    !(['noun', 'enterprise', 'me', 'newest'] as const).some((tag) => tags.has(tag))
  )
    return false;
  if (scan.step) return hinted && (asked || named || periods.length > 0 || scan.times !== undefined);
  const some = named || states.length > 0 || periods.length > 0 || basis !== undefined || tags.has('noun');
  if (tags.has('tell') || tags.has('count') || tags.has('how'))
    return some || scan.kinds.length > 0 || tags.has('everywhere') || /总数/.test(heard.get('tell') ?? '');
  // 报到唐志强那里的有我们局的吗
  if (tags.has('told-to') && scan.someone !== undefined) return hinted;
  return hinted && named && (asked || basis !== undefined || states.length > 0);
}

/** 用地类问题, 唐志强分管的项目, 楚能项目: whose they are, and nothing else. */
function isNounPhrase(scan: Scan): boolean {
  const { tags, states, periods, basis, step } = scan;
  if (states.length + periods.length > 0 || (basis ?? step) !== undefined) return false;
  const whose = isNamed(scan) || tags.has('me');
  if (!whose || !(tags.has('noun') || tags.has('after-project'))) return namesProjects(scan);
  return [...tags.keys()].every((tag) => OF_NOUNS.includes(tag));
}
const OF_NOUNS: readonly string[] = ['noun', 'after-project', 'of', 'me', 'after-name', 'filler', 'our-unit'];

/** What is sent as a sheet of problems by its name alone. */
const LEDGER = /台账|清单|明细/;

/** 用地的多还是消防的多 */
function isOfRivals({ unitIds, projectIds, areaIds, categoryIds, tags }: Scan): boolean {
  const ours = tags.has('our-unit') ? 1 : 0;
  return Math.max(unitIds.length + ours, projectIds.length, areaIds.length, categoryIds.length) > 1;
}

/** 最急的: of what is open. */
function sortedFirst({ heard, tags }: Scan): boolean {
  return tags.has('sorted') && /最/.test(heard.get('sorted') ?? '');
}

/** 这个月怎么样; of one day it is small talk. */
function asksHowItWent({ periods, tags, heard, states }: Scan, { folded }: Phrase): boolean {
  const [period] = periods;
  const said = heard.get('how') ?? '';
  const how = /怎|咋|如何|情况|概况|变化|么样|进展|动静|动向/.test(said);
  // 今天怎么样 is small talk, 今天的总体情况 is none.
  const whole = /总|整|全盘|概况|面上/.test(folded) || /变化|新情况|动静|动向|进展/.test(said);
  const long = period !== undefined && (period.from !== period.until || whole);
  return long && tags.has('how') && how && states.length === 0;
}

function isTimed({ basis, periods }: Scan): boolean {
  return basis !== undefined && periods.length > 0;
}

/** The word itself asks: 平均几天, 增加了多少. */
function isLong({ heard }: Scan): boolean {
  return /几|多|时/.test(`${heard.get('duration') ?? ''}${heard.get('trend') ?? ''}`);
}

/** Nothing but the one word: 兴发, 逾期, 待签收, 我的逾期. */
function isBare(scan: Scan): boolean {
  return [...scan.tags].every(([tag, times]) => (tag === 'state' || tag === 'me') && times === 1);
}
