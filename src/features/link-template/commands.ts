/** 环节模板 and 环节 11 承诺 5个工作日: for administrators, privately. Whatever changes a template waits for 确认. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { saveDraft } from '../../db/draft.ts';
import {
  chosenStored,
  findTemplate,
  listTemplates,
  type StoredTemplate,
  saveTemplate,
} from '../../db/link-template.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Answer } from '../../domain/answer.ts';
import { findLinks } from '../../domain/plan/find-link.ts';
import type { LinkTemplate } from '../../domain/plan/model.ts';
import { dayOf } from '../../domain/time.ts';
import type { StoredKind } from '../../kinds/kind.ts';
import { readChange } from './change.ts';
import { differencesOf } from './draft.ts';
import { LINK_CHANGE, READ_TEMPLATE_FILE, TEMPLATE_ACT, TEMPLATE_FILE } from './kinds.ts';
import { readLinkSetting, readTemplate } from './read.ts';
import { changeTemplate, isOpen, templateFaults } from './rules.ts';
import { IMPORT, LINK, TEMPLATE, titleOf } from './words.ts';

const MAX_TEMPLATES = 20;
const NAME_CHARS = 30;

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

const today = ({ now, directory }: CommandContext) => dayOf(now, directory.settings.timeZone);

async function preview<P>(context: CommandContext, kind: StoredKind<P>, payload: P): Promise<Answer> {
  const id = context.deps.newId();
  await saveDraft(context.tx, { id, personId: context.actor.person.id, kind, payload }, context.now);
  return { kind: 'preview', draftId: id };
}

async function runTemplate(
  context: CommandContext,
  { act, templateName }: CallOf<'link-template'>,
): Promise<Answer | null> {
  if (context.chatType !== 'p2p') return warn(TEMPLATE.privateOnly);
  if (act === 'list') return { kind: 'link-templates' };
  if (act === 'create') return createTemplate(context, templateName);
  const stored =
    templateName === '' ? await chosenStored(context.tx) : await findTemplate(context.tx, templateName);
  if (!stored || (act === 'choose' && templateName === '')) return unknownTemplate(context, templateName);
  const { template } = stored;
  switch (act) {
    case 'export':
      return exportTemplate(context, template);
    case 'import':
      return importTemplate(context, templateName);
    case 'choose':
      return chooseTemplate(context, stored);
    case 'confirm-all': {
      const codes = template.links.filter(isOpen).map(({ code }) => code);
      if (codes.length === 0) return { kind: 'text', text: TEMPLATE.nothingOpen };
      return preview(context, TEMPLATE_ACT, { template: template.name, act, codes });
    }
    case 'reviewed': {
      const day = today(context);
      if (template.reviewedOn === day) return { kind: 'text', text: TEMPLATE.reviewedAlready(day) };
      return preview(context, TEMPLATE_ACT, { template: template.name, act, codes: [] });
    }
  }
}

async function unknownTemplate({ tx }: CommandContext, name: string): Promise<Answer> {
  const names = (await listTemplates(tx)).map(({ template }) => template.name).join('、');
  return warn(
    name === '' ? TEMPLATE.whichToChoose(names) : TEMPLATE.unknown(name.slice(0, NAME_CHARS), names),
  );
}

/** A copy of the chosen one; nothing uses it before it is chosen. */
async function createTemplate(context: CommandContext, name: string): Promise<Answer> {
  const { tx, actor, now } = context;
  if (name.length > NAME_CHARS || /\n/.test(name)) return warn(TEMPLATE.nameTooLong);
  if (await findTemplate(tx, name)) return warn(TEMPLATE.nameTaken(name));
  if ((await listTemplates(tx)).length >= MAX_TEMPLATES) return warn(TEMPLATE.tooMany(MAX_TEMPLATES));
  const { template } = await chosenStored(tx);
  await saveTemplate(tx, { ...template, name }, { personId: actor.person.id, at: now });
  return { kind: 'text', tone: 'success', text: TEMPLATE.made(name, template.name) };
}

async function chooseTemplate(context: CommandContext, { template }: StoredTemplate): Promise<Answer> {
  const { name } = template;
  if ((await chosenStored(context.tx)).template.name === name)
    return { kind: 'text', text: TEMPLATE.chosenAlready(name) };
  return preview(context, TEMPLATE_ACT, { template: name, act: 'choose', codes: [] });
}

/** The file is made when it is sent. */
async function exportTemplate(context: CommandContext, { name }: LinkTemplate): Promise<null> {
  const { tx, deps, actor, now, messageId, via } = context;
  const { openId, id: personId } = actor.person;
  const payload = { template: name, openId, personId, ...(via === 'message' && { replyTo: messageId }) };
  await enqueue(
    tx,
    [TEMPLATE_FILE.row({ id: deps.newId(), target: `person:${openId}`, payload, dueAt: now })],
    now,
  );
  return null;
}

/** The file must be asked of the platform, so it is read after this is committed. */
async function importTemplate(context: CommandContext, template: string): Promise<Answer | null> {
  const { tx, deps, actor, now, messageId, chatId, parentId } = context;
  if (parentId === undefined) return warn(IMPORT.replyToFile);
  const row = READ_TEMPLATE_FILE.row({
    id: deps.newId(),
    target: `message:${parentId}`,
    payload: { messageId: parentId, chatId, replyTo: messageId, openId: actor.person.openId, template },
    dedupeKey: `link-template-read:${messageId}`,
    dueAt: now,
  });
  await enqueue(tx, [row], now);
  return null;
}

/** One fact of one link of the chosen template. */
async function setLink(context: CommandContext, call: CallOf<'link-set'>): Promise<Answer> {
  const { tx, directory } = context;
  if (context.chatType !== 'p2p') return warn(TEMPLATE.privateOnly);
  const { template } = await chosenStored(tx);
  const [link, ...others] = findLinks(call.words, template.links);
  const heard = call.words.slice(0, 20);
  if (!link) return warn(LINK.unknown(heard, template.name));
  if (others.length > 0) return warn(LINK.several(heard, [link, ...others].map(titleOf).join('、')));
  const change = await readChange(context, call, { link, template });
  if (typeof change === 'string') return warn(change);
  if (change.field === 'confirmed' && !isOpen(link))
    return { kind: 'text', text: LINK.confirmedAlready(titleOf(link)) };
  const after = changeTemplate(template, link.code, change, today(context)) ?? template;
  const cycle = templateFaults(after).find(({ fault }) => fault === 'cycle');
  if (cycle?.fault === 'cycle') return warn(LINK.cycle(cycle.nos.map((no) => `第${no}环节`).join('、')));
  // 确认 alone is no reason to ask: the fact itself stays.
  const differences = await differencesOf(tx, { before: template, after }, directory);
  const facts = differences.flatMap((one) => one.facts.map(({ fact }) => fact));
  if (facts.length === 0) return { kind: 'text', text: LINK.asBefore(titleOf(link)) };
  return preview(context, LINK_CHANGE, { template: template.name, code: link.code, change });
}

export const COMMANDS = [
  featureCommand('link-template', {
    group: '管理',
    after: 'holidays',
    words: ['环节模板', '环节模版', '环节设置'],
    usage: '环节模板 [新建|选用 <名称>] [导出|导入] [确认全部] [已复核]',
    summary: '环节模板：看、建、换，Excel 导出导入',
    example: ['环节模板', '环节模板 导出', '环节模板 选用 物流项目'],
    where: 'private',
    admin: true,
    read: readTemplate,
    run: runTemplate,
  }),
  featureCommand('link-set', {
    group: '管理',
    after: 'link-template',
    words: ['环节'],
    usage:
      '环节 <编号或名称> 承诺|法定|单位|联络人|名称|材料 增加|材料 删除|紧前|费用|地点 <内容>，或 涉及|不涉及|确认',
    summary: '改模板里的一个环节，先看后改',
    example: ['环节 11 承诺 5个工作日', '环节 环评 单位 生态环境局', '环节 11 材料 增加 日照分析报告'],
    where: 'private',
    admin: true,
    read: readLinkSetting,
    run: setLink,
  }),
];
