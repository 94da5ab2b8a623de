/** A form that a feature brings along: who gets it, what it looks like, and what is done with it. */
import type { FormShape } from '../cards/actions.ts';
import type { OwnForm } from '../cards/form.ts';
import type { Tx } from '../db/open.ts';
import type { Answer } from '../domain/answer.ts';
import type { FormValues } from '../domain/form-values.ts';
import type { Viewer } from '../views/context.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';

interface Handling<A> {
  /** Why the clicker does not get it; asked when its button is clicked. */
  refuse(context: CommandContext, about: A): Promise<Answer | undefined>;
  /** Rights are asked here again: time has gone by since it was asked for. */
  draw(tx: Tx, about: A, viewer: Viewer): Promise<OwnForm>;
  /** Rights are asked here, too: whoever forges a form gets here. */
  submit(context: CommandContext, about: A, values: FormValues): Promise<ClickReply>;
}

export interface FeatureForm<A> extends FormShape<A>, Handling<A> {}

export function featureForm<A>(shape: FormShape<A>, handling: Handling<A>): FeatureForm<A> {
  return { ...shape, ...handling };
}

/** The answer that shows it. What it is about stands beside its name, as on the button. */
export function formAnswer<A>(shape: FormShape<A>, about: A): Answer {
  return { ...about, kind: 'form', form: shape.form };
}
