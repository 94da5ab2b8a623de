/** Links asked for in any words, of one project or of several: 邦普安评走完没得, 环评批复跟能评办到没有, 手续走到第几关了. */
import type { LinkAspect } from '../domain/link-aspects.ts';
import type { LinksAsked } from '../domain/links-asked.ts';
import { NUMERAL, readNumeral } from '../domain/numerals.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { linkAspects } from '../language/lexicon/link-aspects.ts';
import {
  ASKS_DONE,
  IN_GENERAL,
  OF_EVERYONE,
  OF_PAPER,
  pickedBy,
  WHICH_FIRST,
  withoutLinkFrames,
} from '../language/lexicon/link-frames.ts';
import { GROUP, isKindToo, linkCalled, linksNamedIn } from '../language/lexicon/link-names.ts';
import { linkSteps } from '../language/lexicon/link-walk.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { findProjects } from '../language/names.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { ownProjects } from '../language/speaker.ts';
import type { CallOf } from './call.ts';

/** Beside the names of projects, and narrowing nothing. */
const BESIDE: readonly QueryWord['tag'][] = [
  ...(['filler', 'of', 'ask', 'tell', 'and', 'as-many', 'after-project', 'by', 'projects'] as const),
  ...(['everywhere', 'here', 'count', 'which', 'each', 'of-projects', 'after-name', 'pointed'] as const),
  ...(['how', 'links', 'enterprise', 'me'] as const),
];
const OF_ALL: readonly QueryWord['tag'][] = ['projects', 'everywhere', 'of-projects'];
/** 刘敏的项目, 我管的项目. */
const OF_WHOM = ['of-projects', 'projects'] as const;
/** 刘敏那边的. */
const THEIR_SIDE = /(?:那边|这边|那里|那儿|手上|手里|名下|那块)/u;
/** Told of the link itself, whatever the project. */
const BY_ITSELF: readonly LinkAspect[] = ['unit', 'long', 'materials', 'before', 'after', 'fee', 'task'];
/** Asked of papers and of no kind of problems. */
const OF_ANY_LINK: readonly LinkAspect[] = ['materials', 'before', 'after', 'fee', 'task'];
/** 兴发的环评卡在哪了, 是谁在办: of one project the link is meant. */
const OF_ONE_PROJECT: readonly LinkAspect[] = ['state', 'unit', 'stuck'];
const OF_MATTERS =
  /[几多]少?[个件条]|有没有|还有|没[办完处解了]|逾期|的事|方面|[这那]块|[这那]个(?!环节|手续)/u;
/** 办了几天了: of what is under way. */
const BEGUN = /(?:办|批|走|做|审|搞|用|拖)(?:理)?了|已经/u;
/** Told of every project where none is named. */
const OF_EACH: readonly LinkAspect[] = ['state', 'day', 'planned', 'stuck', 'late', 'long'];
/** 卡图审的有几个 may be problems. */
const COUNTED = /[几多]少?[个件](?!工作日|月|星期)/u;
const UNSURE = /没(?:有|得)?[\s\p{P}]*$/u;
const MOST_LINKS = 4;
/** Between what is named and what is asked of it nothing is left but these. */
const SMALL = /^[\s或正的了吗呢啊呀嘛吧哦咧嘞哈到还都就在是有被给那这个它来几上里头走跟和与及同]*$/u;
/** 归水务局批吗, 办施工许可证前头. */
const OF_OFFICES = /^[\s的了吗呢啊呀嘛吧哦到还都就在是有被给那这个找归由问批管审办先要边头]*$/u;
const STUCK = /卡|堵/u;
/** 环评还有多少没办完: of the kind of problems. */
const AMOUNT = /几[件条]|(?:多少|好多|几多)(?!家|[个户](?:项目|企业)|项目|企业|天|个?工作日|个?月|钱|费)/u;
const OF_LINKS = /环节|手续|[哪几]一?[道步关]/u;
/** 图审卡住的, and no bare 卡图审. */
const ASKS = /^(?!.*那种)(?=.*(?:的[\s?？]*$|[哪谁家]|项目))/u;
/** 锂电那两家: of a place or somebody, whatever their number. */
const SO_MANY = /^[这那]?[几两二三四五六七八九十\d]{1,2}[个家]$/u;
/** Whose projects they are: no words of what is asked. */
const SETS =
  /(?:所有|各个?|每个?|哪些|哪几个|哪个|几个|多少个?|管的|我的)(?:项目|企业|专班)(?:里头|里面|里|当中|中)?|管的/gu;

/** 环评没走完的企业: of their projects. */
const FIRMS = /(?<=的|[哪那这]些|哪一?[个家])企业/gu;

interface Said {
  /** As templates call them; none: the links as a whole. */
  names: string[];
  /** The project, place or people that are left of the text. */
  scan: Scan;
  /** Of no project: whose it is, what it takes. */
  general: boolean;
  asks: LinkAspect[];
}

/** What is left of the text when links and what is asked of them are taken out; undefined: it is no question of links. */
function linksSaid(heard: Phrase, context: ReadContext): Said | undefined {
  const text = heard.text.replace(FIRMS, '项目');
  const phrase = readPhrase(text);
  const folded = allOfThem(plainProjects(withoutFraming(simplify(phrase.folded)), context), context);
  const named = linksNamedIn(folded);
  // 排污许可延期到几号: of a problem, for no link is extended.
  if (!named || /延(?:期|长|到)/.test(folded)) return undefined;
  const { names } = named;
  const asks = linkAspects(folded, false);
  const paper =
    OF_PAPER.test(named.rest) || IN_GENERAL.test(named.rest) || asks.some((one) => OF_ANY_LINK.includes(one));
  const kinds = names.length > 0 && names.every(isKindToo) && !paper;
  if (kinds && (!asks.some((one) => OF_ONE_PROJECT.includes(one)) || OF_MATTERS.test(named.rest)))
    return undefined;
  const bare = names.length > 0 ? named.rest : linkSteps(folded);
  if (bare === undefined) return undefined;
  // 兴发 is a name, and 发 in it none of the words that ask.
  const kept = findProjects({ ...phrase, folded: bare }, context.directory);
  const sets = [...bare.matchAll(SETS)].map(({ index, 0: one }) => [index, index + one.length] as const);
  const spans = [...kept.map(({ span }) => span), ...sets].toSorted(([a], [b]) => a - b);
  const rest = outside(bare, spans);
  if (rest === undefined) return undefined;
  const left = [...text].length === text.length ? merged(text, folded, rest) : rest;
  const scan = scanQuery(readPhrase(left), context, { people: true });
  const whose = scan.industry !== undefined || scan.someone !== undefined || scan.park !== undefined;
  // 发改那边能评找谁: the link tells whose it is.
  const byItself = asks.length > 0 && asks.every((one) => BY_ITSELF.includes(one)) && !BEGUN.test(named.rest);
  if (kinds && scan.projectIds.length !== 1) return undefined;
  if (scan.projectIds.length === 1 && names.some(isKindToo) && COUNTED.test(named.rest)) return undefined;
  const general = (IN_GENERAL.test(named.rest) || byItself) && scan.projectIds.length === 0;
  const small = general ? OF_OFFICES : SMALL;
  const unread = scan.left.filter((word) => !small.test(word) && !(whose && SO_MANY.test(word)));
  if (unread.length + scan.clashes.length > 0 || scan.doubt || scan.sounded) return undefined;
  const beside = [...BESIDE, ...(general ? (['after-unit', 'before-unit', 'whose'] as const) : [])];
  if (![...scan.tags.keys()].every((tag) => beside.includes(tag))) return undefined;
  const whosePlace = ['projectIds', 'areaIds', 'park', 'industry', 'by', 'someone'] as const;
  if (!saysOnly(scan, ...whosePlace, ...(general ? (['unitIds'] as const) : []))) return undefined;
  if (scan.by && scan.by.by !== 'project') return undefined;
  const theirs = OF_WHOM.some((tag) => scan.tags.has(tag));
  if (scan.someone !== undefined && !theirs && !THEIR_SIDE.test(bare)) return undefined;
  if (scan.tags.has('me') && (!theirs || scan.someone !== undefined)) return undefined;
  return { names: [...new Set(names.map(linkCalled))], scan, general, asks };
}

const SO_MANY_ALL = new RegExp(`(${NUMERAL})个?(?:家|项目|企业)(?:里头|里面|里|当中)?`, 'u');

/** 六个项目, where there are six: each of them. */
function allOfThem(folded: string, { directory }: ReadContext): string {
  const said = SO_MANY_ALL.exec(folded)?.[1];
  const all = said !== undefined && readNumeral(said) === directory.liveProjects.length;
  return all ? folded.replace(SO_MANY_ALL, '各项目') : folded;
}

/** The frames taken out of everything between the names. */
function outside(text: string, spans: readonly (readonly [number, number])[]): string | undefined {
  let at = 0;
  let whole = '';
  for (const [from, until] of [...spans, [text.length, text.length] as const]) {
    if (until <= at) continue;
    const part = withoutLinkFrames(text.slice(at, Math.max(at, from)));
    if (part === undefined) return undefined;
    whole += part + text.slice(Math.max(at, from), until);
    at = until;
  }
  return whole;
}

/** As written, with blanks where the folded text has them now. */
function merged(text: string, folded: string, rest: string): string {
  if (folded.length !== text.length) return rest;
  return [...text].map((one, i) => (rest[i] === ' ' && folded[i] !== ' ' ? ' ' : one)).join('');
}

/** @param ask the reading as a call, with who was named in it */
export function askLinks(
  phrase: Phrase,
  heard: Scan,
  context: ReadContext,
  ask: (scan: Scan, reading: Reading) => CallOf<'ask'>,
): CallOf<'link-map' | 'link-state' | 'ask'> | undefined {
  // 供地 sounds like 工地, and is a link as it stands.
  const plain = linksSaid(phrase, context);
  const right = heard.sounded && linksSaid(readPhrase(heard.sounded.right), context);
  // 兴法那边: nobody's, where it sounds like a project.
  const said = plain?.scan.someone === undefined ? (plain ?? right) : (right ?? plain);
  if (!said) return undefined;
  const { names, scan, general, asks } = said;
  const text = simplify(phrase.folded);
  const [name, ...also] = names;
  const { chat } = context;
  const here = chat.defaultProjectId ?? (chat.projectIds.length === 1 ? chat.projectIds[0] : undefined);
  const named = scan.by !== undefined || OF_ALL.some((tag) => scan.tags.has(tag));
  const set = named || scan.areaIds.length > 0 || scan.park !== undefined || scan.industry !== undefined;
  const rest = linksNamedIn(text)?.rest ?? text;
  const by = pickedBy(text, rest.replace(/\s/gu, ''));
  // 几个项目批下来没有: each is told.
  const picked = by === 'done' && UNSURE.test(text) ? undefined : by;
  // 环评批了施工证没办: open is said of one of them.
  const apart = also.length > 0 && picked === 'open' && !/ [和跟与及、] /u.test(rest);
  const everyone =
    picked === 'stuck'
      ? ASKS.test(text) || (asks.includes('stuck') && !COUNTED.test(text))
      : picked === 'next' || OF_EVERYONE.test(text) || (picked === 'late' && ASKS.test(text));
  const [only = set ? undefined : here, second] = scan.projectIds;
  if (general && !set && name !== undefined && only === undefined)
    return { name: 'link-state', projectIds: [], words: name, also, general: true };
  // 环评批了没, of no project: each of them is told.
  const counted = picked === 'stuck' && COUNTED.test(text);
  const each = ASKS_DONE.test(text) || (asks.some((one) => OF_EACH.includes(one)) && !AMOUNT.test(text));
  const whole =
    name !== undefined && only === undefined && each && picked !== 'done' && picked !== 'unclear' && !counted;
  const all = set || whole || (name !== undefined && everyone);
  const one = only !== undefined && second === undefined;
  if (one && !saysOnly(scan, 'projectIds')) return undefined;
  if (scan.tags.has('me') && (scan.projectIds.length > 0 || ownProjects(context).length === 0))
    return undefined;
  if (!one && (picked === 'unclear' || (picked === 'stuck' && name === undefined))) return undefined;
  if (names.length > MOST_LINKS || (only === undefined && !all)) return undefined;
  // 楚能卡在哪: its card has what holds it up, its map which links.
  if (one && name === undefined && STUCK.test(text) && !OF_LINKS.test(text))
    return ask(scan, { measure: 'progress', filter: { projectIds: [only] }, projectId: only });
  if (one && name === undefined) return { name: 'link-map', projectIds: [only] };
  const whose = asks.length > 0 && asks.every((ask) => ask === 'unit');
  if (one && name !== undefined && also.length === 0 && (name !== GROUP || whose))
    return { name: 'link-state', projectIds: [only], words: name };
  return {
    ...ofSeveral(
      { names, scan, picked: one || apart ? undefined : picked, first: WHICH_FIRST.test(text) },
      one ? only : undefined,
      context,
      ask,
    ),
    ...(said === plain ? {} : soundedIn(heard)),
  };
}

/** How far each project is, all of it or at the links that are named. @param only of one project alone */
function ofSeveral(
  {
    names,
    scan,
    picked,
    first,
  }: Pick<Said, 'names' | 'scan'> & { picked: ReturnType<typeof pickedBy>; first: boolean },
  only: number | undefined,
  context: ReadContext,
  ask: (scan: Scan, reading: Reading) => CallOf<'ask'>,
): CallOf<'ask'> {
  const place = scan.tags.has('me') ? { projectIds: ownProjects(context) } : placeAsked(scan, context);
  const filter = only === undefined ? place : { ...place, projectIds: [only] };
  const [name, ...also] = names;
  // With several names each is told, whatever is so of one; 图审和能评没走完 is so of any.
  const is = picked === 'unclear' || (also.length > 0 && !/late|open/.test(`${picked}`)) ? undefined : picked;
  const state = is === 'now' ? 'working' : is;
  const links: LinksAsked =
    name === undefined
      ? is === 'late'
        ? { is }
        : { order: 'far' }
      : {
          said: name,
          ...(also.length > 0 && { also }),
          ...(also.length > 0 && first && { first: true as const }),
          rows: state ? { is: state } : {},
        };
  return ask(scan, { measure: 'projects', filter, projects: { links } });
}

const soundedIn = ({ sounded }: Scan) => (sounded ? { sounded } : {});
