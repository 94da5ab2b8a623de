/** 补录: links that were done before the bot came, in one list; the office's, written on 确认 without an item. */
import { z } from 'zod';
import { confirmCard } from '../../cards/confirm.ts';
import { textCard } from '../../cards/text.ts';
import { answerToast, toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { saveDraft } from '../../db/draft.ts';
import { updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { todayOf } from '../../domain/directory.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import type { LinkDefinition, ProjectLink } from '../../domain/plan/model.ts';
import { readSaidDay } from '../../domain/plan/said-day.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { storedKind } from '../../kinds/kind.ts';
import { day, id, record } from '../../kinds/shape.ts';
import { holdLink, plainDay } from './act.ts';
import { chooseProject, severalText, warn } from './choose.ts';
import { mayOffice } from './rights.ts';
import { type Board, loadBoard } from './store.ts';
import { HISTORY_WORDS, LINK_STATES, LINKS, linkTitle } from './words.ts';

interface Row {
  code: string;
  day: Day;
}

export async function runHistory(context: CommandContext, call: CallOf<'link-history'>): Promise<Answer> {
  const { tx, actor, directory, now } = context;
  const chosen = chooseProject(
    context,
    call.projectIds,
    (name) => `进度 补录 ${name} ${call.lines.join('\n')}`,
  );
  if ('answer' in chosen) return chosen.answer;
  const { project } = chosen;
  if (!project) return { kind: 'refusal', refusal: { code: 'no-project' } };
  const may = mayOffice(actor, project, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (project.archived) return warn(LINKS.archived(project.name));
  const board = await loadBoard(tx, project, directory);
  const rows: Row[] = [];
  for (const line of call.lines) {
    const read = readHistoryLine(line, board, todayOf(context));
    if (read && 'several' in read)
      return warn(`${severalText(read.several, read.heard)}\n${HISTORY_WORDS.usage}`);
    if (!read) return warn(`${HISTORY_WORDS.unread(line.slice(0, 40))}\n${HISTORY_WORDS.usage}`);
    rows.push(...read);
  }
  if (rows.length === 0) return warn(HISTORY_WORDS.usage);
  const draftId = context.deps.newId();
  const payload = { projectId: project.id, rows: [...new Map(rows.map((row) => [row.code, row])).values()] };
  await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: LINK_HISTORY, payload }, now);
  return { kind: 'preview', draftId };
}

const RANGE = /^(?:第)?(\d{1,2})(?:[-~至到](\d{1,2}))?(?:环节)?$/;

/**
 * 1 2 4-6 2026-05-01, or 立项 完成 2026-05-01; `several`: the links a name may mean, never one of them by guess;
 * undefined when any of it is not understood. Exported for its table.
 */
export function readHistoryLine(
  line: string,
  { links }: Pick<Board, 'links'>,
  today: Day,
): Row[] | { several: LinkDefinition[]; heard: string } | undefined {
  const words = line
    .normalize('NFKC')
    .replace(/(?:已经?|于)?(?:完成|办完|办结|办好)了?(?:于|的)?/g, ' ')
    .split(/[\s,、;]+/)
    .filter((word) => word !== '');
  const day = readSaidDay(words.at(-1) ?? '', today);
  if (day === undefined || day === 'impossible' || day > today) return undefined;
  const named = words.slice(0, -1);
  const ranges = named.map((word) => RANGE.exec(word));
  if (named.length > 0 && ranges.every((range) => range !== null)) {
    const numbers = ranges.flatMap((range) => {
      const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
      return Array.from({ length: Math.max(0, to - from) + 1 }, (_, n) => from + n);
    });
    const found = numbers.map((no) => links.find((link) => link.definition.no === no));
    return found.every((link) => link !== undefined)
      ? found.flatMap((link) => (link ? [{ code: link.definition.code, day }] : []))
      : undefined;
  }
  const found = findLinks(
    named.join(' '),
    links.map((link) => link.definition),
  );
  if (found.length > 1) return { several: found, heard: named.join(' ') };
  return found[0] ? [{ code: found[0].code, day }] : undefined;
}

/** Nothing has been done with it, as far as we know. */
function isOpen(link: ProjectLink): boolean {
  return link.finishedOn === null && link.item === null;
}

async function confirmHistory(context: CommandContext, { projectId, rows }: Payload): Promise<ClickReply> {
  const { actor, directory, deps } = context;
  const project = directory.project(projectId);
  if (!project) return { toast: toast('warning', HISTORY_WORDS.nothing) };
  const may = mayOffice(actor, project, directory);
  if (may !== true) return { toast: toast('warning', refusalText(may.refusal)) };
  let done = 0;
  const changed: string[] = [];
  for (const row of rows) {
    const board = await loadBoard(context.tx, project, directory);
    const link = board.byCode.get(row.code);
    const held = link && (await holdLink(context, { project, board, link }, { may: () => true }));
    if (held && 'answer' in held) return { toast: answerToast(held.answer) };
    if (!held || !isOpen(held.link)) {
      if (link) changed.push(linkTitle(link.definition));
      continue;
    }
    await updateLink(context.tx, held.link.id, {
      finishedOn: row.day,
      startedOn: null,
      unconcerned: null,
      issueId: null,
    });
    done++;
  }
  const text = [
    HISTORY_WORDS.done(done),
    ...(changed.length > 0 ? [HISTORY_WORDS.changed(changed.join('、'))] : []),
  ].join('\n');
  return {
    toast: toast(done > 0 ? 'success' : 'warning', text),
    card: { type: 'raw', data: textCard(text, { tone: 'success', demo: deps.demo }) },
  };
}

interface Payload {
  projectId: number;
  rows: Row[];
}

export const LINK_HISTORY = defineDraft(
  storedKind<Payload>(
    'link-history',
    record({ projectId: id, rows: z.array(record({ code: z.string(), day })) }),
  ),
  {
    preview: async (tx, draftId, { projectId, rows }, { directory, demo, now }) => {
      const project = directory.project(projectId) ?? null;
      const { byCode, states } = await loadBoard(tx, project, directory);
      const today = dayOf(now, directory.settings.timeZone);
      const lines = rows.flatMap((row) => {
        const link = byCode.get(row.code);
        if (!link) return [];
        const title = linkTitle(link.definition);
        return [
          isOpen(link)
            ? HISTORY_WORDS.line(title, plainDay(row.day, today))
            : HISTORY_WORDS.skipped(title, LINK_STATES[states.get(row.code) ?? 'waiting']),
        ];
      });
      const text = [HISTORY_WORDS.lead(project?.name ?? '', rows.length), ...lines, HISTORY_WORDS.note].join(
        '\n',
      );
      return confirmCard({ draftId, title: HISTORY_WORDS.title, text }, demo);
    },
    confirm: confirmHistory,
    cancel: leaveUnchanged,
  },
);
