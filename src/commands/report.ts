/** 调度包 asked for, and what the office's reports have in common: whose area, and where they may be shown. */
import { areaUnknownText } from '../cards/words-admin.ts';
import { REPORT_TEXTS } from '../cards/words-reports.ts';
import { enqueue } from '../db/outbox.ts';
import { allowsReport, mayNot } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { RowKind } from '../kinds/kind.ts';
import type { OfficePayload } from '../kinds/messages.ts';
import type { CommandContext } from './context.ts';

export function warning(text: string): Answer & { kind: 'text' } {
  return { kind: 'text', tone: 'warning', text };
}

/** The area meant: by name, of the office group, else the speaker's own; or why it is not told here. */
export function reportArea(context: CommandContext, areaHeard: string): number | Answer {
  const { chat, directory, actor } = context;
  if (chat?.kind === 'unbound') return { kind: 'bind', lead: 'group-not-bound' };
  if (chat?.kind === 'project') return warning(REPORT_TEXTS.officeOnly);
  const here = chat && (chat.areaId ?? directory.topAreaId);
  const named = areaHeard === '' ? undefined : directory.data.areas.find((area) => area.name === areaHeard);
  if (areaHeard !== '' && !named) return warning(areaUnknownText(areaHeard.slice(0, 20)));
  const own = actor.grants.filter((grant) => grant.role !== 'administrator').map((grant) => grant.areaId);
  // Somebody of several areas gets the highest; the others by name.
  const top = own.find((id) => !own.some((other) => other !== id && directory.reaches(other, id)));
  const areaId = named?.id ?? here ?? top;
  if (areaId === undefined) return { kind: 'refusal', refusal: mayNot(['office', 'leader']).refusal };
  const may = allowsReport(actor, areaId, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  // The whole office group reads the answer.
  if (here !== undefined && !directory.reaches(here, areaId)) return warning(REPORT_TEXTS.officeOnly);
  return areaId;
}

/** Queues rows of the office's post as the answer to whoever asked; drawn when they are sent. */
export async function answerWith<A extends object>(
  context: CommandContext,
  kinds: readonly RowKind<OfficePayload & A>[],
  about: { areaId: number } & A,
): Promise<null> {
  const { deps, tx, now, actor, chat } = context;
  const { openId, id: personId } = actor.person;
  const to = chat ? { chatId: chat.id } : { openId };
  await enqueue(
    tx,
    kinds.map((kind, n) =>
      kind.row({
        id: deps.newId(),
        target: chat ? `chat:${chat.id}` : `person:${openId}`,
        payload: {
          ...about,
          ...to,
          personId,
          ...(n === 0 && context.via === 'message' && { replyTo: context.messageId }),
        },
        dueAt: now,
      }),
    ),
    now,
  );
  return null;
}
