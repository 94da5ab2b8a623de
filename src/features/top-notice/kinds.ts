/** Rows of the outbox that keep the card on top. */
import { z } from 'zod';
import { rowKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';

const text = z.string();

/** Posts the card; once it stands there it is put on top. `replyTo`: the message that asked. */
export const TOP_CARD = rowKind(
  'top-card',
  record({ chatId: text, projectId: id, personId: id, replyTo: text.optional() }),
);
/** Puts what is posted on top, or takes it down (`projectId` null). */
export const PUT_TOP = rowKind(
  'put-top',
  record({
    chatId: text,
    projectId: id.nullable(),
    personId: id,
    replyTo: text.optional(),
    again: z.boolean(),
  }),
);
