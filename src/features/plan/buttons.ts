/** What buttons and forms about plans carry. */
import { z } from 'zod';
import { actionShape, formShape, id } from '../../cards/actions.ts';

const draftId = z.string().regex(/^[\w-]{1,64}$/);

export const CHOOSE = actionShape('plan-choose', { draftId, choice: z.enum(['compress', 'move', 'keep']) });
export const AGREE = actionShape('plan-agree', { planId: id });
export const SITE = formShape('plan-site', { draftId });
