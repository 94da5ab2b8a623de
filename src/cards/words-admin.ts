/** What an administrator is told about the master data: what was changed, what cannot be. */
import type { Role } from '../domain/model.ts';
import type { SettingProblem } from '../domain/settings.ts';
import { ROLE_NAMES } from './words.ts';

const MADE = { project: '项目', unit: '单位', category: '分类', area: '区域' } as const;

export function madeText(kind: keyof typeof MADE, name: string): string {
  return `已添加${MADE[kind]}“${name}”。`;
}

export const FIELD_NAMES = {
  secretary: '项目秘书',
  leader: '组长',
  'lead-unit': '牵头单位',
  member: '成员',
  contact: '企业联系人',
  'start-on': '开工日期',
  'production-on': '投产日期',
  'short-name': '简称',
  enterprise: '企业',
  'green-channel': '绿色通道',
  name: '名称',
  park: '园区',
  industries: '产业',
  bucket: '六个一批',
  level: '级别',
  land: '用地方式',
  'invest-total': '总投资',
  note: '备注',
  head: '单位负责人',
  coordinator: '联络员',
  category: '负责分类',
} as const;

export function setText(name: string, field: keyof typeof FIELD_NAMES, value: string): string {
  return `“${name}”的${FIELD_NAMES[field]}已设为：${value}。`;
}

export function goneText(name: string, field: keyof typeof FIELD_NAMES, value: string): string {
  return `“${name}”的${FIELD_NAMES[field]}已去掉：${value}。`;
}

export function notInText(name: string, field: keyof typeof FIELD_NAMES, value: string): string {
  return `“${name}”的${FIELD_NAMES[field]}里没有“${value.slice(0, 40)}”，没有改动。`;
}

export function leadUnitStaysText(names: string): string {
  return `${names}里有牵头单位，不能去掉。请先换牵头单位，例如：项目 牵头单位 住建局`;
}

/** @param first the group had no project before, so this one is its default */
export function boundText(kind: 'office' | 'project', name = '', first = true): string {
  if (kind === 'office') return '本群已设为综合办工作群。';
  return first
    ? `本群已绑定项目“${name}”。现在可以直接说：报 事项 单位 时限。`
    : `本群又绑定了项目“${name}”。文字里提到哪个项目，就登记到哪个项目。`;
}

export function roleText(grant: boolean, who: { role: Role; names: string; area: string }): string {
  const role = `${who.area}${ROLE_NAMES[who.role]}`;
  return grant ? `已将${who.names}设为${role}。` : `已取消${who.names}的${role}身份。`;
}

/** @param project undefined: of the whole deployment */
export function rulesSavedText(project: string | undefined, running: boolean): string {
  const whose = project ? `项目“${project}”的规则已改。` : '规则已改。';
  return `${whose}${running ? '在办的正在改用，改完告诉您。' : '只用于新登记的，在办的仍按登记时的规则。'}`;
}

export function rulesAdoptedText(adopted: number, lights: number): string {
  if (adopted === 0) return '在办的问题本来就按这套规则，没有要改的。';
  return `在办的 ${adopted} 件已改用新规则，其中 ${lights} 件的灯变了；每件都记入了历史。`;
}

export const HOME_ONLY = '外单位（其他租户）的人员只能设为企业联系人。';
export const AT_NEEDED = '请 @ 出这位同事，例如“@张三”。';
export function renamedUnitText(before: string, name: string): string {
  return `“${before}”已改名为“${name}”，原来的名称照样认得。`;
}

export const LAST_ADMINISTRATOR = '这是最后一位管理员，请先设置另一位。';
export const RULES_UNCHANGED = '与现在的规则相同，没有要改的。';

/** Several people bear the name. */
export function samePersonNameText(name: string): string {
  return `有几位同事叫“${name}”，请在群里用 @ 选中本人。`;
}

export function unitNameTakenText(name: string): string {
  return `已有名为“${name}”的单位。`;
}

export function categoryChangedText(name: string): string {
  return `已更新分类“${name}”。`;
}

/** The area a role is to hold for, or a report is about. */
export function areaUnknownText(name: string): string {
  return `没有名为“${name}”的区域，发“区域”可看全部。`;
}

export function parentAreaUnknownText(name: string): string {
  return `没有名为“${name}”的区域。`;
}

export function areaNameTakenText(name: string): string {
  return `已有区域“${name}”。`;
}

export function settingSavedText(key: string, value: string): string {
  return `已设置 ${key}：${value}。正在办理的问题按登记时的规则不变。`;
}

export function settingProblemText(problem: SettingProblem): string {
  switch (problem.code) {
    case 'unknown-key':
      return `可设置的项目：${problem.keys.join('、')}。`;
    case 'not-a-time':
      return '请写成 09:00 这样的时刻。';
    case 'not-a-count':
      return `请写 ${problem.least} 到 ${problem.most} 之间的整数。`;
    case 'not-a-switch':
      return '请写“开”或“关”。';
    case 'not-a-choice':
      return `请从这几项里选一项：${problem.choices.join('、')}。`;
  }
}
