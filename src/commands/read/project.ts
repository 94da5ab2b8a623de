/** Readers of 项目, 绑定 and 解绑. */

import {
  ON_OR_OFF,
  ONE_LEAD_UNIT,
  PROJECT_NAME_NEEDED,
  projectFieldNeededText,
} from '../../cards/words-project.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { findProjects, findUnits, nearestByArea } from '../../language/names.ts';
import {
  cut,
  cutStart,
  isBlank,
  openIdsOf,
  type Phrase,
  trim,
  trimMarks,
  without,
} from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import type { CallOf } from '../call.ts';
import { readLabels } from './labels.ts';

const CREATE = /^(?:新建|新增|创建|添加|建立|增加)(?:项目)?/;

export function readProjectCreate(input: ReadInput): CallOf<'project-create'> | Misuse | null {
  const length = input.word.startsWith('新') ? 0 : CREATE.exec(input.rest.folded)?.[0].length;
  if (length === undefined) return null;
  const { head, values } = readLabels(cut(input.rest, length), { 企业: ['业主', '建设单位'] });
  if (isBlank(head)) return misuse(input, PROJECT_NAME_NEEDED);
  return { name: 'project-create', projectName: head.text, enterprise: values.get('企业')?.text || null };
}

/** 开 and 关 of a switch; the word alone asks how it is. */
export interface ReadProject {
  projectId: number | null;
  heard: string;
  projectCandidates?: number[];
  /** What follows the name. */
  left: Phrase;
}

/** The project the phrase begins with; `heard` is the whole phrase when none bears the name. */
export function readProject(phrase: Phrase, input: ReadInput): ReadProject {
  const { directory, actor, chat } = input.context;
  const bare = trimMarks(phrase);
  const [found] = findProjects(bare, directory);
  if (!found || found.span[0] > 0) {
    const [token = ''] = bare.folded.split(/[\s\uE000]/, 1);
    return { projectId: null, heard: bare.text.slice(0, token.length), left: trim(cut(bare, token.length)) };
  }
  const own = found.ids.filter((id) => chat.projectIds.includes(id));
  const areaId = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const areaOf = (id: number) => directory.project(id)?.areaId;
  const ids = own.length > 0 ? own : nearestByArea(found.ids, areaOf, areaId, directory);
  return {
    projectId: ids[0] ?? null,
    heard: bare.text.slice(...found.span),
    ...(ids.length > 1 && { projectCandidates: ids }),
    left: trim(cut(bare, found.span[1])),
  };
}

type Field = CallOf<'project-set'>['field'];

const FIELDS: readonly [RegExp, Field, string][] = [
  [/^(?:项目秘书|秘书|专班秘书)/, 'secretary', '秘书'],
  [/^(?:专班组长|组长|分管领导|包保领导|领导)/, 'leader', '组长'],
  [/^(?:牵头单位|牵头部门|牵头)/, 'lead-unit', '牵头单位'],
  [/^(?:成员单位|成员|参加单位)/, 'member', '成员单位'],
  [/^(?:企业联系人|企业联络人|联系人|联络人)/, 'contact', '企业联系人'],
  [/^(?:计划)?开工(?:日期|时间)?/, 'start-on', '开工'],
  [/^(?:计划)?投产(?:日期|时间)?/, 'production-on', '投产'],
  [/^(?:项目简称|简称|别名)/, 'short-name', '简称'],
  [/^(?:企业名称|企业|业主|建设单位)/, 'enterprise', '企业'],
  [/^绿色通道/, 'green-channel', '绿色通道'],
  [/^(?:项目名称|名称|改名为?|更名为?|改为)/, 'name', '名称'],
];
const PEOPLE: readonly Field[] = ['secretary', 'leader', 'contact'];

export function readProjectSet(input: ReadInput): CallOf<'project-set'> | Misuse | null {
  const { projectId, heard, left } = readProject(input.rest, input);
  const row = FIELDS.find(([word]) => word.test(left.folded));
  if (!row || heard === '') return null;
  const [word, field, label] = row;
  const after = cutStart(left, word);
  const value = trimMarks(cutStart(after, /^(?:设为|改为|是|为|:|\s)*/));
  const openIds = openIdsOf(value);
  if (PEOPLE.includes(field) && openIds.length === 0 && isBlank(value)) {
    return misuse(input, projectFieldNeededText(heard, label, '@王五'));
  }
  if (isBlank(value)) {
    return misuse(input, projectFieldNeededText(heard, label, exampleOf(field)));
  }
  const text = field === 'green-channel' ? switchOf(value.folded) : value.text;
  if (text === undefined) return misuse(input, ON_OR_OFF);
  const set = { name: 'project-set', projectId, heard, field, value: text, openIds } as const;
  if (field !== 'member' && field !== 'lead-unit') return set;
  const unitIds = findUnits(value, input.context.directory).flatMap((found) => found.ids.slice(0, 1));
  if (field === 'lead-unit' && unitIds.length > 1) return misuse(input, ONE_LEAD_UNIT);
  return { ...set, unitIds: [...new Set(unitIds)] };
}

function exampleOf(field: Field): string {
  if (field === 'start-on' || field === 'production-on') return '2026-12-20';
  return field === 'green-channel' ? '开' : '…';
}

/** '开' or '关' in the ways people say it. */
export function switchOf(folded: string): '开' | '关' | undefined {
  if (/^(?:开|开启|打开|是|启用|on|yes)$/.test(folded)) return '开';
  return /^(?:关|关闭|否|取消|停用|不|off|no)$/.test(folded) ? '关' : undefined;
}

export function readProjectShow(input: ReadInput): CallOf<'project'> | null {
  const { projectId, heard, projectCandidates, left } = readProject(input.rest, input);
  if (isBlank(input.rest)) return null;
  const asks =
    isBlank(left) ||
    /^(?:项目|专班|的|怎么样|情况|进展|如何|怎样|了|吗|呢|\s|\p{P})+$/u.test(left.folded.slice(0, 20));
  if (!asks || (projectId === null && !input.separated)) return null;
  return {
    name: 'project',
    projectId,
    heard: projectId === null ? trimMarks(input.rest).text : heard,
    ...(projectCandidates && { projectCandidates }),
  };
}

const OFFICE = /^(?:综合办|综合办公室|项目中心|专班办|办公室|调度中心)(?:工作)?群?$/;

export function readBind(input: ReadInput): CallOf<'bind'> | null {
  const bare = trimMarks(
    without(
      input.rest,
      input.rest.mentions.map((m) => m.span),
    ),
  );
  const lead = /^(?:到|至|项目|专班|为|:|\s)+/.exec(bare.folded)?.[0].length ?? 0;
  const rest = trimMarks(cut(bare, lead));
  if (!input.separated && readProject(rest, input).projectId === null && !OFFICE.test(rest.folded))
    return null;
  if (OFFICE.test(rest.folded)) return { name: 'bind', heard: rest.text, projectId: null, office: true };
  const read = readProject(rest, input);
  return {
    name: 'bind',
    heard: read.projectId === null ? rest.text : read.heard,
    projectId: read.projectId,
    office: false,
    ...(read.projectCandidates && { projectCandidates: read.projectCandidates }),
  };
}

export function readUnbind(input: ReadInput): CallOf<'unbind'> | null {
  const lead = /^(?:项目|专班|:|\s)+/.exec(input.rest.folded)?.[0].length ?? 0;
  const rest = trimMarks(cut(input.rest, lead));
  if (isBlank(rest)) return { name: 'unbind', heard: '', projectId: null };
  const { projectId, heard } = readProject(rest, input);
  if (projectId === null && !input.separated) return null;
  return { name: 'unbind', heard: projectId === null ? rest.text : heard, projectId };
}
