/** 导出 asked for: what is counted first, so that an empty or endless file is said in words. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { listIssuesFor } from '../../commands/query.ts';
import { viewerOf } from '../../commands/reply.ts';
import { countByColor } from '../../db/issue-list.ts';
import { findLayout, saveLayout } from '../../db/ledger.ts';
import { enqueue } from '../../db/outbox.ts';
import { mayNot } from '../../domain/access.ts';
import type { Answer, IssueFilter } from '../../domain/answer.ts';
import { narrow, peopleIn } from '../../views/issue-list.ts';
import { LEDGER_FILE } from './kinds.ts';
import { titleOf } from './message.ts';
import { readExport } from './read.ts';
import { EXPORTED, kindOf, layoutAreas, layoutNameFault, MOST_ROWS } from './rules.ts';
import { deleteLayout, layoutNames, peopleById } from './store.ts';
import { EXPORT } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'ledger-export': {
      filter: IssueFilter;
      /** As 清单 has them. */
      personHeard?: string;
      personOpenId?: string;
      personAs?: PersonAs;
      outside?: string[];
      /** '': the standard one; absent: as the last ledger that was imported. */
      layout?: string;
      layouts?: { what: 'list' | 'save' | 'delete'; name: string };
    };
  }
}

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

async function runExport(context: CommandContext, call: CallOf<'ledger-export'>): Promise<Answer | null> {
  if (call.layouts) return runLayouts(context, call.layouts);
  // Whose, where and whether it may be asked here is decided as for 清单.
  const { layout, layouts: _, ...asked } = call;
  const answer = await listIssuesFor(context, { ...asked, name: 'list' });
  return answer.kind === 'list' ? sendLedger(context, answer.filter, layout) : answer;
}

/** Queues the file, or says why there is none. */
export async function sendLedger(
  context: CommandContext,
  filter: IssueFilter,
  layout?: string,
): Promise<Answer | null> {
  const { deps, tx, now, actor, chat, directory } = context;
  const viewer = viewerOf(context);
  const narrowed = narrow(filter, viewer);
  if (!narrowed) return { kind: 'list', filter, page: 1 };
  const { total } = await countByColor(tx, narrowed.query);
  if (total === 0) {
    const named = peopleIn(filter).filter((id) => id !== null);
    const ctx = { now, directory, demo: deps.demo, people: await peopleById(tx, named) };
    return warn(EXPORT.empty(titleOf(narrowed, ctx)));
  }
  if (total > MOST_ROWS) return warn(EXPORT.tooMany(total, MOST_ROWS));
  const areaIds = layoutAreas(actor, chat, directory);
  if (layout && !(await findLayout(tx, { areaIds, kind: kindOf(filter), name: layout })))
    return warn(EXPORT.noLayout(layout, await layoutNames(tx, areaIds, kindOf(filter))));
  const { openId, id: personId } = actor.person;
  const row = LEDGER_FILE.row({
    id: deps.newId(),
    target: chat ? `chat:${chat.id}` : `person:${openId}`,
    payload: {
      filter,
      personId,
      ...(chat && { chatId: chat.id }),
      ...(context.via === 'message' && { replyTo: context.messageId }),
      ...(layout !== undefined && { layout }),
    },
    dueAt: now,
  });
  await enqueue(tx, [row], now);
  return null;
}

async function runLayouts(
  context: CommandContext,
  { what, name }: NonNullable<CallOf<'ledger-export'>['layouts']>,
): Promise<Answer> {
  const { tx, actor, chat, directory, now } = context;
  const areaIds = layoutAreas(actor, chat, directory);
  const imported = await Promise.all(
    EXPORTED.map(async (kind) => ({ kind, layout: await findLayout(tx, { areaIds, kind, name: '' }) })),
  );
  const known = async () => {
    const names = await Promise.all(EXPORTED.map((kind) => layoutNames(tx, areaIds, kind)));
    return [...new Set(names.flat())];
  };
  if (what === 'list') {
    const some = imported.some(({ layout }) => layout !== undefined);
    return { kind: 'text', text: EXPORT.layouts(await known(), some) };
  }
  const office = actor.grants.find(({ role }) => role === 'office');
  const [own] = actor.secretaryOf.flatMap((id) => directory.project(id) ?? []);
  const areaId = office?.areaId ?? own?.areaId;
  if (areaId === undefined || !actor.person.home)
    return { kind: 'refusal', refusal: mayNot(['office', 'secretary']).refusal };
  const fault = layoutNameFault(name);
  if (fault !== undefined) return warn(fault);
  if (what === 'delete') {
    let gone = false;
    for (const kind of EXPORTED) gone = (await deleteLayout(tx, { areaId, kind, name })) || gone;
    return gone
      ? { kind: 'text', tone: 'success', text: EXPORT.deleted(name) }
      : warn(EXPORT.noLayout(name, await known()));
  }
  const saved = imported.flatMap(({ kind, layout }) => (layout ? [{ kind, layout }] : []));
  if (saved.length === 0) return warn(EXPORT.noImported);
  for (const { kind, layout } of saved)
    await saveLayout(tx, { areaId, kind, name, payload: layout, madeBy: actor.person.id }, now);
  return { kind: 'text', tone: 'success', text: EXPORT.saved(name) };
}

export const COMMANDS = [
  featureCommand('ledger-export', {
    group: '报表',
    words: ['导出', '导出台账', '导出清单', '导出表格', '导出excel'],
    usage: '导出 [条件同清单] [为 标准|<版式>]；导出 版式 [存为|删除 <名称>]',
    summary: '台账 Excel，发在这里',
    example: ['导出', '导出 住建局 红', '导出 今年登记 全部 为 标准', '导出 版式 存为 县表'],
    where: 'anywhere',
    shows: true,
    read: readExport,
    run: runExport,
  }),
];
