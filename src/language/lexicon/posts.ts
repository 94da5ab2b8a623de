/** People as they are called by their post, or by age: 周正局长, 周局长, 老唐, 小刘. */
import { ANY_SURNAME } from './surnames.ts';

const FAMILY = `(?:欧阳|上官|司马|诸葛|[${ANY_SURNAME}])`;
/** Given names of two characters only where nobody's word is in them. */
const POST =
  '(?:副?局长|副?书记|副?市长|副?县长|副?区长|副?镇长|主任|秘书|大队长|队长|组长|总?经理|行长|所长|科长|部长|处长|常委)';
/** 局长期, 主任务: the post is part of another word. */
const ALONE = '(?![期远效假务办会员时间度大])';
const WHOLE = new RegExp(`${FAMILY}\\p{Script=Han}{0,2}?${POST}${ALONE}`, 'uy');
/** 老唐 where something of theirs follows: 老申请 is no one. */
const BY_AGE = new RegExp(
  `[老小]${FAMILY}(?=(?:同志)?(?:那里|那儿|那边|那头|那块|那|这里|这儿|这边|手上|手里|手头|名下|负责|分管|包保|管的|管着|盯的|带的|跟的|他们|的项目|的问题)|[本上]个?[月周]|今[年天]|昨天|[红黄蓝][的灯]|逾期|超期|没[办签解]|还[有剩]|有(?:几|多少|没有|哪)|(?:办结|按时|满意)率)`,
  'uy',
);
/** 本周局长: the day, or a word, that ends there. */
const INSIDE = /[本上下这每半一二两三四五六七八九十\d]$/;
const NO_NAME =
  /^(?:于是|任务|方案|文书|施工|金额|安全|常[务见]|高[新级]|马上|何[时况]|周[一二三四五六日天末边报围]|段|万元|水利|江|白|路|项目)/;

/** Length of such a name at `at`; 0 for none. */
export function personAt(folded: string, at: number): number {
  if (INSIDE.test(folded.charAt(at - 1)) && folded.charAt(at) === '周') return 0;
  for (const pattern of [WHOLE, BY_AGE]) {
    pattern.lastIndex = at;
    const said = pattern.exec(folded)?.[0];
    if (said !== undefined && !NO_NAME.test(said)) return said.length;
  }
  return 0;
}
