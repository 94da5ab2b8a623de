/** Orders inside a sentence (把这件转给水务局, 把45号的期限改到月底): recognised to be offered, never to be run. */
import type { Directory } from '../domain/directory.ts';
import { findUnits } from './names.ts';
import { type Phrase, readPhrase, trim } from './phrase.ts';

export type Order =
  /** `what`: which problems, in words; '' for those just spoken of. */
  | { kind: 'route'; unitId: number; what: string }
  /** 把45号的期限改到月底: an extension has its own way. */
  | { kind: 'extend'; issueId: number; until: string };

const EXTEND =
  /^(?:请|麻烦|帮我|给我|你|把|将|\s)*#?(\d{1,9})号?的?(?:这个|那个)?(?:完成|办理|办结)?(?:期限|时限|时间|日期|日子)?(?:再|都|也|给我|给他|帮我|往后)*(?:改到|改成|改为|延到|延长到|推到|推迟到|顺延到|放宽到|展期到|拖到|挪到)([^?吗呢谁哪几]{2,12})$/u;
const ROUTE = /转给|转交给?|转到|转办给|转办到|移交给?|交给|派给|分给|推给/;
const POINTED =
  /^(?:把|将|请|麻烦|帮我|给我|你)*(?:这|那)?(?:件|个|些|几件|几个|一件|一个|事|事情|问题|它|它们|他们)*(?:都|全)?$/;
const AROUND = /^(?:请|麻烦|帮我|给我|你|把|将)+|(?:都|全|全部|统统)+$/g;

/** undefined: no order, or one that names no single unit to hand on to. */
export function orderIn(phrase: Phrase, directory: Directory): Order | undefined {
  const { text, folded } = phrase;
  const later = EXTEND.exec(folded);
  if (later) return { kind: 'extend', issueId: Number(later[1]), until: later[2] ?? '' };
  const hand = ROUTE.exec(folded);
  if (hand) {
    const to = trim(readPhrase(text.slice(hand.index + hand[0].length)));
    const units = findUnits(to, directory).flatMap(({ ids }) => ids);
    const what = text.slice(0, hand.index).trim();
    const [unitId, second] = units;
    if (unitId !== undefined && second === undefined)
      return { kind: 'route', unitId, what: POINTED.test(what) ? '' : what.replace(AROUND, '') };
  }
  return undefined;
}

/** 我交办的, 我上次批示的: what a leader asked for, which is not kept apart yet. */
export function asksInstructions(folded: string): boolean {
  return /我.{0,4}(?:交办|批示|签批|批|交代|布置|安排)(?:过?的|下去的|了的)|我的?批示(?:件|事项|任务|[尚还未没])/.test(
    folded,
  );
}
