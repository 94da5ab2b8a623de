/** Questions about several projects as wholes: 哪个环节卡的项目最多, 兴发跟邦普哪个进度快, 哪些比计划落后了, 本月完成了哪些环节. */
import type { ProjectsAsked } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { linksAcross } from '../language/lexicon/links-across.ts';
import { projectsAcross } from '../language/lexicon/projects-across.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { ownProjects } from '../language/speaker.ts';
import { namesIn } from './nodes-asked.ts';

/** Words that may stand beside it and narrow nothing but whose projects they are. */
const BESIDE: readonly QueryWord['tag'][] = [
  ...([
    'filler',
    'of',
    'ask',
    'tell',
    'and',
    'as-many',
    'after-project',
    'by',
    'projects',
    'everywhere',
  ] as const),
  ...(['here', 'count', 'which', 'each', 'than', 'of-projects', 'mainly', 'more', 'most'] as const),
  ...(['after-name', 'enterprise', 'how', 'pointed'] as const),
];

/** In the place of a name, so that 能 in 楚能 is none of the words that ask. */
const NAMED = '\uE001';
/** Where nothing else stands, it is every project. */
const ALL = /^(?:这些|这几个|所有|全部)?项目(?:里头|里面|里|当中|中)?$/u;

interface Found {
  scan: Scan;
  reading: Reading;
  /** What it is not kept by. */
  unread?: string[];
}

/** @returns the reading with what is left of the sentence, which names the projects; undefined: it is no such question */
export function acrossLinks(phrase: Phrase, context: ReadContext): Found | undefined {
  const bare = withoutFraming(simplify(phrase.folded));
  const links = linksAcross(bare);
  if (typeof links === 'string') return denied(phrase, links, context);
  const ofLinks = links && found(phrase, { ...links, projects: { links: links.links } }, context);
  if (ofLinks) return ofLinks;
  const folded = plainProjects(bare, context);
  const spans = namesIn(folded, context);
  const masked = [...folded]
    .map((one, i) => (spans.some(([a, b]) => a <= i && i < b) ? NAMED : one))
    .join('');
  const named = (rest: string) =>
    [...rest].map((one, i) => (one === NAMED ? folded.charAt(i) : one)).join('');
  const wholes = projectsAcross(masked);
  return wholes && found(phrase, { ...wholes, rest: named(wholes.rest) }, context);
}

interface Asked {
  projects: ProjectsAsked;
  all: boolean;
  rest: string;
}

function found(phrase: Phrase, { projects, all, rest }: Asked, context: ReadContext): Found | undefined {
  const scan = placesIn(phrase, rest, context, (projects.links ?? projects.pace) !== undefined);
  if (!scan || !saysOnly(scan, ...PLACES)) return undefined;
  const [only, second] = scan.projectIds;
  if (only !== undefined && second === undefined) return projects.pace && ofOne(scan, only, projects);
  if (!isSet(scan) && !all) return undefined;
  return { scan, reading: { measure: 'projects', filter: placeOf(scan, context), projects } };
}

/** 兴发比计划晚了几天: both its days, with what is forecast of them. */
function ofOne(scan: Scan, only: number, { order }: ProjectsAsked): Found | undefined {
  if (order || scan.tags.has('count') || scan.by) return undefined;
  const nodes = ['start', 'production'] as const;
  const tags = new Map([...scan.tags, ['node', 2] as const, ['when', 1] as const]);
  return {
    scan: { ...scan, nodes: [...nodes], tags },
    reading: { measure: 'forecast', filter: { projectIds: [only] }, projectId: only, nodes: [...nodes] },
  };
}

/** 没走完所有环节的项目: how far each has come is no answer. Of one project its links tell it. */
function denied(phrase: Phrase, said: string, context: ReadContext): Found | undefined {
  const scan = scanQuery(phrase, context, { people: true });
  if (scan.projectIds.length === 1) return undefined;
  return { scan, reading: { measure: 'count', filter: {} }, unread: [said] };
}

const PLACES = ['projectIds', 'areaIds', 'park', 'industry', 'by', 'someone'] as const;

/** 我的项目: those of the asker. */
const placeOf = (scan: Scan, context: ReadContext) =>
  scan.tags.has('me') ? { projectIds: ownProjects(context) } : placeAsked(scan, context);

/** What is left names projects and whose they are, and nothing else. @param own may be the asker's */
function placesIn(
  { text, folded }: Phrase,
  rest: string,
  context: ReadContext,
  own = false,
): Scan | undefined {
  const left = rest.length === text.length ? blanked(text, folded, rest) : rest;
  const scan = scanQuery(readPhrase(left), context, { people: true });
  const unread = scan.left.filter((word) => !ALL.test(word));
  if (unread.length + scan.clashes.length > 0 || scan.doubt || scan.sounded) return undefined;
  const mine = own && ownProjects(context).length > 0 && scan.someone === undefined;
  if (![...scan.tags.keys()].every((tag) => BESIDE.includes(tag) || (tag === 'me' && mine))) return undefined;
  if (scan.by && scan.by.by !== 'project' && !/家|企业/.test(scan.heard.get('by') ?? '')) return undefined;
  const theirs = scan.someone !== undefined && `${scan.someone}的项目`;
  if (!theirs || scan.tags.has('of-projects')) return scan;
  return left.includes(theirs) ? { ...scan, tags: new Map([...scan.tags, ['of-projects', 1]]) } : undefined;
}

function isSet(scan: Scan): boolean {
  return (
    scan.projectIds.length > 1 ||
    scan.by !== undefined ||
    scan.industry !== undefined ||
    scan.left.length > 0 ||
    (['projects', 'everywhere', 'of-projects'] as const).some((tag) => scan.tags.has(tag))
  );
}

/** The text as written, with blanks where the folded one has them now. */
function blanked(text: string, folded: string, rest: string): string {
  let kept = '';
  for (let i = 0; i < text.length; i++) kept += rest[i] === ' ' && folded[i] !== ' ' ? ' ' : text.charAt(i);
  return kept;
}
