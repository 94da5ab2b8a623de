/** What a message means once matched and read: one typed call per command of the table. */

import type { IssueFilter } from '../domain/answer.ts';
import type { Beyond } from '../domain/beyond.ts';
import type { HolidaySpan } from '../domain/calendar/span.ts';
import type { HandoverDays } from '../domain/handover.ts';
import type { DigestRhythm } from '../domain/model.ts';
import type { Measure, Reading } from '../domain/reading.ts';
import type { Term } from '../domain/term.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { CommandInGroup, CommandRow, ReadInput } from '../language/definition.ts';
import type { Mood } from '../language/mood.ts';
import type { LogLine, Misuse, SaidPerson } from '../language/said.ts';
import type { Scan } from '../language/scanned.ts';
import type { Topic } from '../language/topic.ts';
import type { VerbCall } from '../verbs/verbs.ts';

/** Whom a list is about, and as what. */
/** Logged by them, of the projects they lead or keep, of their unit, told up to them; absent: by what they are. */
export type PersonAs = 'reporter' | 'doer' | 'project' | 'unit' | 'told';

interface AskedPerson {
  personOpenId?: string;
  personAs?: PersonAs;
}

/**
 * `unitCandidates`, `projectCandidates`: set when several bear the name; the first is taken.
 * `issueId` undefined: taken from the card the message replies to, else asked for.
 */
export type SpineCall =
  /** What is said to a problem: read by the rows of the verbs. */
  | VerbCall
  /** `unsure`: the words may have meant something else; it is shown before it is logged. */
  | { name: 'log'; lines: LogLine[]; unsure?: true }
  | { name: 'log-form' }
  /** 报 in reply to a message; `facts` (title '') when unit or deadline stand beside it: 报 住建局 3天. */
  | { name: 'log-quoted'; facts?: LogLine }
  | { name: 'on-the-spot'; line: LogLine }
  | { name: 'show'; issueId?: number }
  | { name: 'history'; issueId?: number }
  | { name: 'explain'; issueId?: number }
  | { name: 'similar'; issueId?: number }
  | { name: 'undo'; issueId?: number }
  /**
   * Of one person: `personOpenId` when mentioned, `personHeard` when named; then the filter names nobody. `outside`:
   * names in it that mean, as heard, also projects that are not this group's.
   */
  | ({ name: 'list'; filter: IssueFilter; personHeard?: string; outside?: string[] } & AskedPerson)
  | { name: 'mine' }
  | { name: 'search'; words: string }
  /**
   * A plain question (红色的有几个): figures first, then the list; `by`: each unit's or project's figures apart. With
   * `unread` (words not understood) or `doubt` (part of several names) it is asked back instead.
   */
  | ({
      name: 'ask';
      outside?: string[];
      unread?: string[];
      /** Beside `unread` or `doubt`: questions that may have been meant. */
      nearest?: string[];
      /** Beside `unread`: why it cannot be told, a state no past day keeps, or a 开工 that is not recorded. */
      untold?: 'past-state' | 'no-start';
      /** 本周红的: what was said of a time, beside lights that are told as they are now. */
      litNow?: string;
      /** 新增的有几个: no day was said, and this week was taken. */
      thisWeek?: true;
      /** They are only made of what was understood. */
      vague?: true;
      /** What else may have been meant, as words on buttons: no measure was said. */
      others?: string[];
      doubt?: { heard: string; names: string[] };
      personHeard?: string;
      /** Beside `personHeard`: the whole question, to be asked back with another name in it. */
      said?: string;
      /** 王建国和刘敏: the others, each told apart. */
      othersHeard?: string[];
      /** Names taken for what sounds like them, and the question with them in it. */
      sounded?: NonNullable<Scan['sounded']>;
      /** Several figures asked for at once; `compare`: which is the largest. */
      parts?: Reading[];
      compare?: true;
      /** Beside `parts`: added up. */
      sum?: true;
      /** What a later 那住建局呢 goes on from. */
      topic: Topic;
    } & Reading &
      AskedPerson)
  /** Asked about what no list of problems holds; `nearest`: what can be told instead. */
  | { name: 'beyond'; subject: Beyond; nearest: string[] }
  | { name: 'term'; term: Term }
  | { name: 'projects'; page?: number }
  /** `projectId` null: `heard` is no name; words that narrow the list of projects, perhaps. */
  | {
      name: 'project';
      projectId: number | null;
      heard: string;
      page?: number;
      projectCandidates?: number[];
    }
  | { name: 'project-create'; projectName: string; enterprise: string | null }
  | {
      name: 'project-set';
      /** Units or people go instead of coming. */
      removes?: boolean;
      projectId: number | null;
      heard: string;
      field:
        | 'secretary'
        | 'leader'
        | 'lead-unit'
        | 'member'
        | 'contact'
        | 'start-on'
        | 'production-on'
        | 'short-name'
        | 'enterprise'
        | 'green-channel'
        | 'name'
        | 'park'
        | 'industries'
        | 'bucket'
        | 'level'
        | 'land'
        | 'invest-total'
        | 'note';
      projectCandidates?: number[];
      value: string;
      openIds: string[];
      /** Of 牵头单位 and 成员单位: every unit the value names. */
      unitIds?: number[];
    }
  | { name: 'bind'; heard: string; projectId: number | null; office: boolean; projectCandidates?: number[] }
  | { name: 'unbind'; heard: string; projectId: number | null }
  | { name: 'this-group' }
  | { name: 'units' }
  | { name: 'unit-create'; unitName: string; shortNames: string[] }
  | {
      name: 'unit-set';
      unitId: number | null;
      heard: string;
      field: 'head' | 'coordinator' | 'category' | 'short-name' | 'name' | 'member';
      value: string;
      openIds: string[];
    }
  | { name: 'categories' }
  | {
      name: 'category-set';
      categoryName: string;
      keywords: string[];
      unitId: number | null;
      unitHeard: string;
      limitDays: number | null;
    }
  | { name: 'people'; words: string }
  | { name: 'roles' }
  | {
      name: 'role-set';
      role: 'office' | 'leader' | 'principal' | 'administrator';
      grant: boolean;
      openIds: string[];
      names: string[];
      areaHeard: string;
    }
  /** 规则: `reset` to the defaults (of a project: to the deployment's); `running`: for running problems, too. */
  | {
      name: 'rules';
      projectId: number | null;
      /** Empty: the deployment's rules. */
      heard: string;
      reset: boolean;
      running: boolean;
      projectCandidates?: number[];
    }
  | { name: 'settings' }
  | { name: 'setting-set'; key: string; value: string }
  | { name: 'holidays' }
  | { name: 'holiday-set'; spans: HolidaySpan[] }
  | { name: 'areas' }
  | { name: 'area-create'; areaName: string; parentHeard: string }
  | { name: 'health' }
  /** 静默; `state`: only asked how it stands. */
  | { name: 'mute-me'; until: Instant | 'off' | 'state' }
  /** null: only asked how it stands. */
  | { name: 'digest-rhythm'; rhythm: DigestRhythm | null }
  /** `asked` null: shows those there are. `person` without both: the speaker's own. */
  | { name: 'handover'; asked: (HandoverDays & { person: SaidPerson; deputy: SaidPerson }) | null }
  | { name: 'handover-cancel'; day: Day | null; person: SaidPerson }
  | { name: 'help'; topic: string };

/** What the calls of features carry beside their name; each feature adds its own (declare module). */
// biome-ignore lint/suspicious/noEmptyInterface: augmented by features.
export interface FeatureCalls {}

type FeatureCall = { [N in keyof FeatureCalls]: { name: N } & FeatureCalls[N] }[keyof FeatureCalls];

export type Call = SpineCall | FeatureCall;

export type Match =
  | { kind: 'call'; call: Call }
  | { kind: 'misuse'; misuse: Misuse }
  /** Not a command. `nearest`: the two closest command words; `close`: those a slip away. */
  | { kind: 'unknown'; nearest: string[]; close?: string[]; doubt?: Doubt };

/** What talk about a problem could be meant as; one tap says which, or nothing. */
export interface Doubt {
  mood: Mood;
  issueId?: number;
  /** Canonical word of the command that was read, if one was. */
  word?: string;
  /** What was said beside word and number. */
  note: string;
  /** 'as-said': the command as it was read; 'progress', 'done': the note as 进展 or 办结. */
  choices: ('progress' | 'done' | 'as-said')[];
}

export type CallName = Call['name'];

export type CallOf<N extends CallName> = Extract<Call, { name: N }>;

/** A row that reads one kind of call. */
type CommandOf<N extends CallName> = Omit<CommandRow, 'name' | 'read'> & {
  name: N;
  read: (input: ReadInput) => CallOf<N> | Misuse | null;
};

/** A row of the table. */
export type CommandDefinition = CommandInGroup<Call>;

/** One row; checks that the reader returns the row's own call. */
export function command<N extends CallName>(name: N, spec: Omit<CommandOf<N>, 'name'>): CommandOf<N> {
  return { name, ...spec };
}

/** A question that is understood to the end: nothing of it is to be asked back. */
export function isWholeAsk(call: Call): call is CallOf<'ask'> {
  return call.name === 'ask' && !call.unread && !call.doubt;
}

/** Words that are such a question by themselves. */
export function isWholeQuestion(match: Match): match is Match & { kind: 'call'; call: CallOf<'ask'> } {
  return match.kind === 'call' && isWholeAsk(match.call);
}

/** A deadline of the call lies in the past. */
export function isOver(call: Call, now: Instant): boolean {
  const lines =
    call.name === 'log' ? call.lines : call.name === 'log-quoted' && call.facts ? [call.facts] : [];
  const read = [...lines.map((line) => line.deadline), ...('deadline' in call ? [call.deadline] : [])];
  return read.some((deadline) => deadline.ok && deadline.deadline.at <= now);
}

/** Measures by which one problem is asked for as well as many. */
const OF_ONE: readonly Measure[] = ['count', 'list', 'progress', 'who', 'why', 'steps', 'part'];

/** 线路迁改那件催了几次: a kind of matter, or words looked for, that may be those of one problem. */
export function mayBeOne({ filter, measure, top, most, categoryId }: CallOf<'ask'>): boolean {
  const about = filter.categoryIds ?? filter.search ?? filter.colors ?? categoryId;
  return about !== undefined && OF_ONE.includes(measure) && !top && !most;
}
