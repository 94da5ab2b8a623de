/** Readers of the commands that speak about one problem: what follows word and number. */

import { misuse, type ReadInput } from '../../language/definition.ts';
import { takeDeadline } from '../../language/lexicon/deadline.ts';
import { type Found, findProjects, findUnits, nearestByArea } from '../../language/names.ts';
import {
  cut,
  isBlank,
  openIdsOf,
  type Phrase,
  tokens,
  trim,
  trimEdges,
  trimMarks,
  without,
} from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import type { CallOf } from '../call.ts';

type IssueId = { issueId?: number };

/** The number as a field, left out when neither text nor card gives one. */
export function issueOf(input: ReadInput): IssueId {
  return input.issueId === undefined ? {} : { issueId: input.issueId };
}

const LABEL = /^(?:理由|原因|结果|说明|备注|情况|内容|因为|做法)\s*(?:是|为)?[:\s]+\s*/;

/** Free text without the marks around it and without a label (理由:). */
export function textOf(phrase: Phrase): string {
  const bare = trimEdges(phrase, /[\s,.。、:;\-—–]/);
  const label = LABEL.exec(bare.folded)?.[0].length ?? 0;
  return trimEdges(cut(bare, label), /[\s,、:;\-—–]/).text;
}

/** Text that must be there where no form could ask for it. */
export function neededText(input: ReadInput, problem: string): string | Misuse {
  const text = textOf(input.rest);
  return isBlank(input.rest) ? misuse(input, problem) : text;
}

/** Name after a label or standing alone: two to four Chinese characters, or a Latin name. */
function nameOf(phrase: Phrase): string | null {
  const name = trimMarks(phrase).text;
  return /^(?:\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,6})?|[A-Za-z][A-Za-z .]{1,30})$/u.test(name)
    ? name
    : null;
}

export interface ReadUnit {
  unitId: number | null;
  unitHeard: string;
  unitCandidates?: number[];
  /** What the phrase says beside the unit. */
  left: Phrase;
  found: Found[];
}

const TO = /^(?:给|到|至|由|请|为|成|转|转给|交|交给|改为|改成|归|:|\s)+/;
const AND = /^(?:(?:牵头|负责|办理|处理|主办|协助|配合|研究|落实|请|由|的|和|与|及|去办|来办|\s|,|、|:)+)$/;

/** The unit the phrase names; `unitHeard` is the word when no unit bears such a name. */
export function readUnit(phrase: Phrase, input: ReadInput): ReadUnit {
  const { directory, actor } = input.context;
  const plain = findUnits(phrase, directory);
  // 交通运输局 begins like 交给; a name at the very beginning wins.
  const lead = plain[0]?.span[0] === 0 ? 0 : (TO.exec(phrase.folded)?.[0].length ?? 0);
  const rest = cut(phrase, lead);
  const found = lead === 0 ? plain : findUnits(rest, directory);
  const first = found[0];
  if (first) {
    const areaId = directory.unit(actor.person.unitId ?? -1)?.areaId;
    const ids = nearestByArea(first.ids, (id) => directory.unit(id)?.areaId, areaId, directory);
    const spans = [first.span, ...rest.mentions.map((m) => m.span)];
    const left = without(rest, spans);
    return {
      unitId: ids[0] ?? null,
      unitHeard: rest.text.slice(...first.span),
      ...(ids.length > 1 && { unitCandidates: ids }),
      left: AND.test(left.folded) ? cut(left, 0, 0) : left,
      found,
    };
  }
  const [token] = tokens(
    without(
      rest,
      rest.mentions.map((m) => m.span),
    ),
  );
  const bare = without(
    rest,
    rest.mentions.map((m) => m.span),
  );
  const unitHeard = token ? bare.text.slice(token.from, token.until) : '';
  return { unitId: null, unitHeard, left: token ? trim(cut(bare, token.until)) : bare, found };
}

export function readRoute(input: ReadInput): CallOf<'route'> {
  const { unitId, unitHeard, unitCandidates, left } = readUnit(input.rest, input);
  const [assigneeOpenId = null] = openIdsOf(input.rest);
  const person = nameOf(left);
  return {
    name: 'route',
    ...issueOf(input),
    unitId,
    unitHeard,
    ...(unitCandidates && { unitCandidates }),
    assigneeOpenId,
    assigneeName: assigneeOpenId === null ? person : null,
  };
}

/** One unit and nothing else; `problem` tells what is missing. */
export function readOneUnit(
  input: ReadInput,
  problem: string | undefined,
): Pick<ReadUnit, 'unitId' | 'unitHeard' | 'unitCandidates'> | Misuse {
  const { unitId, unitHeard, unitCandidates, found } = readUnit(input.rest, input);
  if (unitHeard === '' && problem) return misuse(input, problem);
  const named = new Set(found.map((f) => f.ids.join())).size;
  if (named > 1) return misuse(input, '一次写一家单位,请分开发。');
  return { unitId, unitHeard, ...(unitCandidates && { unitCandidates }) };
}

const REFUTED =
  /^(?:核验)?(?:不属实|不实|不符|不通过|未通过|没通过|没有?解决|未解决|没有?办好|没有?整改|未整改|不合格|不行|没完成|未完成|驳回|否)/;
const CONFIRMED =
  /^(?:核验)?(?:(?:情况|经核|已核实)?属实|通过|已解决|解决了|合格|确认|没问题|无误|办好了|是真的|可以销号|同意销号|销号)/;

export function readVerify(input: ReadInput): CallOf<'verify'> | null {
  const rest = trimMarks(input.rest);
  if (/属实$/.test(input.word)) {
    return { name: 'verify', ...issueOf(input), confirmed: input.word === '属实', reason: textOf(rest) };
  }
  const refuted = REFUTED.exec(rest.folded);
  const verdict = refuted ?? CONFIRMED.exec(rest.folded);
  if (!verdict && !input.separated && !isBlank(rest)) return null;
  return {
    name: 'verify',
    ...issueOf(input),
    confirmed: verdict ? !refuted : null,
    reason: textOf(verdict ? cut(rest, verdict[0].length) : rest),
  };
}

export function readExtend(input: ReadInput): CallOf<'extend'> | null {
  const { read, span } = takeDeadline(input.rest, input.context);
  if (!span && !input.separated && !isBlank(input.rest)) return null;
  const reason = textOf(span ? without(input.rest, [span]) : input.rest);
  return { name: 'extend', ...issueOf(input), deadline: read, reason };
}

const CHASER = /盯办人?\s{0,3}(?:是|为|:)?\s{0,3}(?:(\uE000+)|(\p{Script=Han}{2,4}))?(?=$|[\s,。;、\uE000])/u;

export function readPause(input: ReadInput): CallOf<'pause'> | null {
  const [chaserOpenId = null] = openIdsOf(input.rest);
  const label = CHASER.exec(input.rest.folded);
  const mentions = input.rest.mentions.map((m) => m.span);
  const labels: [number, number][] = label ? [[label.index, label.index + label[0].length]] : [];
  const bare = without(input.rest, [...mentions, ...labels]);
  const { read, span } = takeDeadline(bare, input.context);
  if (!span && !input.separated && !isBlank(input.rest)) return null;
  return {
    name: 'pause',
    ...issueOf(input),
    deadline: read,
    reason: textOf(span ? without(bare, [span]) : bare),
    chaserOpenId,
    chaserName: chaserOpenId === null ? (label?.[2] ?? null) : null,
  };
}

export function readCorrectDeadline(input: ReadInput): CallOf<'correct-deadline'> | Misuse {
  const { read } = takeDeadline(input.rest, input.context);
  if (!read.ok && read.missing && !isBlank(input.rest)) {
    return misuse(input, `没看懂时限“${input.rest.text.slice(0, 20)}”,请写日期或天数。`);
  }
  return { name: 'correct-deadline', ...issueOf(input), deadline: read };
}

export function readCorrectProject(input: ReadInput): CallOf<'correct-project'> {
  const { directory } = input.context;
  const named = findProjects(input.rest, directory)[0]?.span[0] === 0;
  const lead = named ? 0 : (TO.exec(input.rest.folded)?.[0].length ?? 0);
  const rest = cut(input.rest, lead);
  const ids = [...new Set(findProjects(rest, directory).flatMap((f) => f.ids))];
  return {
    name: 'correct-project',
    ...issueOf(input),
    projectId: ids[0] ?? null,
    projectHeard: trimMarks(rest).text,
    ...(ids.length > 1 && { projectCandidates: ids }),
  };
}

const SCORES: readonly [RegExp, CallOf<'rate'>['score']][] = [
  [/^(?:不满意|不太满意|很不满意|差评)/, 'unsatisfied'],
  [/^(?:基本满意|比较满意|还算满意|一般满意|一般)/, 'fairly'],
  [/^(?:非常满意|很满意|十分满意|满意|好评)/, 'satisfied'],
];

export function readRate(input: ReadInput): CallOf<'rate'> | Misuse {
  const rest = trimMarks(input.rest);
  const said = /满意$/.test(input.word) ? SCORES.find(([word]) => word.test(input.word)) : undefined;
  const after = said ?? SCORES.find(([word]) => word.test(rest.folded));
  if (!after) return misuse(input, '请写“满意”“基本满意”或“不满意”。');
  const length = said ? 0 : (after[0].exec(rest.folded)?.[0].length ?? 0);
  return { name: 'rate', ...issueOf(input), score: after[1], reason: textOf(cut(rest, length)) };
}

/** 同步 #12 到 <群> */
export function readShowIn(input: ReadInput): CallOf<'show-in'> | Misuse {
  const lead = /^(?:给|到|至|去|进|:|\s)+/.exec(input.rest.folded)?.[0].length ?? 0;
  const chatName = trimMarks(cut(input.rest, lead)).text;
  if (chatName === '') return misuse(input, '请写明同步到哪个群,例如:同步 #12 到 兴发专班群');
  return { name: 'show-in', ...issueOf(input), chatName };
}
