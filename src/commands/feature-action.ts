/** A button that a feature brings along, with what a click on it does. */
import type { ActionShape } from '../cards/actions.ts';
import type { CommandContext } from './context.ts';
import type { ClickReply } from './reply.ts';

export interface FeatureAction<C> extends ActionShape<C> {
  /** Asks who may: whoever forges a button gets here, too. */
  run(context: CommandContext, carried: C): Promise<ClickReply>;
}

export function featureAction<C>(
  shape: ActionShape<C>,
  handling: Pick<FeatureAction<C>, 'run'>,
): FeatureAction<C> {
  return { ...shape, ...handling };
}
