/** The kinds of drafts: what each keeps until 确认. What 确认 and 取消 do: commands/draft.ts. */
import { z } from 'zod';
import type { IssueDraft } from '../domain/answer.ts';
import type { IncomingMessage, Mention } from '../feishu/incoming.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import type { Topic } from '../language/topic.ts';
import { storedKind } from './kind.ts';
import { day, deadline, flag, id, instant, logLine, record, rules, trusted } from './shape.ts';

const text = z.string();

const file = record({
  key: text,
  kind: z.enum(['image', 'file', 'audio', 'video']),
  name: text.optional(),
});

const source = record({
  chatId: text,
  isGroup: flag,
  /** The message the card answers. */
  replyTo: text.optional(),
  sourceMessageId: text.nullable(),
  /** open_id of the author when the text is somebody else's. */
  sourceOpenId: text.nullable(),
  onTheSpot: flag,
  /** Pictures and files in the source message: recorded with what is logged from it. */
  files: z.array(file).optional(),
});
export type LogSource = z.infer<typeof source>;

const issueDraft: z.ZodType<IssueDraft> = record({
  text,
  title: text,
  projectId: id.nullable(),
  unitId: id.nullable(),
  assigneeId: id.nullable(),
  categoryId: id.nullable(),
  deadline,
  notices: z.array(text),
});

const log = record({
  lines: z.array(logLine),
  source,
  /** As the preview shows the lines. */
  drafts: z.array(issueDraft).optional(),
  /** One of these is asked for; lines without a project get it. */
  projects: z.array(id).optional(),
  /** Why it is asked. */
  lead: text.optional(),
});
/** The lines of 报 as read, with where they came from. */
export type LogDraft = z.infer<typeof log>;
export const LOG_DRAFT = storedKind<LogDraft>('log', log);

export const RULES_DRAFT = storedKind(
  'rules',
  record({
    projectId: id.nullable(),
    rules,
    /** Running issues get them, too. */
    running: flag,
  }),
);

const mention = trusted<Mention>(record({ openId: text }));
const doubt = record({
  mood: z.enum(['question', 'partial', 'hope', 'negation', 'condition', 'hearsay']),
  issueId: id.optional(),
  /** Canonical word of the command that was read, if one was. */
  word: text.optional(),
  note: text,
  choices: z.array(z.enum(['progress', 'done', 'as-said'])),
  /** The message, to be read again without doubt. */
  text,
  mentions: z.array(mention),
  saidAt: instant,
  cardIssueId: id.optional(),
  hasParent: flag,
});
/** Talk about a problem, kept until somebody says what was meant. */
export type DoubtDraft = z.infer<typeof doubt>;
export const DOUBT_DRAFT = storedKind<DoubtDraft>('doubt', doubt);

const message = trusted<IncomingMessage>(
  record({
    messageId: text,
    chatId: text,
    chatType: z.enum(['p2p', 'group']),
    createdAt: instant,
    text,
    sender: record({ openId: text }),
    mentions: z.array(record({ openId: text })),
    attachments: z.array(record({ key: text })),
  }),
);
const missed = record({
  message,
  /** The run that found it: one that starts again lists what it had kept before. */
  batch: text,
  /** All lines of its card, for drawing it anew; unknown until the card is made up. */
  card: record({ draftIds: z.array(text), others: z.int() }).optional(),
});
export type MissedPayload = z.infer<typeof missed>;
export const MISSED_DRAFT = storedKind<MissedPayload>('missed', missed);

const unbind = record({ chatId: text, projectIds: z.array(id) });
/** 解绑: the group, and the projects it is to show no longer. */
export type UnbindDraft = z.infer<typeof unbind>;
export const UNBIND_DRAFT = storedKind<UnbindDraft>('unbind', unbind);

const urge = record({
  /** All that 确认 urges, each named on the card. */
  ids: z.array(id),
  held: z.array(record({ id, why: text })),
  heading: text,
  total: z.int(),
});
/** 都催一下: the problems it means. */
export type UrgeDraft = z.infer<typeof urge>;
export const URGE_DRAFT = storedKind<UrgeDraft>('urge', urge);

const topic = record({
  states: z.array(record({ state: record({ kind: text }), heard: text })),
  periods: z.array(record({ period: record({ from: day, until: day }), heard: text })),
  tags: z.array(z.tuple([text, z.number(), text])),
});
const lastQuestion = trusted<LastAnswer>(
  record({
    topic,
    filter: z.looseObject({}),
    page: z.int(),
    issueId: id.optional(),
  }),
);
/** The last question of somebody in a chat, for 那住建局呢. Nothing waits for 确认. */
export const QUESTION_DRAFT = storedKind<LastAnswer>('question', lastQuestion);

const none = record({
  text,
  commands: z.array(text),
  /** One problem was meant, that was not found or may not be seen. */
  one: flag.optional(),
});
export type NoneBefore = z.infer<typeof none>;

const unheard = record({
  times: z.int(),
  /** What was said; absent in rows of the version before. */
  said: text.optional(),
  /** It was understood, and cannot be told. */
  refused: flag.optional(),
  /** What was told in the place of an answer, which holds for what is asked of it next. */
  none: none.optional(),
  /** The last question that was answered, and when, where what was said names nothing of its own. */
  before: record({ last: lastQuestion, at: instant }).optional(),
  /** What of it was understood, or is spoken of still: an answer that leaves that out has to say so. */
  spoken: trusted<Topic>(topic).optional(),
});
export type UnheardDraft = z.infer<typeof unheard>;
/** What was said last was not understood, and so often in a row; stands in the place of the last question. */
export const UNHEARD_DRAFT = storedKind<UnheardDraft>('unheard', unheard);
