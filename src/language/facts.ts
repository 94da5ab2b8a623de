/** Facts in what follows word and number: free text, a name, a unit. */

import { ONE_UNIT_ONLY } from '../text/words.ts';
import { misuse, type ReadInput } from './definition.ts';
import { type Found, findUnits, nearestByArea } from './names.ts';
import { cut, isBlank, type Phrase, tokens, trim, trimEdges, trimMarks, without } from './phrase.ts';
import type { Misuse } from './said.ts';

type IssueId = { issueId?: number };

/** The number as a field, left out when neither text nor card gives one. */
export function issueOf(input: ReadInput): IssueId {
  return input.issueId === undefined ? {} : { issueId: input.issueId };
}

const LABEL = /^(?:理由|原因|结果|说明|备注|情况|内容|因为|做法)\s*(?:是|为)?[:\s]+\s*/;

/** 作废 #12 吧 gives no reason. */
const PARTICLES_ONLY = /^(?:[吧啊呀哦噢喔哈呢嘛啦嘞了哟]|\s|\p{P})*$/u;

/** Free text without the marks around it and without a label (理由:); '' when it is no word. */
export function textOf(phrase: Phrase): string {
  if (PARTICLES_ONLY.test(phrase.folded)) return '';
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
export function nameOf(phrase: Phrase): string | null {
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

/** Particles before what something is given to. */
const TO = /^(?:给|到|至|由|请|为|成|转|交|改为|改成|归|:|\s)+/;
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

/** One unit and nothing else; `problem` tells what is missing. */
export function readOneUnit(
  input: ReadInput,
  problem: string | undefined,
): Pick<ReadUnit, 'unitId' | 'unitHeard' | 'unitCandidates'> | Misuse {
  const { unitId, unitHeard, unitCandidates, found } = readUnit(input.rest, input);
  if (unitHeard === '' && problem) return misuse(input, problem);
  const named = new Set(found.map((f) => f.ids.join())).size;
  if (named > 1) return misuse(input, ONE_UNIT_ONLY);
  return { unitId, unitHeard, ...(unitCandidates && { unitCandidates }) };
}

/** What follows 给, 到, 改为 … */
export function afterTo(phrase: Phrase): Phrase {
  return cut(phrase, TO.exec(phrase.folded)?.[0].length ?? 0);
}
