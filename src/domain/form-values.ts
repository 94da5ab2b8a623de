/** What was filled into a form, read back: the same names in every form. */
import type { Day } from './time.ts';

/** A link by its number, with the project it belongs to: numbers of several projects are the same. */
export interface LinkChoice {
  projectId: number | null;
  no: number;
}

/** How an option of a form says it; read back by `readLinkChoice`. */
export function linkChoice({ projectId, no }: { projectId: number; no: number }): string {
  return `${projectId}-${no}`;
}

/** undefined: no form of ours says so. */
export function readLinkChoice(value: string): LinkChoice | undefined {
  const [whole, projectId, no] = /^(?:(\d{1,9})-)?(\d{1,4})$/.exec(value) ?? [];
  if (whole === undefined || no === undefined) return undefined;
  return { projectId: projectId === undefined ? null : Number(projectId), no: Number(no) };
}

/** Names of the inputs, the same in every form. Ids are database ids, people open_ids. */
export interface FormValues {
  text?: string;
  unitId?: number;
  personOpenId?: string;
  /** Typed when no list of people could be offered. */
  personName?: string;
  day?: Day;
  projectId?: number;
  /** A link the problem may hold up; forms that are old name no project. */
  linkNo?: LinkChoice;
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
