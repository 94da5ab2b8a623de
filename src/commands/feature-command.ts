/** A row of the command table that a feature brings along, with its handler. */
import type { Answer } from '../domain/answer.ts';
import type { CommandGroup, CommandRow, ReadInput } from '../language/definition.ts';
import type { Misuse } from '../language/said.ts';
import type { Call, CallName, CallOf } from './call.ts';
import type { CommandContext } from './context.ts';

interface Handling<C> {
  group: CommandGroup;
  /** The call whose row it follows in help and in matching; last of its group when left out. */
  after?: CallName;
  /** Stands before all rows of its group instead. */
  first?: boolean;
  /** Changes nothing: found in a group's history hours later, it waits for nobody's 确认. */
  shows?: boolean;
  /** Shown in the help of an enterprise's contact. */
  contact?: boolean;
  /** Of a row with `admin`: asked after it was made sure that the speaker is one. */
  run(context: CommandContext, call: C): Promise<Answer | null> | Answer;
}

export interface FeatureCommand<C extends Call = Call> extends Omit<CommandRow<C>, 'read'>, Handling<C> {
  read(input: ReadInput): C | Misuse | null;
}

/** One row; checks that reader and handler speak of the row's own call. */
export function featureCommand<N extends CallName>(
  name: N,
  row: Omit<FeatureCommand<CallOf<N>>, 'name'>,
): FeatureCommand {
  return { name, ...row } as unknown as FeatureCommand;
}
