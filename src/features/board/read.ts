/** Readers of 挂图, 看板 and 晴雨表. */
import type { CallOf } from '../../commands/call.ts';
import { readProject } from '../../commands/read/project.ts';
import type { SaidProject } from '../../commands/which-project.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, cutStart, isBlank, type Phrase, trim, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { BOARD } from './words.ts';

/** Politeness, and that it is of now, which it always is. */
const POLITE =
  /^(?:项目|专班|看看|看|一下|今天|今日|现在|目前|当前|最近|最新|本周|这周|这个?(?:星期|礼拜)|怎么样|咋样|如何|什么情况|的|了|:|\s)+/;

/** What is left beside the project's name may be polite words alone. */
function readMeant(phrase: Phrase, input: ReadInput): SaidProject | null {
  const rest = trimMarks(cutStart(phrase, POLITE));
  if (isBlank(rest) || /^[了吗呢吧啊的\s\p{P}]+$/u.test(rest.folded)) return { projectId: null, heard: '' };
  const { projectId, heard, projectCandidates, left } = readProject(rest, input);
  if (projectId === null) return input.separated ? { projectId: null, heard: rest.text } : null;
  if (!/^(?:项目|专班|的|了|吗|呢|吧|\s|\p{P})*$/u.test(left.folded)) return null;
  return { projectId, heard, ...(projectCandidates && { projectCandidates }) };
}

const AS_PICTURE = /^(?:图片|图|照片|png|jpg)(?=$|[\s\p{P}\p{Script=Han}])/u;
const AS_PRINT = /^(?:打印|a3|打印版)(?=$|[\s\p{P}\p{Script=Han}])/u;
const AT_END = /(?:图片|打印|a3|png)[\s\p{P}]*$/u;

export function readBoard(input: ReadInput): CallOf<'board'> | null {
  const rest = trimMarks(input.rest);
  const first = AS_PICTURE.exec(rest.folded) ?? AS_PRINT.exec(rest.folded);
  const last = first ? null : AT_END.exec(rest.folded);
  const said = (first ?? last)?.[0] ?? '';
  const bare = first ? cut(rest, said.length) : last ? trim({ ...rest, ...headOf(rest, last.index) }) : rest;
  const meant = readMeant(bare, input);
  const as = said === '' ? 'card' : AS_PRINT.test(said.trim()) ? 'print' : 'picture';
  return meant && { name: 'board', as, ...meant };
}

function headOf(phrase: Phrase, until: number): Pick<Phrase, 'text' | 'folded'> {
  return { text: phrase.text.slice(0, until), folded: phrase.folded.slice(0, until) };
}

export function readWeather(input: ReadInput): CallOf<'weather'> | null {
  const rest = trimMarks(input.rest);
  if (/^(?:全部|所有|各)(?:项目)?$/.test(rest.folded))
    return { name: 'weather', all: true, projectId: null, heard: '' };
  const meant = readMeant(rest, input);
  return meant && { name: 'weather', all: false, ...meant };
}

export function readPages(input: ReadInput): CallOf<'pages'> | Misuse | null {
  const rest = trimMarks(input.rest);
  const none = { projectId: null, heard: '' };
  if (/^(?:收回|作废|注销|关闭|停用)(?:链接|看板)?$/.test(rest.folded))
    return { name: 'pages', act: 'revoke', ...none };
  if (/^(?:全部|所有|总图|各)(?:项目)?$/.test(rest.folded)) return { name: 'pages', act: 'all', ...none };
  const meant = readMeant(rest, input);
  if (meant === null && input.separated) return misuse(input, BOARD.projectNeeded);
  return meant && { name: 'pages', act: 'open', ...meant };
}
