/** Every word for a filter in every way to put a question: each is read as the filter it stands for. */
import { describe, expect, test } from 'vitest';
import type { CallOf } from '../../src/commands/call.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import type { IssueFilter } from '../../src/domain/issue-filter.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { BESIDE, type Form, FRAMES, NAME_FRAMES, NAMES, NO_STATE, STATES } from './filter-forms.ts';

function asked(text: string): CallOf<'ask'> | undefined {
  const match = matchCommand({ text, mentions: [], context: toLeader }, TABLE);
  if (match.kind !== 'call' || match.call.name !== 'ask') return undefined;
  const { call } = match;
  return call.unread || call.doubt || call.parts || call.personHeard !== undefined ? undefined : call;
}

/** Alike in what is counted: a light shines only on what is open, and an order narrows nothing. */
function counted({ sort: _, ...filter }: IssueFilter): IssueFilter {
  const lit = filter.colors !== undefined || filter.overdue === true;
  const { statuses, ...rest } = filter;
  const open = statuses?.length === OPEN_STATUSES.length;
  return statuses && !(lit && open) ? { ...rest, statuses: statuses.toSorted() } : rest;
}

/** 被退回过的, 延过期的 once were, whatever became of them; 还有几个退回过的 are not over. */
const onceSentBack = ({ statuses, ...rest }: IssueFilter, said: string): IssueFilter =>
  (rest.mark === 'bounced' || rest.extension === 'granted') &&
  statuses &&
  /(?<!通)过/.test(said) &&
  !/还/.test(said)
    ? rest
    : { ...rest, ...(statuses && { statuses }) };

/** 住建局退回的 was sent back by it, wherever it is now; 住建局被退回的, 住建局手上退了的 say whose it is. */
const sentBack = (said: string, filter: IssueFilter): IssueFilter => {
  if (filter.mark !== 'bounced' || !/住建局(?:退回|退过|退了(?!单|件)|打回)/.test(said)) return filter;
  const { unitIds = [], mark: _m, statuses: _s, ...rest } = filter;
  return { ...rest, stepUnitIds: unitIds, step: 'bounced' };
};

interface Sentence {
  said: string;
  filter: IssueFilter;
  measure?: string | undefined;
  by?: string | undefined;
}

/** What is wrong with how it is read; undefined: nothing. */
function mistake({ said, filter, measure, by }: Sentence): string | undefined {
  const call = asked(said);
  if (!call) return `${said}: asked back`;
  const counts = ['count', 'list'];
  const fits =
    measure === undefined ||
    call.measure === measure ||
    (counts.includes(measure) && counts.includes(call.measure));
  const same =
    JSON.stringify(sorted(counted(call.filter))) ===
    JSON.stringify(sorted(counted(sentBack(said, onceSentBack(filter, said)))));
  return fits && same && call.by === by
    ? undefined
    : `${said}: ${call.measure} ${JSON.stringify(call.filter)}`;
}

const sorted = (filter: IssueFilter) =>
  Object.entries(filter)
    .map(([key, value]) => [key, Array.isArray(value) ? [...(value as (string | number)[])].sort() : value])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));

/** 有几个 企业不满意 counts enterprises, 解决清单 is a title: other things than the word in another place. */
const isOther = (word: string, frame: string) =>
  (/^(?:单位|企业)/.test(word) && /[几那]个S|多少S/.test(frame)) ||
  (/(?:解决|落实|化解)$/.test(word) && frame === 'S清单') ||
  // 哪个单位退办的最多 asks who sent them back.
  (/^退/.test(word) && /^哪个单位S的?最多/.test(frame));

/** Every word in some of the frames, so that each frame is met by words of every class. */
function* crossed<T extends readonly [string, ...unknown[]]>(
  [, , said]: Form,
  frames: readonly T[],
  of: number,
): Generator<[word: string, frame: T]> {
  for (const [i, word] of said.split('·').entries())
    for (const [j, frame] of frames.entries())
      if ((i * 7 + j) % of === 0 && !isOther(word, frame[0])) yield [word, frame];
}

describe('words for a state', () => {
  test.each(STATES)('%s, however the question is put', (...form) => {
    const wrong = [...crossed(form, FRAMES, 12)].flatMap(([word, [frame, measure, by]]) => {
      const said = frame.replace('S', word);
      const any = measure === 'any' ? undefined : measure;
      return mistake({ said, filter: form[1], measure: any, by }) ?? [];
    });
    expect(wrong).toEqual([]);
  });

  test.each(STATES)('%s in front of, between and behind other filters', (...form) => {
    const wrong = [...crossed(form, BESIDE, 12)].flatMap(
      ([word, [frame, more]]) =>
        mistake({ said: frame.replace('S', word), filter: { ...form[1], ...more }, measure: 'count' }) ?? [],
    );
    expect(wrong).toEqual([]);
  });

  test.each(NO_STATE)('%s is no state, so it is asked back', (said) => {
    expect(asked(said)).toBeUndefined();
  });
});

describe('names of units, projects, kinds of matter and areas', () => {
  test.each(NAMES)('%s by every name, wherever it stands', (...form) => {
    const wrong = [...crossed(form, NAME_FRAMES, 2)].flatMap(
      ([word, [frame, more]]) =>
        mistake({ said: frame.replace('N', word), filter: { ...form[1], ...more } }) ?? [],
    );
    expect(wrong).toEqual([]);
  });
});
