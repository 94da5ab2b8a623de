/** What was filled into a form, read back: the same names in every form. */
import type { Day } from './time.ts';

/** Names of the inputs, the same in every form. Ids are database ids, people open_ids. */
export interface FormValues {
  text?: string;
  unitId?: number;
  personOpenId?: string;
  /** Typed when no list of people could be offered. */
  personName?: string;
  day?: Day;
  projectId?: number;
  /** Number of a link of the only project offered. */
  linkNo?: number;
  /** Name of a project to create. */
  newProject?: string;
  enterprise?: string;
  reason?: string;
  /** Group to publish to. */
  chatId?: string;
  /** Place of an entry in a list, from 0. */
  entry?: number;
  /** Whether it stays on the list. */
  listed?: 'yes' | 'no';
  /** What was chosen in each of many pickers, by its number from 0. */
  picks?: Readonly<Record<number, string>>;
}
