/** Links of some days: 本月各项目完成了哪些环节, 下个月有哪些环节要办完, 这周该办完的环节. */
import type { LinksAsked } from '../../domain/links-asked.ts';

const LINK = '(?:环节|手续(?!费)|关口)';
const DONE =
  '(?:完成|办完|办结|办好|办成|办下来|办掉|办了|做完|走完|走了|跑完|拿下|拿到|批完|批下来|搞定|搞完|通过|过了|完了|结束)';
const NOT = '(?:还没有?|没有?|未|冇)';
const MUST = '(?:应该|应当|必须|计划|需要|打算|准备|预计|马上|就|要|该|得|应|快|会)';
const WHICH =
  '(?:哪些|哪几个|哪几项|哪几道|哪几关|哪个|哪|几个|几项|几道|多少个|多少道|多少|几多个|几多|什么|啥|么子)';
/** Something of it is due, and no deadline of a problem. */
const DUE = new RegExp(
  `${MUST}{1,2}[^,，。]{0,6}(?:到期|完成|办|做|走|跑|拿|批|搞|过|结束|动|推)|到期|到点|截止|节点`,
  'u',
);
const HAS_DONE = new RegExp(`(?<!${MUST})(?:${DONE})`, 'u');
/** Said of what was not done, or need not be; what only asks whether (有没有, 办完了没有) says no such thing. */
const WHETHER = /有没有|有冇|是不是|能不能|会不会|该不该|(?:没有?|冇)(?=[吗呢啊呀\s\p{P}]*$)/gu;
const NOT_DONE = /没|未|不|冇|无|非|甭|别/u;
const NEED_NOT = new RegExp(
  `(?:不|没有?|无|甭|别)(?:用|必|需|须|打算|准备|计划|安排|要|该|应)|(?:${MUST})(?:不|没)`,
  'u',
);
const ASKS = new RegExp(
  `${WHICH}[^,，。]{0,6}${LINK}|${LINK}[^,，。]{0,8}(?:${WHICH}|吗|没|的$)|(?:${DONE}|${MUST}[^,，。]{0,4})的?${LINK}`,
  'u',
);
const FRAMES = new RegExp(
  [
    `(?:一共|总共|都|又|已经|各自|各|分别|还|新|到底|究竟|共)?(?:有没有|没有|有|差|剩|缺)?${WHICH}(?:个|项|道)?(?:的)?(?:${LINK})?`,
    `(?:都|又|已经|已|还|全|各|分别|新|新近|刚)?(?:${MUST}){0,3}(?:${NOT})?(?:能|可以)?(?:${DONE}|到期|到点|截止|办|做|走|跑|拿|批|搞|推|动)(?:而|却|但)?(?:还没有?|没有?|未)?(?:${DONE}|办|完)?(?:了|的|掉)?`,
    `(?:建设|报建|审批|前期)?(?:的)?${LINK}(?:上|里)?`,
    '计划|打算|准备|预计',
    '(?:有没有|的(?!项目|企业)|了|吗|呢|啊|呀|没|都|各自|分别|列一下|报一下|列出来|说一下)',
  ].join('|'),
  'gu',
);
/** Of problems, of one link, or of what is stuck. */
const OTHERWISE =
  /[几多]少?件|问题|事项|红|黄灯|卡|堵|逾|超期|拖|最(?!近)|上报|催|转|签|率|百分|几成|快慢|比/u;

/** The text with blanks where links of some days are asked for; which days is left in it. */
export function linksDated(folded: string): { links: LinksAsked; rest: string } | undefined {
  if (!ASKS.test(folded) || OTHERWISE.test(folded)) return undefined;
  const due = DUE.test(folded);
  const said = folded.replace(WHETHER, '');
  if (due ? NEED_NOT.test(said) : NOT_DONE.test(said) || !HAS_DONE.test(folded)) return undefined;
  const rest = folded.replace(FRAMES, (said) => ' '.repeat(said.length));
  return { links: { is: due ? 'open' : 'done' }, rest };
}
