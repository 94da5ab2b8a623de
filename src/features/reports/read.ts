/** Readers of 日报, 周报, 月报 and 专报: a project or an area by name, a time in words, in any order. */
import type { CallOf } from '../../commands/call.ts';
import { readProject } from '../../commands/read/project.ts';
import { dayOf } from '../../domain/time.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { periodAt } from '../../language/lexicon/periods.ts';
import { cut, cutStart, isBlank, type Phrase, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { daysOf, type ReportWord } from './rules.ts';
import { notReadText, PERIOD_PROBLEMS, REPORT_WORDS } from './words.ts';

/** What was said beside the word. */
export interface Meant {
  word: ReportWord;
  projectId: number | null;
  projectCandidates?: number[];
  /** The project as it was called. */
  heard: string;
  areaHeard: string;
}

type Said = { from: string; until: string };

/** Words between the parts that say nothing. */
const FILLER = /^(?:的|项目|区域|出|发|看看|看|一下|一份|请|:|\s|[,，。])+/u;

function bare(phrase: Phrase): Phrase {
  return trimMarks(cutStart(trimMarks(phrase), FILLER));
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
    let said = periodAt(input.word, 0, today)?.period as Said | undefined;
    const name = REPORT_WORDS[word];
    let rest = bare(input.rest);
    while (!isBlank(rest)) {
      const period = periodAt(rest.folded, 0, today);
      if (period && !said) {
        said = period.period;
        rest = bare(cut(rest, period.length));
        continue;
      }
      const named = meant.heard !== '' || meant.areaHeard !== '';
      const project = named ? undefined : readProject(rest, input);
      if (project && project.projectId !== null) {
        const { projectId, heard, projectCandidates, left } = project;
        Object.assign(meant, { projectId, heard, ...(projectCandidates && { projectCandidates }) });
        rest = bare(left);
        continue;
      }
      const area = named ? undefined : areaAtStart(rest, input);
      if (area !== undefined) {
        meant.areaHeard = area;
        rest = bare(cut(rest, area.length));
        continue;
      }
      if (/^[了吗呢吧啊呀\s\p{P}]+$/u.test(rest.folded)) break;
      const understood = said !== undefined || named;
      return input.separated || understood ? misuse(input, notReadText(name, rest.text.slice(0, 20))) : null;
    }
    const days = daysOf(word, said as never, today);
    if (typeof days === 'string') return misuse(input, PERIOD_PROBLEMS[days](name));
    return { name: call, ...meant, ...days } as CallOf<N>;
  };
}
