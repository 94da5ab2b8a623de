/** Questions about the links of several projects: 哪个环节卡的项目最多, 施工许可证办下来的项目有几个, 兴发跟邦普哪个进度快. */
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { linksAcross } from '../language/lexicon/links-across.ts';
import type { QueryWord } from '../language/lexicon/query-word.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';

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
];

/** @returns the reading with what is left of the sentence, which names the projects; undefined: it is no such question */
export function acrossLinks(
  { text, folded }: Phrase,
  context: ReadContext,
): { scan: Scan; reading: Reading } | undefined {
  const asked = linksAcross(withoutFraming(simplify(folded)));
  if (!asked) return undefined;
  const scan = scanQuery(readPhrase(blanked(text, folded, asked.rest)), context, { people: true });
  if (scan.left.length + scan.clashes.length > 0 || scan.doubt || scan.sounded) return undefined;
  if (![...scan.tags.keys()].every((tag) => BESIDE.includes(tag))) return undefined;
  if (!saysOnly(scan, 'projectIds', 'areaIds', 'park', 'industry', 'by', 'someone')) return undefined;
  if (scan.by && scan.by.by !== 'project') return undefined;
  if (scan.someone !== undefined && !scan.tags.has('of-projects')) return undefined;
  const several =
    scan.projectIds.length > 1 ||
    scan.by !== undefined ||
    (['projects', 'everywhere', 'of-projects'] as const).some((tag) => scan.tags.has(tag));
  const one = scan.projectIds.length === 1;
  if (one || !(several || asked.all)) return undefined;
  const { links } = asked;
  return {
    scan,
    reading: { measure: 'projects', filter: placeAsked(scan, context), projects: { links } },
  };
}

/** The text as written, with blanks where the folded one has them now. */
function blanked(text: string, folded: string, rest: string): string {
  let kept = '';
  for (let i = 0; i < text.length; i++) kept += rest[i] === ' ' && folded[i] !== ' ' ? ' ' : text.charAt(i);
  return kept;
}
