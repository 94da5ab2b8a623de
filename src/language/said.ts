/** What was read from somebody's words before anything is decided. */
import type { HeardWords } from '../domain/deadline.ts';
import type { Deadline } from '../domain/issue.ts';
import type { Day } from '../domain/time.ts';

/** A deadline as read from the words, or why it could not be. Text for the user is made by cards/deadline.ts. */
export type ReadDeadline =
  | { ok: true; deadline: Deadline; notices: string[] }
  /** `heard`: words of time that set no day and leave the default limit, which must be said. */
  | { ok: false; missing: true; heard?: Pick<HeardWords, 'means' | 'phrase'> }
  /** `suggestion`: the day most likely meant, offered in the form, never taken by itself. */
  | { ok: false; missing: false; problem: string; suggestion?: Day };

/** One line of 报, cut into its facts. Unset facts take defaults when the issue is made. */
export interface LogLine {
  /** Whole text as kept; mentions and deadline words stay in it. */
  text: string;
  title: string;
  unitId: number | null;
  projectId: number | null;
  categoryId: number | null;
  /** open_id of an @-mentioned official. */
  assigneeOpenId: string | null;
  deadline: ReadDeadline;
  /** More than one unit or project fits: asked back by buttons, first is taken. */
  unitCandidates: number[];
  projectCandidates: number[];
  /** Named, but not to be chosen by words where it was said. */
  projectsElsewhere?: number[] | undefined;
  /** Further people mentioned, in order. */
  others?: SaidPerson[] | undefined;
  /** 配合单位. */
  coUnitIds?: number[] | undefined;
  /** The link it holds up (关联环节), as written; which one that is, is looked up when it is logged. */
  linkHeard?: string | undefined;
  /** A unit in a label that nobody has entered, as written. */
  unitHeard?: string | undefined;
}

/** By @, or by name where none can be made. */
export interface SaidPerson {
  openId: string | null;
  name: string | null;
}

/** The word was understood but something obligatory is missing or wrong; told with the usage line. */
export interface Misuse {
  /** Command word as in the table. */
  word: string;
  /** Polite Chinese, one sentence. */
  problem: string;
  /** Of the row that was meant; several rows may share a word. */
  usage?: string;
}
