/** The shapes of what is stored of a template's changes: drafts, the job that reads a file, the message that carries one. */
import { z } from 'zod';
import type { LinkTemplate } from '../../domain/plan/model.ts';
import { rowKind, storedKind } from '../../kinds/kind.ts';
import { id, instant, record, trusted } from '../../kinds/shape.ts';
import type { LinkChange } from './rules.ts';

const text = z.string();

/** One change of one link, kept until 确认. */
export const LINK_CHANGE = storedKind(
  'link-change',
  record({ template: text, code: text, change: trusted<LinkChange>(record({ field: text })) }),
);

/** A change of a template as a whole. `codes`: of links that are confirmed. */
export const TEMPLATE_ACT = storedKind(
  'link-template-act',
  record({ template: text, act: z.enum(['choose', 'confirm-all', 'reviewed']), codes: z.array(text) }),
);

/** A file that was read: the template as it would be. `base`: when the one of before was changed last. */
export const TEMPLATE_IMPORT = storedKind(
  'link-template-import',
  record({
    template: trusted<LinkTemplate>(record({ name: text, links: z.array(record({ code: text })) })),
    base: instant.nullable(),
    exportedFrom: text.optional(),
  }),
);

export const TEMPLATE_FILE = rowKind(
  'link-template-file',
  record({ template: text, openId: text, personId: id, replyTo: text.optional() }),
);

const reading = record({
  /** The message that carries the file. */
  messageId: text,
  chatId: text,
  /** The message that said 导入. */
  replyTo: text,
  openId: text,
  /** '' for the chosen one. */
  template: text,
});
export type ReadFilePayload = z.infer<typeof reading>;
export const READ_TEMPLATE_FILE = rowKind<ReadFilePayload>('link-template-read', reading);
