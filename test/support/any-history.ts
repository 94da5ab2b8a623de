/** Histories of an issue: people of every kind say anything in any order. */
import fc from 'fast-check';
import type { Actor } from '../../src/domain/actor.ts';
import type { NewIssue } from '../../src/domain/create.ts';
import type { IssueCommand } from '../../src/domain/issue.ts';
import { longTermDeadline } from '../../src/domain/long-term.ts';
import { addDays } from '../../src/domain/time.ts';
import {
  actorOf,
  at,
  ELSEWHERE,
  HOLLOW,
  HOUSING,
  LAND,
  MEILIXIN,
  POWER,
  town,
  until,
  who,
  XINGFA,
} from './town.ts';

const words = fc.constantFrom('', '  ', '已联系', '不属于我局', '长'.repeat(5001));
const units = fc.constantFrom(LAND, HOUSING, POWER, HOLLOW, ELSEWHERE, 999);
const people = fc.constantFrom(...Object.values(who));
/** Days from now, so that most dates fit the story. */
const daysAhead = fc.integer({ min: -3, max: 20 });

const LONG_TERM = longTermDeadline('长期', at('2026-11-23 10:00'), town);

type Say = (today: string) => IssueCommand;
const fixed = (command: IssueCommand): fc.Arbitrary<Say> => fc.constant(() => command);
const from = <T>(
  facts: fc.Arbitrary<T>,
  make: (facts: T, today: string) => IssueCommand,
): fc.Arbitrary<Say> => facts.map((value) => (today) => make(value, today));

const commands: fc.Arbitrary<Say> = fc.oneof(
  from(
    fc.record({ unitId: units, assigneeId: fc.option(people, { nil: undefined }) }),
    ({ unitId, assigneeId }) => ({
      verb: 'route',
      unitId,
      ...(assigneeId === undefined ? {} : { assigneeId }),
    }),
  ),
  fixed({ verb: 'sign' }),
  fixed({ verb: 'sign' }),
  from(words, (reason) => ({ verb: 'bounce', reason })),
  from(words, (note) => ({ verb: 'progress', note })),
  from(fc.record({ result: words, override: fc.boolean() }), (facts) => ({ verb: 'report-done', ...facts })),
  fixed({ verb: 'report-done', result: '已办好' }),
  fixed({ verb: 'verify', confirmed: true }),
  fixed({ verb: 'verify', confirmed: true }),
  from(words, (reason) => ({ verb: 'verify', confirmed: false, reason })),
  from(words, (reason) => ({ verb: 'reopen', reason })),
  from(fc.constantFrom('', '误报'), (reason) => ({ verb: 'void', reason })),
  from(units, (unitId) => ({ verb: 'add-co-unit', unitId })),
  from(fc.option(units, { nil: undefined }), (unitId) => ({
    verb: 'tick-co-unit',
    ...(unitId ? { unitId } : {}),
  })),
  from(fc.record({ days: daysAhead, reason: words }), ({ days, reason }, today) => ({
    verb: 'request-extension',
    to: until(addDays(today, days)),
    reason,
  })),
  from(fc.record({ days: daysAhead, chaserId: people }), ({ days, chaserId }, today) => ({
    verb: 'request-pause',
    expected: addDays(today, days),
    reason: '等批复',
    chaserId,
  })),
  from(fc.boolean(), (approve) => ({ verb: 'decide-request', approve })),
  fixed({ verb: 'decide-request', approve: true }),
  fixed({ verb: 'resume' }),
  fixed({ verb: 'urge' }),
  fixed({ verb: 'acknowledge' }),
  from(words, (reason) => ({ verb: 'appeal', reason })),
  from(fc.boolean(), (exempt) => ({ verb: 'decide-appeal', exempt })),
  fixed({ verb: 'put-on-agenda' }),
  fixed({ verb: 'start-reminding' }),
  from(words, (reason) => ({ verb: 'request-extension', to: LONG_TERM, reason })),
  fixed({ verb: 'correct', deadline: LONG_TERM }),
  from(fc.constantFrom('satisfied', 'fairly', 'unsatisfied'), (score) => ({ verb: 'rate', score })),
  from(words, (text) => ({ verb: 'write-measure', text })),
  from(fc.record({ unitId: units, days: daysAhead }), ({ unitId, days }, today) => ({
    verb: 'correct',
    unitId,
    deadline: until(addDays(today, days)),
  })),
  from(fc.constantFrom(null, XINGFA, MEILIXIN, 999), (projectId) => ({ verb: 'correct', projectId })),
  fixed({ verb: 'attach', attachment: { kind: 'image', key: 'img', messageId: 'om' } }),
  fixed({ verb: 'show-in', chatId: 'oc' }),
);

export interface Turn {
  by: number;
  /** Somebody who can, if anybody can: else most words would only be refused. */
  able: boolean;
  say: Say;
  /** Ten-minute steps since the turn before. */
  later: number;
}

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    by: fc.oneof(people, fc.constantFrom(who.office, who.secretary, who.landCoordinator, who.contact)),
    able: fc.boolean(),
    say: commands,
    later: fc.oneof(fc.nat(20), fc.nat(400)),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

export const starts: fc.Arbitrary<Partial<NewIssue>> = fc.record({
  unitId: fc.constantFrom(LAND, HOUSING, null),
  projectId: fc.constantFrom(XINGFA, MEILIXIN),
  onTheSpot: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

export const EVERYBODY = Object.values(who);
export const ACTORS = new Map<number, Actor>(EVERYBODY.map((id) => [id, actorOf(id)]));
