/** Which problem a command is about: the number in the text, else the card that was replied to. */

import type { InReplyTo, ReadContext } from '../language/definition.ts';
import { takeDeadline } from '../language/lexicon/deadline.ts';
import { findMarkedNumbers, issueNumberAt, type ReadIssueNumber } from '../language/lexicon/numbers.ts';
import { cut, isBlank, type Phrase, trim, trimEdges, without } from '../language/phrase.ts';
import type { CommandDefinition } from './call.ts';
import type { Head } from './prefix.ts';

export interface TakenNumber {
  issueId?: number;
  /** The number stands in the text. */
  numbered: boolean;
  /** More than one number where one is meant. */
  several: boolean;
  /** What follows word and number. */
  rest: Phrase;
}

/** Takes the number out of what follows the word, where it is certainly one. */
export function takeNumber(
  spec: CommandDefinition,
  head: Head,
  rest: Phrase,
  input: { inReplyTo?: InReplyTo | undefined; context: ReadContext },
): TakenNumber {
  const replied = input.inReplyTo?.issueId;
  const first = head.number ?? numberFirst(spec, rest, input);
  if (first) {
    const after = head.number ? rest : cut(rest, first.span[1]);
    const left = head.number ? rest : trimEdges(after, /[\s:,、。]/);
    return { issueId: first.id, numbered: true, several: goesOn(after, first.id, spec.bare), rest: left };
  }
  if (replied !== undefined) return { issueId: replied, numbered: false, several: false, rest };
  const marked = findMarkedNumbers(rest.folded);
  const ids = new Set(marked.map(({ id }) => id));
  const [only] = marked;
  if (!only || ids.size > 1) return { numbered: false, several: ids.size > 1 && !spec.glued, rest };
  const atEnd = isBlank(cut(rest, only.span[1]));
  return {
    issueId: only.id,
    numbered: true,
    several: false,
    rest: atEnd || !spec.glued || isAlone(spec, rest, only) ? without(rest, [only.span]) : rest,
  };
}

/** 延期 12月20日 #12 下雨: beside a day the number is the problem's, unless the story goes on about it. */
function isAlone(spec: CommandDefinition, rest: Phrase, { span }: ReadIssueNumber): boolean {
  const [before, after] = [rest.folded.charAt(span[0] - 1), rest.folded.slice(span[1] - 1, span[1] + 1)];
  return spec.takesDeadline === true && /^[\s,、]$/.test(before) && /[\s,、]/.test(after);
}

/**
 * #12 #13, #12、13, #12和#13: a second number right behind the first.
 * @param bare nothing but numbers may follow, so that one without a mark is a number as well
 */
export function goesOn(left: Phrase, id: number, bare = false): boolean {
  const lead = /^(?:和|与|及|跟|,|、|\s)*/.exec(left.folded)?.[0].length ?? 0;
  const next = issueNumberAt(left.folded, lead);
  if (!next || next.id === id || (next.kind !== 'marked' && !(bare && lead > 0))) return false;
  // 作废 #12 与 #9 重复: the second one is the reason.
  return !/^\s*(?:重复|相同|一样|是同|合并|并案|一并|一起|同)/.test(
    left.folded.slice(next.span[1], next.span[1] + 8),
  );
}

/** The number right behind the word; a bare one or 12号 only where it cannot be part of the text. */
function numberFirst(
  spec: CommandDefinition,
  rest: Phrase,
  { inReplyTo, context }: { inReplyTo?: InReplyTo | undefined; context: ReadContext },
): ReadIssueNumber | undefined {
  const found = issueNumberAt(rest.folded, 0);
  if (!found || found.kind === 'marked') return found;
  const left = trim(cut(rest, found.span[1]));
  // ① 已踏勘 ② 出方案: a list, not a problem.
  if (!/\d|\p{Script=Han}/u.test(rest.folded.slice(...found.span)) && !isBlank(left)) return undefined;
  if (inReplyTo?.issueId !== undefined && found.id !== inReplyTo.issueId) {
    // 进展 12 台设备已到, 延期 10号: in reply the card says which problem.
    if (spec.takesDeadline) return undefined;
    if (spec.glued && !isBlank(left)) return undefined;
  }
  if (!spec.takesDeadline) return found;
  if (isBlank(left)) return inReplyTo?.issueId === undefined ? found : undefined;
  const { read } = takeDeadline(cut(left, 0, 60), context);
  return read.ok || !read.missing ? found : undefined;
}
