/** What buttons about 红黑榜 carry: its row. */
import { actionShape, formShape, id } from '../../cards/actions.ts';

const about = { bulletinId: id };

export const DISCARD = actionShape('discard-bulletin', about);
export const EDIT = formShape('bulletin-edit', about);
export const APPROVE = formShape('bulletin-approve', about);
