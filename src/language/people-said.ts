/**
 * People as they are called by post, age or courtesy (周局, 冯总, 老周, 志强同志), put by their whole names where exactly one of
 * those that may be meant fits the family name and the post.
 */
import { wordsOf } from './edges.ts';

/** What somebody is there for; it tells by which words they are called. */
export type Standing = 'head' | 'liaison' | 'contact' | 'secretary' | 'leader' | 'office';

/** Somebody who may be meant. */
export interface Known {
  name: string;
  standings: readonly Standing[];
  /** Of heads: the name of their unit, which tells their post. */
  unit?: string;
}

export interface Called {
  heard: string;
  name: string;
}

const OF_FIRM = '老总 总经理 总 经理 厂长 老板 董事长';
const POSTS: Record<Exclude<Standing, 'head'>, string> = {
  liaison: '联络员',
  contact: OF_FIRM,
  secretary: '秘书 专班秘书 项目秘书',
  leader: '书记 市长 县长 区长 主任 常委 部长 领导 副书记 副市长 副县长 副区长',
  office: '主任 秘书',
};

/** By what their unit is called: 局, 公司, 大队. */
function postsOfHead(unit: string): string {
  if (/公司|集团|中心/.test(unit)) return `${OF_FIRM} 主任`;
  if (/大队|支队|队$/.test(unit)) return '大队长 队长 大队 队 局长';
  return /委员会|委$|办公室|办$/.test(unit) ? '主任 局长' : '局长 局 局座 主任';
}

function postsOf({ standings, unit = '' }: Known): string[] {
  return standings.flatMap((one) => (one === 'head' ? postsOfHead(unit) : POSTS[one]).split(' '));
}

const ANY_POST =
  '局长|局座|局|大队长|大队|队长|队|老总|总经理|经理|总|厂长|老板|董事长|主任|书记|市长|县长|区长|常委|部长|专班秘书|项目秘书|秘书|联络员|领导';
/** Behind a name of one character: 局里 of 周局里 is the office itself. */
const CALLED = new RegExp(
  `(?:[老小](\\p{Script=Han})(?![总板])|(?<![副老小])(\\p{Script=Han})(${ANY_POST}))`,
  'gu',
);
/** 志强同志, 志强书记. */
const GIVEN = /(\p{Script=Han}{2})(?=同志|书记|市长|县长|区长|局长|主任|秘书)/gu;

/** Where words of the text begin and end. */
function edgesOf(text: string): Set<number> {
  const edges = new Set<number>([0, text.length]);
  let at = 0;
  for (const word of wordsOf(text)) {
    at = text.indexOf(word, at);
    edges.add(at);
    at += word.length;
    edges.add(at);
  }
  return edges;
}

/** The text with whole names in it, and who was called how; what may mean several stays as it was. */
export function withWholeNames(text: string, people: readonly Known[]): { text: string; called: Called[] } {
  const called: Called[] = [];
  const note = (heard: string, name: string) => {
    if (called.every((one) => one.heard !== heard)) called.push({ heard, name });
    return name;
  };
  const edges = edgesOf(text);
  const isWhole = (from: number, until: number) => edges.has(from) && edges.has(until);
  const byPost = text.replace(CALLED, (heard, aged: string | undefined, family: string, post, at: number) => {
    if (!isWhole(at, at + heard.length) || /^[一二三四五六日天末]/.test(text.slice(at + 1))) return heard;
    const fits = people.filter(
      (one) =>
        one.name.startsWith(aged ?? family) &&
        one.name.length > 1 &&
        (aged !== undefined || postsOf(one).includes(post)),
    );
    const [only, second] = fits;
    // 周局周正: said twice, the name stands there by itself.
    if (!only || second || text.includes(only.name)) return heard;
    return note(heard, only.name);
  });
  const whole = byPost.replace(GIVEN, (given: string, _, at: number) => {
    const fits = people.filter(({ name }) => name.length === 3 && name.endsWith(given));
    const [only, second] = fits;
    if (!only || second || byPost.slice(at - 1, at) === only.name[0]) return given;
    return note(given, only.name);
  });
  return { text: whole, called };
}

/** Names of those that stand in the text, the longest first. */
export function namesIn(text: string, people: readonly Known[]): string[] {
  const names = new Set(
    people.map(({ name }) => name).filter((name) => name.length > 1 && text.includes(name)),
  );
  return [...names].toSorted((a, b) => b.length - a.length);
}
