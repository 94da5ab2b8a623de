/** Words that stand for a day in ledgers, or say that there is none. */
import { foldText } from '../deadline/fold.ts';
import { NUMERAL_CHARS, readNumeral, readYear } from '../numerals.ts';

const NUMERALS = new RegExp(`[${NUMERAL_CHARS}]+(?=个?(?:月|日|号|季度|周|星期|工作日|天|年))`, 'g');

/** Half-width, no spaces but between date and hour, Chinese numbers before 年月日 as digits. */
export function foldDate(text: string): string {
  return foldText(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/(\d)[ t]+(?=\d{1,2}:)/g, '$1t')
    .replace(/\s+/g, '')
    .replace(/元月/g, '1月')
    .replace(/[，]/g, ',')
    .replace(/[：]/g, ':')
    .replace(/[；]/g, ';')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/[—–－]/g, '-')
    .replace(/[零〇一二两三四五六七八九]{4}(?=年)/g, (digits) => String(readYear(digits) ?? digits))
    .replace(NUMERALS, (numeral) => String(readNumeral(numeral) ?? numeral));
}

const NO_DAY =
  /^(?:[/\\\-_.、*]*|无|暂无|没有|空|n\/a|不涉及|已(?:经)?(?:全部)?(?:整改|办理|建设)?(?:完成|办结|完毕|到位|整改|解决|销号|竣工|投产|开工)(?:整改)?|完成|办结)$/;

export function isNoDay(folded: string): boolean {
  return NO_DAY.test(folded.replace(/[。;,]+$/, ''));
}

/** What a formula reckons from today: 剩余10天, 已超过整改时限, 逾期3天. */
export function isComputed(folded: string): boolean {
  return /^(?:剩余?|还剩|距[^0-9]*|已?超过|已?超期|已?逾期|超时)[^年月]*$/.test(folded);
}

const ON_THE_SPOT =
  /立行立改|立查立改|边查边改|即[知查]即改|即改|即日(?!起)|立即(?:整改|办理|完成|落实|执行)?|即时|即刻|即办|即接即办|马上|当场|当天|当日(?:办结|整改|解决|完成)|现场(?:整改|办结|解决)/;
const LONG_TERM =
  /长期|持续(?:推进|坚持|整改|落实|跟进|开展|实施)?|常态化?|长效|常抓不懈|贯穿始终|全年(?:推进|坚持)|日常工作/;

export function hasOnTheSpot(folded: string): boolean {
  return ON_THE_SPOT.test(folded);
}

/** 长期坚持 wins over 立行立改 in one cell. */
export function hasLongTerm(folded: string): boolean {
  return LONG_TERM.test(folded);
}

/** 每周三, 每月10日前, 每季度. */
export const RECURRING =
  /^(?:每(?:个|半)?(?:日|天|周|星期|月|季|季度|年)|逐月|按月|按周|按季|定期|适时|常年)/;
