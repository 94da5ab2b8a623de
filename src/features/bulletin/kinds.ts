/** What rows of the outbox about 红黑榜 carry. */
import { z } from 'zod';
import { rowKind } from '../../kinds/kind.ts';
import { officeFields } from '../../kinds/messages.ts';
import { id, record } from '../../kinds/shape.ts';

export const BULLETIN = rowKind(
  'bulletin',
  record({ ...officeFields, bulletinId: id, lead: z.enum(['not-published']).optional() }),
);

const publishing = record({ bulletinId: id, chatId: z.string(), personId: id, tries: z.int() });

export type BulletinPublishPayload = z.infer<typeof publishing>;

export const BULLETIN_PUBLISH = rowKind<BulletinPublishPayload>('bulletin-publish', publishing);

export const REDRAW_BULLETIN = rowKind('redraw-bulletin', record({ bulletinId: id, messageId: z.string() }));
