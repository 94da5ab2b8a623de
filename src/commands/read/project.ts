/** Readers of 项目, 绑定 and 解绑. */

import {
  ON_OR_OFF,
  ONE_LEAD_UNIT,
  PROJECT_NAME_NEEDED,
  projectFieldNeededText,
} from '../../cards/words-project.ts';
import type { Directory } from '../../domain/directory.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import type { KnownWord } from '../../language/edges.ts';
import { findProjects, findUnits, nearestByArea, projectAtStart } from '../../language/names.ts';
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
import { isNoName, readLabels } from './labels.ts';

const CREATE = /^(?:新建|新增|创建|添加|建立|增加)(?:项目)?/;

export function readProjectCreate(input: ReadInput): CallOf<'project-create'> | Misuse | null {
  const length = input.word.startsWith('新') ? 0 : CREATE.exec(input.rest.folded)?.[0].length;
  if (length === undefined) return null;
  const { head, values } = readLabels(cut(input.rest, length), { 企业: ['业主', '建设单位'] });
  if (isBlank(head)) return misuse(input, PROJECT_NAME_NEEDED);
  if (isNoName(head)) return null;
  return { name: 'project-create', projectName: head.text, enterprise: values.get('企业')?.text || null };
}

export interface ReadProject {
  projectId: number | null;
  heard: string;
  projectCandidates?: number[];
  /** What follows the name. */
  left: Phrase;
}

/** Marks that close a name. */
const NAME_END = /^[\s)）】》」』"'*]+/;

function projectFirst(
  phrase: Phrase,
  directory: Directory,
  known?: KnownWord,
): { ids: number[]; until: number } | undefined {
  const [inText] = findProjects(phrase, directory, known);
  const whole = projectAtStart(phrase, directory);
  // A name written out wins over a shorter one that the same words begin with.
  return inText?.span[0] === 0 && inText.span[1] >= (whole?.until ?? 0)
    ? { ids: inText.ids, until: inText.span[1] }
    : whole;
}

/**
 * The project the phrase begins with; `heard` is the whole phrase when none bears the name.
 * @param known words of the reader's own that may stand beside the name
 */
export function readProject(phrase: Phrase, input: ReadInput, known?: KnownWord): ReadProject {
  const { directory, actor, chat } = input.context;
  const bare = trimMarks(phrase);
  const found = projectFirst(bare, directory, known);
  if (!found) {
    const [token = ''] = bare.folded.split(/[\s\uE000]/, 1);
    return { projectId: null, heard: bare.text.slice(0, token.length), left: trim(cut(bare, token.length)) };
  }
  const own = found.ids.filter((id) => chat.projectIds.includes(id));
  const areaId = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const areaOf = (id: number) => directory.project(id)?.areaId;
  const ids = own.length > 0 ? own : nearestByArea(found.ids, areaOf, areaId, directory);
  return {
    projectId: ids[0] ?? null,
    heard: bare.text.slice(0, found.until),
    ...(ids.length > 1 && { projectCandidates: ids }),
    left: trim(cutStart(cut(bare, found.until), NAME_END)),
  };
}

export interface TakenProject {
  /** All that bear the name, the group's own first; empty: none was named. */
  projectIds: number[];
  /** What else was said. */
  left: Phrase;
}

/**
 * The project the words begin with, or one named among them.
 * @param where 'first': a name further in may belong to a reason or a material
 */
export function takeProject(phrase: Phrase, input: ReadInput, where: 'first' | 'anywhere'): TakenProject {
  const { directory, chat } = input.context;
  const first = projectFirst(phrase, directory);
  const [among] = first || where === 'first' ? [] : findProjects(phrase, directory);
  const found = first ?? among;
  if (!found) return { projectIds: [], left: phrase };
  const here = found.ids.filter((id) => chat.projectIds.includes(id));
  const rest = first
    ? cutStart(cut(phrase, first.until), NAME_END)
    : among
      ? without(phrase, [among.span])
      : phrase;
  return {
    projectIds: here.length > 0 ? here : found.ids,
    left: cutStart(trim(rest), /^(?:项目|专班|的|:|\s)+/),
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
  [/^(?:所在园区|园区)/, 'park', '园区'],
  [/^(?:产业标签|产业|行业)/, 'industries', '产业'],
  [/^(?:六个一批|一批|批次口径)/, 'bucket', '六个一批'],
  [/^(?:项目级别|重点级别|级别)/, 'level', '级别'],
  [/^(?:用地方式|供地方式|用地)/, 'land', '用地方式'],
  [/^(?:计划总投资|总投资额|总投资)/, 'invest-total', '总投资'],
  [/^(?:项目备注|备注)/, 'note', '备注'],
  [/^(?:项目名称|名称|改名为?|更名为?|改为)/, 'name', '名称'],
];
/** Several at a time, so that one can go. */
const REMOVABLE: readonly Field[] = ['member', 'contact'];
const REMOVE = /^(?:去掉|移除|移出|删除|删掉|减去|撤下|取消|不再是)\s*/;
const REMOVED = /\s*(?:去掉|移除|移出|删除|删掉|退出|撤下)$/;
const PEOPLE: readonly Field[] = ['secretary', 'leader', 'contact'];

export function readProjectSet(input: ReadInput): CallOf<'project-set'> | Misuse | null {
  const { projectId, heard, projectCandidates, left } = readProject(input.rest, input);
  // 开工一批 and 省重点 say what they are of by themselves.
  const whole = trimMarks(left).text;
  const own = /^\p{Script=Han}{2,6}一批$/u.test(whole)
    ? 'bucket'
    : /^[省市县]级?重点(?:项目)?$/.test(whole)
      ? 'level'
      : null;
  if (own && projectId !== null)
    return {
      name: 'project-set',
      projectId,
      heard,
      field: own,
      value: whole,
      openIds: [],
      ...(projectCandidates && { projectCandidates }),
    };
  const named =
    projectId !== null || !input.separated ? undefined : FIELDS.find(([word]) => unnamed(word, input.rest));
  const turned = named ? undefined : REMOVE.exec(left.folded)?.[0];
  const rest = turned === undefined ? left : cut(left, turned.length);
  const row = named ?? FIELDS.find(([word]) => word.test(rest.folded));
  if (!row || heard === '') return null;
  if (turned !== undefined && !REMOVABLE.includes(row[1])) return null;
  const [word, field, label] = row;
  const after = trim(cutStart(named ? trimMarks(input.rest) : rest, word));
  const taken = turned ?? (REMOVABLE.includes(field) ? REMOVE.exec(after.folded)?.[0] : undefined);
  const behind = taken === undefined && REMOVABLE.includes(field) ? REMOVED.exec(after.folded) : null;
  const removes = taken !== undefined || behind !== null;
  const bare = behind
    ? cut(after, 0, behind.index)
    : turned === undefined
      ? cut(after, taken?.length ?? 0)
      : after;
  const value = trimMarks(cutStart(bare, /^(?:设为|改为|是|为|:|\s)*/));
  const openIds = openIdsOf(value);
  if (PEOPLE.includes(field) && openIds.length === 0 && isBlank(value)) {
    return misuse(input, projectFieldNeededText(named ? '' : heard, label, '@王五'));
  }
  if (isBlank(value)) {
    return misuse(input, projectFieldNeededText(named ? '' : heard, label, exampleOf(field)));
  }
  const text = field === 'green-channel' ? switchOf(value.folded) : value.text;
  if (text === undefined) return misuse(input, ON_OR_OFF);
  const set = {
    name: 'project-set',
    projectId,
    heard: named ? '' : heard,
    field,
    value: text,
    openIds,
    ...(removes && { removes }),
    ...(projectCandidates && { projectCandidates }),
  } as const;
  if (field !== 'member' && field !== 'lead-unit') return set;
  const unitIds = findUnits(value, input.context.directory).flatMap((found) => found.ids.slice(0, 1));
  if (field === 'lead-unit' && unitIds.length > 1) return misuse(input, ONE_LEAD_UNIT);
  return { ...set, unitIds: [...new Set(unitIds)] };
}

/** 园区 石盖塘: the group's own project is meant; the word must stand apart, for lists are narrowed by words, too. */
function unnamed(word: RegExp, rest: Phrase): boolean {
  const bare = trimMarks(rest);
  const said = word.exec(bare.folded)?.[0];
  return said !== undefined && /^\s*[:\s]\s*\S/.test(bare.folded.slice(said.length));
}

function exampleOf(field: Field): string {
  if (field === 'start-on' || field === 'production-on') return '2026-12-20';
  return EXAMPLES[field] ?? '…';
}

const EXAMPLES: Partial<Record<Field, string>> = {
  'green-channel': '开',
  park: '石盖塘',
  industries: '磷化工、新能源',
  bucket: '开工一批',
  level: '省重点',
  land: '出让',
  'invest-total': '1.2亿元',
  note: '分两期供地',
};

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
  if (projectId !== null && !asks) return null;
  if (projectId === null && !input.separated) return null;
  if (projectId !== null)
    return { name: 'project', projectId, heard, ...(projectCandidates && { projectCandidates }) };
  const { words, page } = paged(input.rest);
  return { name: 'project', projectId: null, heard: words, ...(page > 1 && { page }) };
}

/** 石盖塘 第2页: what stands before the page, and the page; 1 without any. */
export function paged(phrase: Phrase): { words: string; page: number } {
  const bare = trimMarks(phrase);
  const found = /第\s?(\d{1,4})\s?页$/.exec(bare.folded);
  const words = found ? trimMarks(cut(bare, 0, found.index)).text : bare.text;
  return { words, page: Math.max(1, Number(found?.[1] ?? 1)) };
}

/** 项目, 项目 第2页. */
export function readProjects(input: ReadInput): CallOf<'projects'> | null {
  const { words, page } = paged(input.rest);
  return words === '' ? { name: 'projects', ...(page > 1 && { page }) } : null;
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
