/**
 * What somebody is told to do in plain words (让钱进今天回个话, 路灯那个延三天): which order it is, and the words that say of which
 * problems and whom; who and which that are is found by the caller.
 */
import { NO_ORDER } from './lexicon/orders.ts';
import {
  DOES,
  EXTENDS,
  HANDS_OVER,
  IF_SO,
  LEADING,
  OBJECT,
  OBJECT_BEHIND,
  OBJECT_NAMED,
  PAUSES,
  QUIETS,
  RAISES,
  RETURNS,
  SPEAKS_TO,
  TELLS,
  URGES_THOSE,
  URGES_WHOM,
  WATCHES,
} from './lexicon/said-orders.ts';
import { isQuestioning } from './mood.ts';

/** `what`: of which problems, '' for those just spoken of. */
export type SaidOrder =
  | { kind: 'extend'; what: string; until: string | undefined }
  | { kind: 'pause' | 'return' | 'quiet' | 'raise' | 'watch'; what: string }
  | { kind: 'route'; what: string; to: string }
  | { kind: 'urge'; what: string; whom: string }
  /** `rest` begins with whom; {@link toldTo} says what they are told. */
  | { kind: 'tell'; before: string; rest: string };

const JUST_SPOKEN_OF =
  /^(?:就|把|将|对|给)?(?:这|那|它|他|她|他们|它们|都|全部|全|个|件|几|一|些|事情?|问题|的|先|再|也|\s|\p{P})*$/u;
const AROUND_WHAT =
  /^(?:把|将|对|给|\s|\p{P})+|(?:都|全部|全|先|再|也|给|就|直接|可以|的话|期限|时限|\s|\p{P})+$/gu;

/** What is longer is no order, and would cost its length more than once. */
const LONGEST = 100;

/** 有的话顺手催一下, as 催一下. */
export function withoutConditions(text: string): string {
  if (text.length > LONGEST) return text;
  return text.replace(IF_SO, '，').replace(/^[\s,，]+/u, '');
}

/** Orders that hold one of the closed frames; in the order in which they are to be tried. */
export function ordersSaid(text: string): SaidOrder[] {
  if (text.length > LONGEST) return [];
  const said = withoutConditions(text.trim());
  const bare = said.replace(LEADING, '');
  const orders = single(bare).filter(isNoQuestion);
  // 有哪些还没催, 怎么催办
  const asks = NO_ORDER.test(said) && orders.every(({ kind }) => kind === 'watch' || kind === 'urge');
  return [...(asks ? [] : orders), ...telling(said)];
}

/** 哪些别催; what is asked beside 盯一下 and 催一下 is answered first. */
function isNoQuestion(order: SaidOrder): boolean {
  if (order.kind === 'tell' || order.kind === 'watch' || order.kind === 'urge') return true;
  return !/[哪谁吗啥咋]|为何|什么|多少|怎|(?<![这那])几/u.test(
    `${order.what}${'to' in order ? order.to : ''}`,
  );
}

function single(text: string): SaidOrder[] {
  const quiet = QUIETS.exec(text);
  if (quiet) return [{ kind: 'quiet', what: whatIn(quiet[1]) }];
  const extend = EXTENDS.exec(text);
  if (extend) return [{ kind: 'extend', what: whatIn(extend[1]), until: untilIn(extend[2] ?? '') }];
  const route = HANDS_OVER.exec(text);
  if (route) return [{ kind: 'route', what: whatIn(route[1]), to: route[2] ?? '' }];
  for (const [kind, frame] of FRAMES) {
    const found = frame.exec(text);
    if (found) return [{ kind, what: whatIn(found[1]) }];
  }
  const those = URGES_THOSE.exec(text);
  if (those) return [{ kind: 'watch', what: whatIn(those[1]) }];
  const urge = URGES_WHOM.exec(text);
  return urge && !asks(urge[1] ?? '') ? [{ kind: 'urge', what: whatIn(urge[1]), whom: urge[2] ?? '' }] : [];
}

const FRAMES = [
  ['pause', PAUSES],
  ['return', RETURNS],
  ['raise', RAISES],
  ['watch', WATCHES],
] as const;

function whatIn(words: string | undefined): string {
  const what = (words ?? '').trim();
  return JUST_SPOKEN_OF.test(what) ? '' : what.replace(AROUND_WHAT, '');
}

/** 到下周五; undefined where only by how long is said, which 延期 would count from today. */
function untilIn(words: string): string | undefined {
  return words.startsWith('到') ? words.slice(1) : undefined;
}

/** 这几家 asks nothing, nor does 办了吧. */
function asks(words: string): boolean {
  return isQuestioning(words.replace(/[这那]几/gu, '').replace(/吧[\s\p{P}]*$/u, ''));
}

function telling(text: string): SaidOrder[] {
  const told: SaidOrder[] = [];
  for (const found of text.matchAll(TELLS)) {
    const before = text.slice(0, found.index).replace(LEADING, '').replace(/请$/u, '');
    const rest = text.slice(found.index + found[0].length);
    if (rest !== '' && !asks(rest)) told.push({ kind: 'tell', before: whatIn(before), rest });
  }
  return told.slice(0, 3);
}

/** Of which problems, '' where it is not said; undefined: nobody is told to do anything. @param words behind whom */
export function toldTo(words: string): string | undefined {
  const does = words.replace(SPEAKS_TO, '');
  const object = OBJECT.exec(does);
  if (object) return whatIn(object[1]);
  const behind = OBJECT_BEHIND.exec(does) ?? OBJECT_NAMED.exec(does);
  if (behind) return whatIn(behind[1]);
  return DOES.test(does) ? '' : undefined;
}
