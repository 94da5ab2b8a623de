/** The form official lists write problems in: 事项：… 责任单位：… 完成时限：…, on one line or several. */
import { cut, isBlank, type Phrase, trim } from '../../language/phrase.ts';

export type Label = 'matter' | 'unit' | 'co-unit' | 'deadline' | 'project' | 'person' | 'note';

const WORDS: Record<Label, readonly string[]> = {
  matter: [
    '事项',
    '事项名称',
    '事项内容',
    '问题',
    '问题描述',
    '问题内容',
    '具体问题',
    '主要问题',
    '存在问题',
    '内容',
    '标题',
  ],
  unit: [
    '责任单位',
    '牵头单位',
    '主办单位',
    '承办单位',
    '责任部门',
    '牵头部门',
    '主责单位',
    '单位',
    '牵头',
    '主办',
    '责任',
  ],
  'co-unit': ['配合单位', '协办单位', '协同单位', '配合部门', '协办部门', '参与单位', '配合', '协办', '协助'],
  deadline: [
    '完成时限',
    '完成时间',
    '完成期限',
    '办理时限',
    '办结时限',
    '整改时限',
    '解决时限',
    '时限',
    '期限',
    '截止时间',
    '截止日期',
    '截止',
  ],
  project: ['项目', '项目名称', '所属项目', '企业', '企业名称'],
  person: ['责任人', '经办人', '负责人', '联系人', '联络人', '联系电话', '电话'],
  note: [
    '备注',
    '说明',
    '原因',
    '诉求',
    '企业诉求',
    '建议',
    '现状',
    '地点',
    '位置',
    '措施',
    '背景',
    '进展',
    '类别',
    '编号',
    '序号',
  ],
};
const LABEL_OF = new Map(
  Object.entries(WORDS).flatMap(([label, words]) => words.map((word) => [word, label as Label] as const)),
);
const ANY = [...LABEL_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const AT_WORD = new RegExp(String.raw`(?<=^|[\s,;。、|(])(${ANY})\s*:`, 'g');
const AT_START = new RegExp(String.raw`^\s*(${ANY})\s*:`);

export interface LabelledPart {
  label: Label;
  value: Phrase;
}

export interface Labelled {
  /** What stands before the first label. */
  head: Phrase;
  parts: LabelledPart[];
}

/** The label a folded line begins with. */
export function labelAt(folded: string): Label | undefined {
  return LABEL_OF.get(AT_START.exec(folded)?.[1] ?? '');
}

/** Splits a problem at its labels; undefined when none of them says a fact or the matter. */
export function splitLabels(phrase: Phrase): Labelled | undefined {
  const found = [...phrase.folded.matchAll(AT_WORD)].flatMap((match) => {
    const label = LABEL_OF.get(match[1] ?? '');
    return label ? [{ label, from: match.index, valueFrom: match.index + match[0].length }] : [];
  });
  if (!found.some(({ label }) => label !== 'note' && label !== 'person')) return undefined;
  const parts = found.map(({ label, valueFrom }, i) => ({
    label,
    value: trim(cut(phrase, valueFrom, found[i + 1]?.from)),
  }));
  return { head: trim(cut(phrase, 0, found[0]?.from)), parts };
}

/** The values of one label, blank ones left out. */
export function valuesOf({ parts }: Labelled, label: Label): Phrase[] {
  return parts.flatMap((part) => (part.label === label && !isBlank(part.value) ? [part.value] : []));
}
