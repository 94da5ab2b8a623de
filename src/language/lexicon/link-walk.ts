/** How far the links of a project have come, in words that name none of them: 手续走到第几关了, 开工前还差哪几个环节, 22个环节走完几个. */
const LINK = '(?:环节|手续|关口|关(?![于系键注心照节税联]))';
const MANY = '(?:几|多少|几多|好多|哪几|哪些|哪|什么|啥|第几|第多少|哪一|这|那|22|二十二|全部|所有)';
const WALK =
  '(?:走|办|推|做|批|跑|过|搞|干|完成|推进|进行|进展|剩|差|缺|还有|有|拖|卡|堵|走完|办完|没走|没办|没过|没完)';
const NODE = '(?:开工|投产|动工|竣工|开建)';

/** With a number of links, or beside how far it is. */
const ASKED = new RegExp(
  `${MANY}(?:个|道|步|项|些|层)?${LINK}|${LINK}[^,，。;；]{0,8}(?:第几|几个|多少|哪几|哪些|哪一?[步关个]|几成|到哪)|环节(?:上)?(?:有)?(?:逾期|超期|误期|滞后|延误|超时)`,
  'u',
);
const PARTS: readonly RegExp[] = [
  new RegExp(`(?:离|距离?)?${NODE}(?:之前|以前|前)(?:头)?`, 'gu'),
  new RegExp(
    `(?:现在|目前|已经|都|还|前头|前面|后头|后面|前边|后边|总共|一共|各自|分别|各|又|才){0,3}${WALK}{0,3}(?:到|完|了|得|好|掉|下来|过|剩|没|的){0,4}(?:在)?${MANY}(?:个|道|步|项|些|层)?(?:的)?${LINK}?(?:上头|上面|上|里头|里面|里|当中|中)?(?:走|办|批|过|推|没|还|未|有){0,3}(?:完|好|下来|过|成|了|的){0,3}(?:没)?`,
    'gu',
  ),
  new RegExp(`(?:前期|报建|审批|建设|各个|各项|各|的|这些)?${LINK}(?:上|里头|里面|里|当中)?`, 'gu'),
  /(?:来|做|弄|出|列|拉|摆|给)?(?:个|一个|张|份)?(?:对照|对比|比较|比一比|比一下|对一下)(?:表|一下)?/gu,
  /(?:各自|分别|各)?(?:走|办|完成|推进)(?:完|了|好)*(?:几个|多少个?|几多)(?:了)?|(?:完成|办理)?(?:情况|进度|进展)/gu,
];

/** The text with blanks where links as a whole are asked for; undefined: they are not. */
export function linkSteps(folded: string): string | undefined {
  if (!ASKED.test(folded)) return undefined;
  return PARTS.reduce((text, part) => text.replace(part, (said) => ' '.repeat(said.length)), folded);
}
