/** Whether a description is near enough to a problem to be told, and to how many. Pure. */
import type { Ranked } from './described.ts';

/** How it was said. */
export interface Manner {
  /** 那件, 的事: one that the speaker means. */
  pointed: boolean;
  asks: boolean;
  /** A figure is asked for: only what cannot be mistaken is shown instead. */
  figure: boolean;
  /** Of a project's links or days. */
  ofProject: boolean;
  /** 装了吗, 修好没: whether it was done. */
  done: boolean;
  /** More than one short word is said, or something is asked that is asked of one problem (到哪一步了). */
  telling: boolean;
  /** Of a project or a unit that is named. */
  placed: boolean;
  /** 怎么办理, 有什么规定: of no problem at all. */
  general: boolean;
  /** Only a kind of matter is named (征地的事), and no one thing: it is asked about all of it. */
  matter: boolean;
}

/** Least shared pairs (counted by how rare they are) and least part of what was said. */
interface Need {
  strength: number;
  covered: number;
  plain?: number;
}

/** Equally near, when no further apart. */
const MARGIN = 0.12;
const MOST = 5;

/** Any of them is enough. */
function needs({ pointed, asks, figure, ofProject, done, placed, telling }: Manner, few: boolean): Need[] {
  if (ofProject) return [{ strength: pointed ? 2 : 3.5, covered: 0.8 }];
  if (figure) return [{ strength: 2.8, covered: 0.6 }];
  if (pointed)
    return [
      { strength: 1.3, covered: 0.45 },
      { strength: few ? 0.5 : 0.7, covered: 0.58, plain: 0.6 },
      { strength: 0.5, covered: 0.8, plain: 0.6 },
    ];
  if (asks)
    return [
      { strength: 1.9, covered: 0.55, plain: 0.48 },
      { strength: 1.4, covered: 0.58, plain: 0.55 },
      // 技改资金办了没: its words shortened.
      { strength: 1.1, covered: 0.72, plain: 0.6 },
      { strength: 1.5, covered: 0.75, plain: 0.6 },
      // 焊工那边为什么退回: one word, and no more, that hardly another holds.
      ...(telling || done ? [{ strength: 0.7, covered: 0.95, plain: 0.95 }] : []),
      ...(done && placed ? [{ strength: 0.8, covered: 0.85, plain: 0.7 }] : []),
    ];
  return [{ strength: 2.8, covered: 0.8 }];
}

/** So much of its title was said that what was said beside it is of the question. */
const TITLED = 0.9;

/** Whether it is told as the one that is meant, not only as near. @param missing telling words that do not stand in it */
export function isMeant({ elsewhere, titled }: Ranked, missing: readonly string[]): boolean {
  return !elsewhere && (missing.length === 0 || titled >= TITLED);
}

/** Found by a word of its own in the project that was named. */
const IN_ITS_PROJECT = { strength: 0.9, covered: 0.4 };
/** Found without its project: by more, and what it does not hold is said apart from it (…那个，邻居闹的那个). */
const ANYWHERE = { strength: 1.8, covered: 0.5 };
/** Or by so much of all that was said that the rest is of the question. */
const NEARLY_ALL = { strength: 3, plain: 0.75 };

/**
 * Whether it is told though not all of the words that name it stand in it: they are rare, and hardly any of them stands
 * in another that may be meant.
 * @param apart what does not stand in it are whole words of their own
 */
export function standsOut(
  { figure, general, matter, pointed }: Manner,
  { elsewhere, own, strength, covered, plain, inHead, ahead }: Ranked,
  apart: boolean,
): boolean {
  if ((figure && !pointed) || general || matter || elsewhere || ahead < strength / 2) return false;
  // 招工 of 影响线上招聘: what comes of it tells nothing.
  if (inHead < plain / 2) return false;
  if (own) return strength >= IN_ITS_PROJECT.strength && covered >= IN_ITS_PROJECT.covered;
  const most = strength >= NEARLY_ALL.strength && plain >= NEARLY_ALL.plain;
  return most || (apart && strength >= ANYWHERE.strength && covered >= ANYWHERE.covered);
}

/**
 * The one that stands out, or two or three that are equally near; undefined: none is near, or too many.
 * @param few they were listed just before
 */
export function verdictOf(
  manner: Manner,
  ranked: readonly Ranked[],
  { few = false }: { few?: boolean } = {},
): Ranked[] | undefined {
  const enough = (one: Ranked) =>
    needs(manner, few).some(
      ({ strength, covered, plain = 0 }) =>
        one.strength >= strength && one.covered >= covered && one.plain >= plain,
    ) &&
    (!one.elsewhere || one.strength >= 2 || manner.pointed);
  const [best] = ranked;
  if (!best || !enough(best) || manner.general || (manner.matter && !few)) return undefined;
  const near = ranked.filter((one) => best.score - one.score < MARGIN && enough(one));
  // Of what is equally near what is over is left out, unless it is nearer.
  const meant = best.open ? near.filter((one) => one.open) : near;
  return meant.length <= MOST ? meant : undefined;
}
