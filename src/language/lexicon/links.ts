/** How the links a problem holds up are named in its line: 卡 第13、14环节, 关联环节：环评. */
import { NUMERAL_CHARS } from '../../domain/numerals.ts';

const STANDING = '(?:^|[\\s,.;。、])';
// Every text is matched in one way only: a second way in a repeated part doubles the time with each number of a list.
const AND = '(?:\\s*(?:[、,和及与跟/]|以及|还有|-|~|到|至)\\s*|\\s+)';
const ORDINAL = `第?(?:\\d{1,4}|[${NUMERAL_CHARS}]{1,7})(?![\\d${NUMERAL_CHARS}])号?`;
/** 第13环节、第14环节; 第13、14环节: the last of a list says what its numbers are. */
const LINK_LIST = `(?:${ORDINAL}(?:个?环节)?${AND})*(?:${ORDINAL}个?环节|环节\\s*\\d{1,2})`;
const NAMED_LINK = '(?:第?\\d{1,2}(?:号?个?环节)?|\\p{Script=Han}{2,20})';

/** Set apart; a number may follow 卡, a name only a word that says what it is. Groups: numbers, names. */
export const HELD_LINKS = new RegExp(
  `${STANDING}(?:(?:关联环节|关联|卡住|卡在|卡)\\s*:?\\s*(${LINK_LIST})|(?:关联环节|所卡环节)\\s*[:\\s]\\s*(${NAMED_LINK}(?:\\s*[、/]\\s*${NAMED_LINK})*))(?=$|[\\s,.;。、])`,
  'gu',
);
