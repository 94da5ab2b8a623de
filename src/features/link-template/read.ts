/** Readers of 环节模板 and of 环节 11 承诺 5个工作日. */
import type { CallOf } from '../../commands/call.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, cutStart, isBlank, openIdsOf, type Phrase, trim, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { TEMPLATE } from './words.ts';

export type TemplateAct = 'list' | 'create' | 'choose' | 'export' | 'import' | 'confirm-all' | 'reviewed';
export type SaidField =
  | 'promised'
  | 'statutory'
  | 'contact'
  | 'unit'
  | 'name'
  | 'material-added'
  | 'material-removed'
  | 'dependencies'
  | 'fee'
  | 'place'
  | 'unconcerned'
  | 'concerned'
  | 'confirmed';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `name`: '' for the chosen one. */
    'link-template': { act: TemplateAct; templateName: string };
    /** Which link is meant is looked up later: templates stand in the database. */
    'link-set': { words: string; field: SaidField; value: string; openIds: string[] };
  }
}

const ACTS: readonly [RegExp, TemplateAct][] = [
  [/^(?:新建|新增|创建|复制)(?:模板)?\s*/, 'create'],
  [/^(?:选用|选择|使用|改用|启用|切换到?)(?:模板)?\s*/, 'choose'],
  [/^导出(?:模板)?\s*/, 'export'],
  [/^导入(?:模板)?\s*/, 'import'],
  [/^(?:全部确认|确认全部|确认所有)\s*/, 'confirm-all'],
  [/^(?:已复核|已核对|复核完成|复核过了|已审核)\s*/, 'reviewed'],
];

export function readTemplate(input: ReadInput): CallOf<'link-template'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return { name: 'link-template', act: 'list', templateName: '' };
  const row = ACTS.find(([word]) => word.test(rest.folded));
  if (!row) return input.separated ? misuse(input, TEMPLATE.usage) : null;
  const [word, act] = row;
  const templateName = trimMarks(cut(rest, word.exec(rest.folded)?.[0].length ?? 0)).text;
  if (act === 'create' && templateName === '') return misuse(input, TEMPLATE.nameNeeded);
  return { name: 'link-template', act, templateName };
}

const FIELDS: readonly [RegExp, SaidField][] = [
  [/^承诺(?:时限|期限|办结时限)?/, 'promised'],
  [/^法定(?:时限|期限|办结时限)?/, 'statutory'],
  [/^(?:联络人|联系人|联络员)/, 'contact'],
  [/^(?:责任|牵头)?单位/, 'unit'],
  [/^(?:名称|改名|更名)/, 'name'],
  [/^材料\s*(?:增加|添加|新增|加上)/, 'material-added'],
  [/^材料\s*(?:删除|删掉|去掉|取消)/, 'material-removed'],
  [/^紧前(?:环节)?/, 'dependencies'],
  [/^(?:费用|收费)/, 'fee'],
  [/^(?:地点|到哪办|办理地点)/, 'place'],
  [/^(?:默认)?不涉及/, 'unconcerned'],
  [/^(?:默认)?涉及/, 'concerned'],
  [/^确认/, 'confirmed'],
];
/** These are said whole; what follows would be something else. */
const BARE: readonly SaidField[] = ['unconcerned', 'concerned', 'confirmed'];

/**
 * The first place behind the link's name where one of the fields begins a word. Without a value it is a question about
 * the link (环节 环评 材料), not a change.
 */
export function readLinkSetting(input: ReadInput): CallOf<'link-set'> | null {
  const { chat, actor } = input.context;
  if (chat.kind !== 'p2p') return null;
  const rest = trim(input.rest);
  for (const { index } of rest.folded.matchAll(/(?<=[\s:,、\d])(?=[\p{sc=Han}])|(?<=环节)(?=\p{sc=Han})/gu)) {
    const words = trimMarks(cut(rest, 0, index));
    const said = settingAt(cut(rest, index));
    // Of anybody else 不涉及 is said of a project's link.
    const ofProject = said?.field === 'concerned' || said?.field === 'unconcerned';
    if (ofProject && !actor.grants.some(({ role }) => role === 'administrator')) return null;
    if (said && !isBlank(words)) return { name: 'link-set', words: words.text, ...said };
  }
  return null;
}

function settingAt(phrase: Phrase): Omit<CallOf<'link-set'>, 'name' | 'words'> | undefined {
  for (const [word, field] of FIELDS) {
    const found = word.exec(phrase.folded);
    if (!found) continue;
    const value = cut(phrase, found[0].length);
    const after = trim(cutStart(value, /^(?:改为|改成|设为|为|是|[\s:=])*/));
    const blank = isBlank(after);
    if (BARE.includes(field) !== blank) return undefined;
    return { field, value: after.text, openIds: openIdsOf(after) };
  }
  return undefined;
}
