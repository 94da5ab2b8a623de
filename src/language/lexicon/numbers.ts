/** Numbers of problems as people write them: #12, ＃１２, 12号, 第十二号, No.12. */
import { NUMERAL_CHARS, readNumeral } from '../../domain/numerals.ts';

/** Largest number the database column can hold. */
export const ISSUE_ID_MAX = 2_147_483_647;

export interface ReadIssueNumber {
  id: number;
  span: [number, number];
  /** '#12' can be nothing else, '12号' may be a day, '12' anything. */
  kind: 'marked' | 'counted' | 'bare';
}

const NUMBER = `(?:\\d{1,15}|[${NUMERAL_CHARS}]{1,7})`;
/** 问题12, 编号为8; 问题3台 counts something. */
const NAMED = `(?:编号|序号)\\s?(?:是|为)?\\s?:?\\s?(\\d{1,9})(?!\\d)号?(?:的?(?:问题|事项))?|(?:问题|事项)\\s?([${NUMERAL_CHARS}]{1,4})(?=$|[\\s,:的谁怎咋哪进目现什逾超])|(?:问题|事项)\\s?(\\d{1,6})(?![\\d.\\-/%~a-z年月日天个周点时分级米吨万亿亩台家人户元号期栋层楼件条项起宗桩多余次回种类批千百伏标])`;
const MARKED = new RegExp(
  `${NAMED}|(?:问题|编号|事项)?(?:#\\s{0,3}(${NUMBER})\\s?号?(?:问题|事项)?|no\\.?\\s?(\\d{1,15})|(\\d{1,15})#(?!\\s?\\d))`,
  'y',
);
/** What has a number of its own: 3号楼, 12号地块; 二十号人 are so many people. */
export const NUMBERED = '[楼线机井炉库门厂地院桥路船仓泵站段坑塔桩栋洞宗车]';
const COUNTED = new RegExp(
  `(?:第\\s?)?(${NUMBER})\\s?(?:号问题|号事项|号件|号(?!${NUMBERED}|人(?![社防大])|(?:到|至|~|-|—|–)\\s?${NUMBER}\\s?号?${NUMBERED}))`,
  'y',
);
const BARE =
  /(\d{1,15})(?![\d.\-/年月日天个周点时分级米吨万亿千百伏亩台家人户元%:~栋层号楼])(?!\s(?:天|个|周|月|年|日|小时|万|亿|吨|亩))/y;

/** The number of a problem that begins exactly at `at`. 0 and what no column can hold come back as they are. */
export function issueNumberAt(folded: string, at: number): ReadIssueNumber | undefined {
  for (const [pattern, kind] of [
    [MARKED, 'marked'],
    [COUNTED, 'counted'],
    [BARE, 'bare'],
  ] as const) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match) continue;
    const id = readDigits(match.slice(1).find((one) => one !== undefined) ?? '');
    if (id !== undefined) return { id, span: [at, at + match[0].length], kind };
  }
  return circledAt(folded, at);
}

/** ⑫ after a word; a list is numbered by them, too, so it is no more than a bare number. */
function circledAt(folded: string, at: number): ReadIssueNumber | undefined {
  const code = folded.charCodeAt(at);
  const id =
    code >= 0x2460 && code <= 0x2473
      ? code - 0x245f
      : code >= 0x3251 && code <= 0x325f
        ? code - 0x323c
        : code >= 0x32b1 && code <= 0x32bf
          ? code - 0x328d
          : undefined;
  return id === undefined ? undefined : { id, span: [at, at + 1], kind: 'bare' };
}

function readDigits(word: string): number | undefined {
  return /^\d{1,15}$/.test(word) ? Number(word) : readNumeral(word);
}

/** Every '#12' in the text, left to right. */
export function findMarkedNumbers(folded: string): ReadIssueNumber[] {
  const found: ReadIssueNumber[] = [];
  for (let at = folded.indexOf('#'); at >= 0; at = folded.indexOf('#', at + 1)) {
    const hit = issueNumberAt(folded, at);
    if (hit?.kind === 'marked') found.push(hit);
  }
  return found;
}
