/**
 * Somebody named beside the unit, project or firm that is theirs is the same thing once: 住建局吴斌那儿, 应急局的褚亮, 楚能 陶然他们
 * 公司. The name goes; beside what is not theirs it stays, and is asked back.
 */
import type { ReadContext } from './definition.ts';
import { simplify } from './lexicon/traditional.ts';
import type { Known } from './people-said.ts';
import { readPhrase } from './phrase.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** Somebody who heads a unit, speaks for it, or is the contact of a firm; or holds another post, which is of neither. */
export interface Holder extends Known {
  /** Of the unit they head; else the one they are the liaison of. */
  unitId: number | null;
  head: boolean;
  /** Whose firm they speak for. */
  projectIds: number[];
}

export interface Apposed {
  text: string;
  /** Who was left out, and what they stand for. */
  holders: Holder[];
}

const MOST = 4;
const TITLE = /^(?:同志|局长|大队长|队长|总经理|经理|主任|局座|总)?/u;
const BETWEEN =
  /^(?:[\s,，、的]|那个|这个|就是|他们|那边|那里|那儿|局里|局长|经理|大队长|队长|负责人|联络员|联系人|老板|老总)*$/u;
/** 许诺他们审批局, 郑洁那个环保局. */
const BESIDE = /^(?:[\s,，]|他们|她们|那个|这个|他那个|她那个|那)+$/u;
/** The firm of whoever is named before it. */
const FIRM = /^(?:他们|她们|他|她|那)(?:们)?(?:的)?(?:那个|那家|那)?(?:厂子|厂里|厂|公司|企业|项目|家|一家)/u;
/** What is theirs and nobody else's of the unit. */
const OWN = /^(?:同志)?(?:那里|那儿|那边)?(?:手[上里头]|名下|负责|经手|签收|登记|反映|提的|报的|办的)/u;

/** @param people whose names may be said; of two who bear one name neither */
export function apposed(text: string, people: readonly Holder[], context: ReadContext): Apposed | undefined {
  let said = text;
  const holders: Holder[] = [];
  for (let round = 0; round < MOST; round++) {
    const found = people.find(({ name }) => said.includes(name));
    const next = found && withoutName(said, people, context);
    if (!next) break;
    said = next.text;
    if (!holders.includes(next.holder)) holders.push(next.holder);
  }
  return holders.length === 0 ? undefined : { text: said, holders };
}

function withoutName(
  text: string,
  people: readonly Holder[],
  context: ReadContext,
): { text: string; holder: Holder } | undefined {
  const phrase = readPhrase(text);
  if (phrase.text.length !== text.length) return undefined;
  const spans = spansOf(piecesOf(simplify(phrase.folded), phrase, context));
  for (const holder of people) {
    const { name } = holder;
    if (people.some((other) => other !== holder && other.name === name)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const until = end + (TITLE.exec(text.slice(end))?.[0].length ?? 0);
      const before = spans.findLast((one) => one.until <= at && BETWEEN.test(text.slice(one.until, at)));
      const after = spans.find((one) => one.from >= until && BESIDE.test(text.slice(until, one.from)));
      const own = !holder.head && holder.unitId !== null && OWN.test(text.slice(until));
      // 供电的冯刚: of 供电公司, which is not the kind of matter.
      const unit = context.directory.unit(holder.unitId ?? -1);
      if (before?.piece.kind === 'category' && unit?.name.startsWith(before.piece.text) && !own)
        return { text: `${text.slice(0, before.from)}${unit.name}${text.slice(until)}`, holder };
      if ([before, after].some((one) => one && isTheirs(one.piece, holder)) && !own)
        return { text: `${text.slice(0, at)}${text.slice(after ? after.from : until)}`, holder };
      const firm = before ? undefined : FIRM.exec(text.slice(end))?.[0];
      const project = context.directory.project(holder.projectIds[0] ?? -1);
      if (firm !== undefined && project && holder.projectIds.length === 1)
        return { text: `${text.slice(0, at)}${project.name}${text.slice(end + firm.length)}`, holder };
    }
  }
  return undefined;
}

interface Placed {
  piece: Piece;
  from: number;
  until: number;
}

/** Units and projects that are named, by where. */
function spansOf(pieces: readonly Piece[]): Placed[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    const from = at;
    at += piece.text.length;
    return ['unit', 'project', 'category'].includes(piece.kind) ? [{ piece, from, until: at }] : [];
  });
}

function isTheirs(piece: Piece, { unitId, projectIds }: Holder): boolean {
  if (piece.kind === 'unit') return unitId !== null && piece.ids.includes(unitId);
  return piece.kind === 'project' && piece.ids.some((id) => projectIds.includes(id));
}
