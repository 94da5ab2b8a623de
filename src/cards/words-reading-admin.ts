/** What is missing or wrong in the words of administration: units, people, categories, roles, areas, settings. */

export const UNIT_NAME_NEEDED = '请写单位名称，例如：单位 新增 自然资源局 简称 资规局';
export const PERSON_NEEDED = '请写出这个人，例如：人员 @张三 单位 住建局';
export const PERSON_UNIT_NEEDED = '请写明单位，例如：人员 @张三 单位 住建局';
export const CATEGORY_NAME_NEEDED =
  '请先写类别名称，例如：分类 用地 单位 自然资源局 时限 7 关键词 林地，征地';
export const CATEGORY_LIMIT_RANGE = '时限请写 1 到 365 之间的工作日数。';
export const ROLES_THERE_ARE = '角色有：综合办、分管领导、主要领导、管理员。';
export const ROLE_PERSON_NEEDED = '请 @ 出这个人，例如：角色 综合办 @李四';
export const AREA_NAME_NEEDED = '请写区域名称，例如：区域 新增 高新区 上级 宜都市';

/** A unit was named, but nothing of it. */
export function unitChangeNeededText(heard: string): string {
  return `请写出要改什么，例如：单位 ${heard} 联络员 @张三`;
}

export function unitUnknownText(heard: string): string {
  return `没有叫“${heard}”的单位。发“单位”可看全部。`;
}

/** @param label of the field, in Chinese */
export function unitPersonNeededText(heard: string, label: string): string {
  return `请写出${label}，例如：单位 ${heard} ${label} @张三`;
}

/** @param label of the field, in Chinese */
export function unitValueNeededText(label: string): string {
  return `请写出${label}。`;
}

export function settingUnknownText(keys: readonly string[]): string {
  return `没有这项设置。可设置：${keys.join('、')}。`;
}

export function settingValueNeededText(key: string): string {
  return `请写出“${key}”的新值，例如：设置 默认时限 7`;
}
