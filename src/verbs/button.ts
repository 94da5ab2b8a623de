/** Buttons of a problem's card, as the verbs want them. Drawn by cards/issue-buttons.ts. */
import type { NoticeReason } from '../domain/decision.ts';

/** Why the card is drawn with steps of its own, and what is still to be asked. */
export interface ButtonView {
  /** Why the private card comes; some reasons bring a step of their own. */
  reason?: NoticeReason | undefined;
  /** Somebody is still to be asked whether they are satisfied. */
  askRating: boolean;
  /** The deadline was over when the card was drawn. */
  late: boolean;
}

export interface VerbButton {
  /** Main steps are large, the rest are small text buttons. */
  size: 'main' | 'small';
  /** Smaller stands first. Of the main steps the first is filled, if it is `strong`. */
  rank: number;
  label: string;
  look?: 'strong' | 'danger';
  /** Says the verb by a tap with these arguments, or opens a form of it. */
  by: { tap: Record<string, unknown> } | { form: string };
}

type Look = Omit<VerbButton, 'by' | 'size' | 'rank' | 'label'>;

/** A main step by one tap. */
export function tapStep(rank: number, label: string, look: Look = {}, tap = {}): VerbButton {
  return { size: 'main', rank, label, ...look, by: { tap } };
}

/** A main step that needs words, by a form. */
export function formStep(rank: number, label: string, form: string, look: Look = {}): VerbButton {
  return { size: 'main', rank, label, ...look, by: { form } };
}

/** A small text button that opens a form. */
export function smallForm(rank: number, label: string, form: string): VerbButton {
  return { size: 'small', rank, label, by: { form } };
}
