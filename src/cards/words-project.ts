/** What is said about 项目: what is missing in the words, what cannot be done. */

export const PROJECT_NAME_NEEDED = '请写项目名称，例如：项目 新建 兴发磷石膏综合利用 企业 兴发集团';
export const PROJECT_DAY_UNREAD = '没有读懂日期，请写成 2027-07-01。';
export const SHORT_NAME_NEEDED = '请写出简称。';
export const ONE_LEAD_UNIT = '牵头单位只能有一家。';
export const ON_OR_OFF = '请写“开”或“关”。';

export function projectNameTakenText(name: string): string {
  return `已有名为“${name}”的项目。`;
}

/** @param label of the field, in Chinese */
export function projectFieldNeededText(heard: string, label: string, example: string): string {
  return `请写出${label}，例如：项目 ${heard} ${label} ${example}`;
}

/** Why a node of a project cannot simply be set. */
export function nodeAgreedText(version: number): string {
  return `开工、投产已在计划第 ${version} 版商定，没有改动。要改请发“倒排 …”，由双方同意，或由分管领导更改。`;
}
