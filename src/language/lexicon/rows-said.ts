/** Which row of a list is said: 第二件, 前两个, 最后那个. */
import { isOnlyGlue } from './one-asked.ts';

const ORDINAL =
  /(?:(?:排在?)?(倒数)?第([一二三四五六七八九十]|\d{1,2})的?那?|((?:头|打头|排头|排?最前[头面]?|最上[头面]|排第一)的?(?:那?一)?那?|首)|(?:末尾?|最后[头面]?|最底下|最下面|最末|垫底)的?(?:那?一)?那?)(?:个|件|条|项|桩)(?!单位|项目|局|月|季|星期)(?:问题|事情?)?/u;
const DIGITS = '零一二三四五六七八九十';
/** 说说第二件为什么没办: which row of a list, from 0 (-1: the last), and what else is said. */
export function rowSaid(folded: string): { nth: number; rest: string } | undefined {
  const found = ORDINAL.exec(folded);
  if (!found) return undefined;
  const [whole, back, said, first] = found;
  const place = said === undefined ? 1 : DIGITS.includes(said) ? DIGITS.indexOf(said) : Number(said);
  const ahead = first !== undefined || (said !== undefined && back === undefined);
  return { nth: ahead ? place - 1 : -place, rest: folded.replace(whole, '') };
}

const SEVERAL_ROWS =
  /(?:第([一二三四五六七八九十])[个件条]?(?:和|跟|与|、|,)第?([一二三四五六七八九十])|[前头]([两二三四五]))[个件条](?:问题|事情?)?(?:分别|各自?|都|呢)*/u;
/** 前两个分别是谁的, 第一和第三件谁在办: which rows, from 0, and what else is said. */
export function rowsSaidIn(folded: string): { rows: number[]; rest: string } | undefined {
  const [whole, one, other, first] = SEVERAL_ROWS.exec(folded) ?? [];
  if (whole === undefined) return undefined;
  const ahead = DIGITS.indexOf((first ?? '').replace('两', '二') || '零');
  const rows =
    first === undefined
      ? [one, other].map((said) => DIGITS.indexOf(said ?? '') - 1)
      : [...Array(ahead).keys()];
  return { rows, rest: folded.replace(whole, '') };
}

/** 第二件, 看看最后那个: a row and nothing else; undefined: more is said. */
export function rowAlone(folded: string): number | undefined {
  const row = rowSaid(folded);
  return row && isOnlyGlue(row.rest) ? row.nth : undefined;
}
