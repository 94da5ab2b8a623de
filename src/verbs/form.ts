/** A form that says a verb: which facts it asks for and what they mean. Drawn by cards/form.ts. */
import type { FormValues } from '../domain/form-values.ts';
import type { Meant, Saying } from './saying.ts';

export type FormField =
  /** Words; comes back as `reason`. */
  | { ask: 'reason'; label: string; hint?: string }
  /** `initial`: the present deadline stands in it, unless it is over. */
  | { ask: 'day'; label: string; initial?: 'deadline' }
  | { ask: 'unit' }
  | { ask: 'project' }
  /** `of: 'unit'`: people of the responsible unit are offered. */
  | { ask: 'person'; label: string; required: boolean; of?: 'unit' };

export interface VerbForm {
  /** Name, as buttons carry it; never changed, for cards with it are in the chats. */
  form: string;
  title: string;
  /** The fact that is going to change, shown below the title. */
  about?: 'deadline' | 'unit' | 'project';
  fields: readonly FormField[];
  submit(values: FormValues, at: Saying): Meant | Promise<Meant>;
}

/** A form that asks for words alone. */
export function reasonForm(
  form: string,
  title: string,
  field: { label: string; hint: string },
  submit: (reason: string) => Meant,
): VerbForm {
  return {
    form,
    title,
    fields: [{ ask: 'reason', ...field }],
    submit: ({ reason = '' }) => submit(reason),
  };
}
