/** Readers of administration: units, people, categories, roles, areas, settings. */
import {
  AREA_NAME_NEEDED,
  CATEGORY_LIMIT_RANGE,
  CATEGORY_NAME_NEEDED,
  PERSON_NEEDED,
  PERSON_UNIT_NEEDED,
  ROLE_PERSON_NEEDED,
  ROLES_THERE_ARE,
  settingUnknownText,
  settingValueNeededText,
  UNIT_NAME_NEEDED,
  unitChangeNeededText,
  unitPersonNeededText,
  unitUnknownText,
  unitValueNeededText,
} from '../../cards/words-reading-admin.ts';
import { readNumeral } from '../../domain/numerals.ts';
import { SETTING_KEYS } from '../../domain/settings.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { findAreas, findUnits } from '../../language/names.ts';
import {
  cut,
  cutStart,
  fold,
  isBlank,
  openIdsOf,
  type Phrase,
  tokens,
  trimMarks,
  without,
} from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import type { CallOf } from '../call.ts';
import { isNoName, readLabels, splitNames } from './labels.ts';
import { readProject } from './project.ts';

const ADD = /^(?:新增|新建|添加|增加|创建)(?:单位|部门|区域|类别|分类)?\s*/;

/** What follows 新增; undefined when the phrase adds nothing. A word like 新增单位 says it already. */
function added({ rest, word }: ReadInput): Phrase | undefined {
  const length = ADD.exec(rest.folded)?.[0].length ?? (ADD.test(word) ? 0 : undefined);
  return length === undefined ? undefined : trimMarks(cut(rest, length));
}

export function readUnitCreate(input: ReadInput): CallOf<'unit-create'> | Misuse | null {
  const rest = added(input);
  if (!rest) return null;
  const { head, values } = readLabels(rest, { 简称: ['别名'] });
  if (isBlank(head)) return misuse(input, UNIT_NAME_NEEDED);
  if (isNoName(head)) return null;
  return { name: 'unit-create', unitName: head.text, shortNames: splitNames(values.get('简称')) };
}

type UnitField = CallOf<'unit-set'>['field'];

const UNIT_FIELDS: readonly [RegExp, UnitField, string][] = [
  [/^(?:单位负责人|负责人|主要负责人|领导|局长|主任)/, 'head', '负责人'],
  [/^(?:联络员|联系人|联络人|签收人)/, 'coordinator', '联络员'],
  [/^(?:成员|人员|加入)/, 'member', '成员'],
  [/^(?:负责类别|分类|类别|负责)/, 'category', '分类'],
  [/^(?:简称|别名)/, 'short-name', '简称'],
  [/^(?:单位名称|名称|改名为?|更名为?)/, 'name', '名称'],
];

export function readUnitSet(input: ReadInput): CallOf<'unit-set'> | Misuse | null {
  const rest = trimMarks(input.rest);
  const [found] = findUnits(rest, input.context.directory);
  const known = found?.span[0] === 0 ? found : undefined;
  const end = known?.span[1] ?? tokens(rest)[0]?.until ?? 0;
  const heard = rest.text.slice(0, end);
  const left = trimMarks(cut(rest, end));
  const row = UNIT_FIELDS.find(([word]) => word.test(left.folded));
  if (!row || heard === '') {
    if (!input.separated || isBlank(rest)) return null;
    return known
      ? misuse(input, unitChangeNeededText(heard))
      : misuse(input, unitUnknownText(heard.slice(0, 20)));
  }
  const [word, field, label] = row;
  const value = trimMarks(cutStart(left, word));
  const openIds = openIdsOf(value);
  if (
    (field === 'head' || field === 'coordinator' || field === 'member') &&
    openIds.length === 0 &&
    isBlank(value)
  ) {
    return misuse(input, unitPersonNeededText(heard, label));
  }
  if (isBlank(value)) return misuse(input, unitValueNeededText(label));
  return { name: 'unit-set', unitId: known?.ids[0] ?? null, heard, field, value: value.text, openIds };
}

/** 人员 @张三 单位 住建局: puts people into a unit. */
export function readPersonUnit(input: ReadInput): CallOf<'unit-set'> | Misuse | null {
  const openIds = openIdsOf(input.rest);
  const { head, values } = readLabels(input.rest, { 单位: ['部门', '所属单位'] });
  const unit = values.get('单位');
  if (!unit) return null;
  // In a private chat nobody can be mentioned; there names must do.
  const names = trimMarks(head).text;
  if (openIds.length === 0 && names === '') {
    return misuse(input, PERSON_NEEDED);
  }
  const bare = trimMarks(
    without(
      unit,
      unit.mentions.map((m) => m.span),
    ),
  );
  if (isBlank(bare)) return misuse(input, PERSON_UNIT_NEEDED);
  const [found] = findUnits(bare, input.context.directory);
  return {
    name: 'unit-set',
    unitId: found?.ids[0] ?? null,
    heard: bare.text,
    field: 'member',
    value: openIds.length > 0 ? input.rest.mentions.map((m) => m.name).join('、') : names,
    openIds,
  };
}

export function readPeople(input: ReadInput): CallOf<'people'> | null {
  if (!input.separated || input.rest.text.length > 20) return null;
  const words = input.rest.mentions[0]?.name ?? trimMarks(input.rest).text;
  return { name: 'people', words };
}

export function readCategorySet(input: ReadInput): CallOf<'category-set'> | Misuse | null {
  if (isBlank(input.rest)) return null;
  const { head, values } = readLabels(added(input) ?? input.rest, {
    单位: ['责任单位', '默认单位'],
    时限: ['期限', '办理时限'],
    关键词: ['关键字', '词'],
  });
  if ((values.size === 0 && !added(input)) || isNoName(head)) return null;
  if (isBlank(head) || head.text.length > 20) {
    return misuse(input, CATEGORY_NAME_NEEDED);
  }
  const unit = values.get('单位');
  const [found] = unit ? findUnits(unit, input.context.directory) : [];
  const limit = values.get('时限');
  const count = limit && readNumeral(/^[^个天日工\s]*/.exec(limit.folded)?.[0] ?? '');
  if (limit && (!count || count > 365)) return misuse(input, CATEGORY_LIMIT_RANGE);
  return {
    name: 'category-set',
    categoryName: head.text,
    keywords: splitNames(values.get('关键词')),
    unitId: found?.ids[0] ?? null,
    unitHeard: unit?.text ?? '',
    limitDays: count || null,
  };
}

const ROLES: readonly [RegExp, CallOf<'role-set'>['role']][] = [
  [/^(?:综合办公室|综合办|项目中心|专班办|办公室)/, 'office'],
  [/^(?:主要领导|一把手|书记|县长|区长|市长)/, 'principal'],
  [/^(?:分管领导|包保领导|副县长|副区长|副市长|领导)/, 'leader'],
  [/^(?:系统管理员|管理员|管理)/, 'administrator'],
];

export function readRoleSet(input: ReadInput): CallOf<'role-set'> | Misuse | null {
  if (isBlank(input.rest)) return null;
  const openIds = openIdsOf(input.rest);
  let left = trimMarks(
    without(
      input.rest,
      input.rest.mentions.map((m) => m.span),
    ),
  );
  const revoke = /^(?:取消|撤销|移除|删除|去掉)\s*/.exec(left.folded);
  if (revoke) left = trimMarks(cut(left, revoke[0].length));
  const grant = /^(?:新增|添加|设置|增加|任命)\s*/.exec(left.folded);
  if (grant && !revoke) left = trimMarks(cut(left, grant[0].length));
  const row = ROLES.find(([word]) => word.test(left.folded));
  if (!row) {
    return input.separated ? misuse(input, ROLES_THERE_ARE) : null;
  }
  left = trimMarks(cutStart(left, row[0]));
  const { head, values } = readLabels(left, { 区域: ['范围'] });
  const named = values.get('区域')?.text ?? '';
  const [area] = findAreas(head, input.context.directory);
  const rest = area ? trimMarks(without(head, [area.span])) : head;
  // Beside a mention what remains can only be the area.
  const beside = openIds.length > 0 && !isBlank(rest) ? rest.text : '';
  const names = beside ? [] : splitNames(rest);
  if (openIds.length === 0 && names.length === 0) {
    return misuse(input, ROLE_PERSON_NEEDED);
  }
  const areaHeard = named || (area ? head.text.slice(...area.span) : beside);
  return { name: 'role-set', role: row[1], grant: !revoke, openIds, names, areaHeard };
}

export function readAreaCreate(input: ReadInput): CallOf<'area-create'> | Misuse | null {
  const rest = added(input);
  if (!rest) return null;
  const { head, values } = readLabels(rest, { 上级: ['属于', '上级区域'] });
  if (isBlank(head)) return misuse(input, AREA_NAME_NEEDED);
  if (isNoName(head)) return null;
  return { name: 'area-create', areaName: head.text, parentHeard: values.get('上级')?.text ?? '' };
}

const RESET = /(?:恢复(?:为|成|到)?默认|重置|恢复)(?:规则|设置|值)?$/;
const RUNNING = /(?:在办的?|正在办的?)(?:问题)?(?:也|都)?(?:改用|适用|用|改)?$/;

/** 规则, 规则 兴发, 规则 兴发 恢复默认 在办的也改用. */
export function readRules(input: ReadInput): CallOf<'rules'> | null {
  let left = trimMarks(input.rest);
  const takeEnd = (words: RegExp): boolean => {
    const found = words.exec(left.folded);
    if (found) left = trimMarks(cut(left, 0, found.index));
    return found !== null;
  };
  const running = takeEnd(RUNNING);
  const reset = takeEnd(RESET);
  const asked = { name: 'rules', reset, running } as const;
  left = trimMarks(cut(left, /^(?:项目|专班)\s/.exec(left.folded)?.[0].length ?? 0));
  if (isBlank(left)) return { ...asked, projectId: null, heard: '' };
  const { projectId, heard, projectCandidates, left: rest } = readProject(left, input);
  if (!isBlank(rest) && !/^(?:项目|专班|的|规则|\s)+$/.test(rest.folded)) return null;
  if (projectId === null && !input.separated) return null;
  return {
    ...asked,
    projectId,
    heard: projectId === null ? left.text : heard,
    ...(projectCandidates && { projectCandidates }),
  };
}

/** 设置 默认时限 7. The value is checked where settings live. */
export function readSettingSet(input: ReadInput): CallOf<'setting-set'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return null;
  const key = SETTING_KEYS.toSorted((a, b) => b.length - a.length).find((k) =>
    rest.folded.startsWith(fold(k)),
  );
  if (!key) {
    return input.separated ? misuse(input, settingUnknownText(SETTING_KEYS)) : null;
  }
  const after = cut(rest, key.length);
  const value = trimMarks(cutStart(after, /^(?:设为|改为|改成|为|是|=|:|\s)*/));
  if (isBlank(value)) return misuse(input, settingValueNeededText(key));
  return { name: 'setting-set', key, value: fold(value.text) };
}
