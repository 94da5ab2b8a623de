/**
 * What the bot answers to a message addressed to it. Stored in the outbox as it is and drawn only when
 * it is sent, so lists and cards show the state of that moment.
 */

import type { Refusal } from './decision.ts';
import type { Deadline } from './issue.ts';
import type { GroupBy, IssueFilter } from './issue-filter.ts';
import type { Fact, Having, Reading } from './reading.ts';
import type { Instant } from './time.ts';

export type { GroupBy, IssueFilter, Mark } from './issue-filter.ts';

/** One problem as read from the text, waiting for the confirm button of a preview card. */
export interface IssueDraft {
  text: string;
  title: string;
  projectId: number | null;
  unitId: number | null;
  assigneeId: number | null;
  categoryId: number | null;
  deadline: Deadline;
  notices: string[];
}

/** Name of a form: of a verb (src/verbs/), or 'log', 'bind' …; a button with an unknown one cannot be made. */
export type FormKind = string;

/** Words on a button that says them, or that says others. */
export type Offered = string | { label: string; command: string };

/** One tap away from what is said. `unit`: a name that was misspelt; `project`: opens 改项目; `file`: 导出 of these. */
export type Offer =
  | { fact: 'file'; filter: IssueFilter }
  | { fact: 'unit'; issueId: number; seen: number; unitId: number; misspelt: string }
  | { fact: 'project'; issueId: number };

export type SpineAnswer =
  /** Words made by cards/words.ts. `tone` colours the toast when the same answer goes to a click. */
  | { kind: 'text'; text: string; tone?: 'info' | 'success' | 'warning' | 'error'; offers?: Offer[] }
  | { kind: 'refusal'; refusal: Refusal; issueId?: number }
  | { kind: 'issue'; issueId: number; lead?: string }
  /**
   * `asked`: by a plain question, so the figure is said in words first, and chips correct it. `others`: what else may
   * have been meant, as words on buttons; so for groups and figures.
   */
  | {
      kind: 'list';
      filter: IssueFilter;
      page: number;
      top?: number;
      lead?: string;
      /** Below the figure: what else may have been meant, so for groups. */
      aside?: string;
      asked?: true;
      others?: Offered[];
      /** What each row says first. */
      fact?: Fact;
    }
  /** Figures of what the filter finds, each unit's or project's apart; `most`: most overdue first, else worst first. */
  | {
      kind: 'groups';
      by: GroupBy;
      filter: IssueFilter;
      most?: 'longest' | 'overdue' | 'count' | 'least';
      top?: number;
      standing?: number;
      having?: Having;
      told?: 'share' | 'average';
      /** 六个项目各几件: with those that have none. */
      each?: true;
      lead?: string;
      aside?: string;
      others?: Offered[];
    }
  /** A rate, duration, trend, forecast, or whose it is: figures that are no number of a list. */
  | { kind: 'figures'; reading: Reading; lead?: string; others?: Offered[] }
  /** Figures asked for together, each as it would be alone; `compare`: which is the largest; `sum`: added up. */
  | { kind: 'several'; parts: Reading[]; compare?: true; sum?: true; lead?: string }
  /** `list`: only what waits in this way. */
  | { kind: 'mine'; list?: 'toSign' | 'toRoute' | 'toApprove' | 'toVerify' }
  /** `course`: from its beginning on, as its story was asked for. */
  | { kind: 'history'; issueId: number; lead?: string; course?: boolean }
  | { kind: 'explain'; issueId: number }
  | { kind: 'preview'; draftId: string }
  /** What was said in an outage and waits for 确认; `others`: questions and talk not understood. */
  | { kind: 'missed'; draftIds: string[]; others: number }
  /** `draftId`: what was typed already, put into the fields; `lead`: why the form is shown; a feature's has more. */
  | {
      kind: 'form';
      form: FormKind;
      issueId?: number | undefined;
      draftId?: string;
      lead?: string;
    }
  | { kind: 'help'; topic?: string | undefined }
  | { kind: 'unknown'; heard: string; nearest: string[] }
  /**
   * A sentence with buttons that say these commands. `unheard`: nothing of what was said was understood; 'one': a problem
   * that was not found. `near`: what the nearest question is answered, told as that and nothing else.
   */
  | {
      kind: 'suggest';
      text: string;
      commands: string[];
      unheard?: true | 'one';
      near?: { said: string; answer: Answer };
    }
  /** A known word with something missing; the usage line of `word` is shown below the problem. */
  | { kind: 'misuse'; word: string; problem: string; usage?: string }
  | { kind: 'project'; projectId: number }
  /** `words` narrow it: a park, an industry, a bucket, a level, a leader …; `page` from 1. */
  | {
      kind: 'projects';
      words?: string;
      page?: number;
      /** By a plain question: which of them. */
      asked?: Reading;
      lead?: string;
      others?: Offered[];
    }
  /** Choose or create the project of this group. */
  | { kind: 'bind'; lead: 'welcome' | 'group-not-bound' | 'asked' }
  | { kind: 'welcome-back' }
  /** First words in a private chat. */
  | { kind: 'greeting' }
  | { kind: 'units' }
  | { kind: 'categories' }
  | { kind: 'people'; words: string }
  | { kind: 'roles' }
  | { kind: 'settings' }
  /** The ladder of the deployment (null) or of one project, with the form that changes it. */
  | { kind: 'rules'; projectId: number | null }
  /** What a draft of new rules would change; confirmed or cancelled there. */
  | { kind: 'rules-preview'; draftId: string }
  | { kind: 'holidays' }
  /** What a deputy takes over; what became of it while somebody was away (交接). */
  | { kind: 'handover-begun'; handoverId: number }
  | { kind: 'handover-report'; handoverId: number }
  | { kind: 'areas' }
  | { kind: 'health' }
  | { kind: 'error'; code: string; at: Instant };

/** What the answers of features carry beside their kind; each feature adds its own (declare module). */
// biome-ignore lint/suspicious/noEmptyInterface: augmented by features.
export interface FeatureAnswers {}

type FeatureAnswer = { [K in keyof FeatureAnswers]: { kind: K } & FeatureAnswers[K] }[keyof FeatureAnswers];

export type Answer = SpineAnswer | FeatureAnswer;
