/** What was read, in one line: the measure, whatever it is taken by, and what the list is called. */
import { filterTitle } from '../../src/cards/filter-title.ts';
import { matchCommand } from '../../src/commands/match.ts';
import type { ReadContext } from '../../src/language/definition.ts';
import { namesPartOfDay } from '../../src/language/lexicon/spoken-days.ts';
import { smallTalkIn } from '../../src/language/small-talk.ts';
import { TABLE } from '../support/table.ts';
import { ME, NOW } from './place.ts';

/** `back`: asked back, no figure; `talk`: a polite answer; figures asked for together stand with ‖ between. */
export function readingLine(said: string, context: ReadContext): string {
  const match = matchCommand({ text: said, mentions: [], context }, TABLE);
  if (match.kind === 'unknown') return smallTalkIn(said) && !match.doubt ? 'talk' : 'back';
  if (match.kind !== 'call') return 'back';
  const { call } = match;
  if (call.name !== 'ask') return 'issueId' in call ? `${call.name} #${call.issueId}` : call.name;
  if (call.unread || call.doubt) return 'back';
  const view = { now: NOW, directory: context.directory, people: new Map(), demo: false };
  const titleOf = (filter: typeof call.filter) => filterTitle(filter, { whole: true, readerId: ME }, view);
  const sounded =
    call.sounded && `SOUND ${call.sounded.names.map(({ heard, name }) => `${heard}=${name}`).join()}`;
  const wholeDays = call.topic.periods.map(({ heard }) => heard).filter(namesPartOfDay);
  if (call.parts) {
    const each = call.parts.map(({ measure, rate, by, top, filter, projects }) =>
      [
        rate ?? measure,
        by && `by ${by}`,
        top && `TOP ${top}`,
        projects && JSON.stringify(projects),
        titleOf(filter),
      ]
        .filter(Boolean)
        .join(' '),
    );
    const whole = wholeDays.length > 0 ? [`WHOLE DAY ${wholeDays.join()}`] : [];
    return [
      ...(call.compare ? ['most of'] : []),
      ...whole,
      ...(sounded ? [sounded] : []),
      each.join(' ‖ '),
    ].join(' ');
  }
  const parts = [
    call.measure,
    call.rate ?? call.duration,
    call.fact && `FACT ${call.fact}`,
    call.part && `PART ${titleOf(call.part)}`,
    call.by && `by ${call.by}`,
    call.most,
    call.projectId && `P${call.projectId}`,
    call.categoryId && `C${call.categoryId}`,
    call.nodes?.join(),
    call.compared && `${call.compared.from}~${call.compared.to}`,
    call.personHeard && `PERSON ${call.personHeard}`,
    call.personAs && `AS ${call.personAs}`,
    call.taken,
    call.top !== undefined && `TOP ${call.top}`,
    call.standing !== undefined && `PLACE OF ${call.standing}`,
    call.bound && `BOUND ${JSON.stringify(call.bound)}`,
    call.shareOf && (/all|place/.test(call.shareOf) ? 'OF ALL' : `OF ${call.shareOf}`),
    call.having && `HAVING ${JSON.stringify(call.having)}`,
    call.told && `TOLD ${call.told}`,
    wholeDays.length > 0 && `WHOLE DAY ${wholeDays.join()}`,
    call.othersHeard && `AND ${call.othersHeard.join()}`,
    call.series &&
      `${call.series.by} ${call.series.from}~${call.series.to} ${call.series.of.join('+')} ${call.series.most ?? ''}`.trim(),
    call.series?.pace && 'PACE',
    call.series?.mean && 'MEAN',
    call.series?.until && `BY ${call.series.until}`,
    call.projects && JSON.stringify(call.projects),
    call.until && `BY ${call.until}`,
    call.post,
    sounded,
  ];
  return `${parts.filter(Boolean).join(' ')} | ${titleOf(call.filter)}`;
}
