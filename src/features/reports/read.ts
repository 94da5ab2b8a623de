/** Readers of 日报, 周报, 月报 and 专报: a project or an area by name, a time in words, in any order. */
import type { CallOf } from '../../commands/call.ts';
import { readProject } from '../../commands/read/project.ts';
import { dayOf } from '../../domain/time.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { periodAt } from '../../language/lexicon/periods.ts';
import { bareDaysAt } from '../../language/lexicon/written-days.ts';
import { cut, isBlank, type Phrase, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { type Days, daysOf, type ReportWord } from './rules.ts';
import { notReadText, PERIOD_PROBLEMS, READING_TEXTS, REPORT_WORDS } from './words.ts';

/** What was said beside the word. */
export interface Meant {
  word: ReportWord;
  projectId: number | null;
  projectCandidates?: number[];
  /** The project as it was called. */
  heard: string;
  areaHeard: string;
  /** Days were said; else they are those around today. */
  said?: true;
}

/** Words between the parts that say nothing. */
const FILLER =
  /(?:的|项目|区域|给?我想?要?|要|给我|帮我?|把|来|出|发|做|生成|看看|看|一下|下|一?份|请|[了吗呢吧啊呀]|[\s\p{P}])/uy;

function fillerAt(folded: string, at: number): number {
  FILLER.lastIndex = at;
  return FILLER.exec(folded)?.[0].length ?? 0;
}

function areaAtStart(phrase: Phrase, { context }: ReadInput): string | undefined {
  const names = context.directory.data.areas.map((area) => area.name);
  return names.filter((name) => phrase.text.startsWith(name)).sort((a, b) => b.length - a.length)[0];
}

const WORDS: Record<ReportCallName, ReportWord> = {
  'daily-report': 'daily',
  'weekly-report': 'weekly',
  'monthly-report': 'monthly',
  'special-report': 'special',
};
type ReportCallName = 'daily-report' | 'weekly-report' | 'monthly-report' | 'special-report';

export function readReportWords<N extends ReportCallName>(call: N) {
  const word = WORDS[call];
  return (input: ReadInput): CallOf<N> | Misuse | null => {
    const { directory, now } = input.context;
    const today = dayOf(now, directory.settings.timeZone);
    const meant: Meant = { word, projectId: null, heard: '', areaHeard: '' };
    // 上周周报, 昨日日报: the word itself says when.
    let said: Days | undefined = periodAt(input.word, 0, today)?.period;
    let understood = false;
    const known = (text: string, at: number) =>
      periodAt(text, at, today)?.length ?? bareDaysAt(text, at, today)?.length ?? fillerAt(text, at);
    const problem = (text: string) => misuse(input, text);
    for (let rest = trimMarks(input.rest); !isBlank(rest); rest = trimMarks(rest)) {
      const time = periodAt(rest.folded, 0, today);
      const bare = time ? undefined : bareDaysAt(rest.folded, 0, today);
      const period = time?.period ?? bare;
      if (period) {
        if (said) return problem(READING_TEXTS.twoPeriods);
        said = { from: period.from, until: period.until };
        rest = cut(rest, time?.length ?? bare?.length ?? 0);
        understood = true;
        continue;
      }
      const { projectId, heard, projectCandidates, left } = readProject(rest, input, known);
      const area = projectId === null ? areaAtStart(rest, input) : undefined;
      if (projectId !== null || area !== undefined) {
        if (meant.heard !== '' || meant.areaHeard !== '') return problem(READING_TEXTS.twoPlaces);
        if (area !== undefined) meant.areaHeard = area;
        else Object.assign(meant, { projectId, heard, ...(projectCandidates && { projectCandidates }) });
        rest = area === undefined ? left : cut(rest, area.length);
        understood = true;
        continue;
      }
      // Last, because a name may begin with such a word.
      const filler = fillerAt(rest.folded, 0);
      if (filler === 0)
        return input.separated || understood
          ? problem(notReadText(REPORT_WORDS[word], rest.text.slice(0, 20)))
          : null;
      rest = cut(rest, filler);
    }
    const days = daysOf(word, said, today);
    if (typeof days === 'string') return problem(PERIOD_PROBLEMS[days](REPORT_WORDS[word]));
    return { name: call, ...meant, ...days, ...(said && { said: true }) } as CallOf<N>;
  };
}
