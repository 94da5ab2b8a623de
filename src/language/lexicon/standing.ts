/** Words for what is there and not done, as a whole: 存量, 库存. */
import { state, type WordGroup } from './query-word.ts';

export const STANDING: readonly WordGroup[] = [
  [state({ kind: 'open' }), '存量问题 存量件 库存 库存问题 库存件 积压 积压的 积压问题 积压件'],
];
