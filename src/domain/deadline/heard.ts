/** Words of time that set no day: 尽快 means the default limit, what is not understood must be said. */
import { LINK } from './fold.ts';
import type { HeardWords } from './reading.ts';
import { saysWhen } from './time-words.ts';

const SOON =
  '尽快|尽早|尽速|及早|早日|立即|立刻|即刻|马上|抓紧|赶紧|赶快|从速|速办|急办|近期|近日|短期|短时间|第一时间|限期|及时|按时|按期|如期';
const ASKED = '请|务必|望|需|须|要|应|争取|力争|希望|麻烦|各单位|时限|期限|完成时限|[:]';
const DONE = '完成|办理|办结|办|处理|处置|解决|整改|落实|修复|修好|答复|回复|协调|推进|反馈|安排';
/** 请尽快处理 as a word of its own. */
const SOON_APART = new RegExp(
  `^(?:${ASKED})*(?:${SOON})(?:之?内|以内)?(?:予以|给予)?(?:${DONE})*(?:一下|为盼|为好|吧)?$`,
);
/** Asked for inside a sentence; 近期 and 马上 there tell of something else. */
const SOON_INSIDE = /(?<![未没不])(?:尽快|尽早|尽速|从速|抓紧|立即|立刻)(?!了)/;

const LEAD =
  /^(?:请|务必|须|需|要|于|在|限[时期]?|时限|期限|完成时限|办理时限|最[迟晚]|截止(?:时间|到)?|争取|力争|预计|[:])+/;
const VERB = new RegExp(`(?:前|内)?(?:${DONE})+$`);
/** Longer words are no expressions of time. */
const WORD_MAX = 30;
/** A day that opens the tale (周三 停水了) tells when it happened. */
const OPENING = /^(?:[大今明后昨前次当上下本这][今明后天日上下午晚早]?|周|星期|礼拜|月|年|最近|近)/;

interface Word {
  from: number;
  text: string;
}

function listWords(folded: string): Word[] {
  return [...folded.matchAll(/[^\s,。;!?|\uE000\uE001]+/g)].map((match) => ({
    from: match.index,
    text: match[0],
  }));
}

function heardAs(
  means: HeardWords['means'],
  span: [number, number],
  text: string,
  apart: boolean,
): HeardWords {
  return { means, span, phrase: text.slice(...span), apart };
}

function findSoon(words: readonly Word[], folded: string, text: string): HeardWords | undefined {
  for (const { from, text: word } of words.toReversed()) {
    if (word.length > WORD_MAX || !SOON_APART.test(word)) continue;
    return heardAs('default-limit', [from, from + word.length], text, true);
  }
  const inside = SOON_INSIDE.exec(folded);
  if (!inside) return undefined;
  return heardAs('default-limit', [inside.index, inside.index + inside[0].length], text, false);
}

/** The last word of its own that says when and was not understood; else 尽快 and its like. */
export function findHeard(folded: string, text: string): HeardWords | undefined {
  const words = listWords(folded);
  for (const [at, word] of [...words.entries()].toReversed()) {
    if (word.text.length > WORD_MAX || word.text.includes(LINK)) continue;
    if (at === 0 && words.length > 1 && OPENING.test(word.text)) continue;
    const bare = word.text.replace(LEAD, '');
    if (!saysWhen(bare) && !saysWhen(bare.replace(VERB, ''))) continue;
    return heardAs('not-understood', [word.from, word.from + word.text.length], text, true);
  }
  return findSoon(words, folded, text);
}
