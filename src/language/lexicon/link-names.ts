/** What people call the links of a project, long and short; which of its links it is, the project's own template tells. */

/** Papers and steps that nobody means as a kind of problem. */
const PLAIN = [
  '(?:企业)?(?:投资)?(?<![各每个些有的家])项目(?:备案|核准|立项)证?|立项[和跟与及、]?备案|备案[和跟与及、]?立项|备案(?!验)|立项批复|备案证|立项',
  '(?:建设)?用地预审(?:意见)?(?:与选址意见书?)?|用地选址|选址意见书?|规划选址',
  '土地(?:供应|出让)(?:合同)?|出让合同|土地(?:招拍挂|摘牌|挂牌)|招拍挂|供地(?:手续)?|摘牌',
  '(?:建设)?用地规划(?:许可证?|证|条件|(?=[这那]一?[个道关步]|环节|手续))|用地许可证?',
  '(?:建设)?工程规划(?:许可证?|证|(?=[这那]一?[个道关步]|环节|手续))|工规证|建规证|规划许可证?',
  '(?:土地)?不动产(?:权)?(?:证书?|登记)|土地(?:使用)?证|房产证|产权证',
  '节能(?:审查|评估|报告|批复|评价)(?:意见|批复)?|能评(?:批复|报告|手续|审查)?|能耗(?:审查|评估|评价)',
  '(?:水土保持|水保)(?:方案|批复|报告表|审批|手续|评价|审查)*|水土方案',
  '(?:压覆?矿产?|地质灾害|地灾|洪水?影响?评价|洪评|交通?影响?评价|交评|社会?稳定?评估?|稳评|文物勘探|职业病危害(?:预)?评价|职评)(?:评估|批复|报告|手续)?',
  '(?:设计)?方案(?:审查|公示)|设计方案|总平面?图?(?:审查)?|规划方案',
  '涉及事项(?:核查)?',
  '(?:水电气热?|用电|供电|用水|供水|供气|燃气|通信|水电)?报装',
  '(?:施工|监理)、?(?:监理)?(?:招标|发包)|招投标',
  '(?:施工)?图纸?审查(?:合格证?)?|施工图(?:设计)?(?:文件)?(?:审查|审)?|图审(?:合格证?)?|审图(?:合格证?)?|多图联审',
  '消防(?:设计)?(?:审查|审图|审核)|消防设计',
  '人防(?:审查|手续|审批)?(?!验收|办(?!下|完|好|理|得|到|了|没))|(?:城市基础设施)?配套费',
  '质量安全监督(?:手续)?|(?:质量|安全)监督(?:手续)?|质安监督?|质监(?:手续)?|安监手续',
  '(?:建筑工程|建设工程)?施工的?许可(?:证|手续)?|施工证|开工许可证?',
  '规划(?:核实|验收)|土地核验',
  '消防(?:验收|备案)|专项验收|防雷验收|档案验收|人防验收',
  '(?:竣工|联合)验收(?:备案)?|竣工备案',
  '(?:环保|水保|环境保护|自主)(?:自主)?验收|排污许可证?|排污证|取水许可证?|取水证',
  '(?<![道用工城市国间体]|总体)规划(?:手续|审批|[这那]一?块|环节(?=[是归由的]?(?:谁|哪)))?(?!环节)(?=(?:都|全|现在|到底|也|还|的|是|由)*(?:办|批|走|做|弄|搞|完|过|下来|没|谁|归|哪|怎|咋|到哪|卡|差|[\\s,，和跟、及与]))',
];
/** Kinds of problems as well: links only beside what is asked of a paper. */
const SHARED = [
  '环评(?:批复|审批|手续|报告表|报告书|报告|批文|许可)?|环境影响评价|环保(?:批复|审批|手续|批文)|环境影响(?:报告表|报告书|报告)',
  '安评(?:批复|审批|手续|报告)?|安全评价(?:报告)?|安全设施设计审查',
];

/** Of the first kind. */
export const PLAIN_LINK = `(?:${PLAIN.join('|')})`;
const NAME = `(?:${PLAIN.join('|')}|${SHARED.join('|')})`;
const SHARED_ONLY = new RegExp(`^(?:${SHARED.join('|')})$`, 'u');
const SAID = new RegExp(
  `第[0-9]{1,2}号?个?环节|[0-9]{1,2}号环节|第[一二三四五六七八九十]{1,3}个?环节|${NAME}`,
  'gu',
);
/** The problem, or problems, about a paper: 环评类, 安评的问题, 施工许可证那件, 取水许可证延续. */
const OF_PROBLEMS =
  /^(?:类|(?:方面|这块|这一块|那块|相关|有关|上|上面)?的?(?:卡点|堵点|问题|事项|诉求|困难|纠纷|矛盾)|(?:的|那个|这个|那|这)?(?:事(?!项)|件|桩)|变更|延续|续期|到期|材料退)/u;

/** 立项的事找谁: the matter of the link. */
const MATTER = /^的(?:那个)?事(?:情|儿)?(?=[\s,，]*(?:该|要|应该)?(?:找|归|问|是谁|谁))/u;

/** Every link a text names, as said; undefined: problems about one of them are meant. */
export function linksNamedIn(folded: string): { names: string[]; rest: string } | undefined {
  const found = [...folded.matchAll(SAID)];
  const ofProblems = found.some(({ index, 0: said }) => {
    const behind = folded.slice(index + said.length);
    return OF_PROBLEMS.test(behind) && (isKindToo(said) || !MATTER.test(behind));
  });
  if (ofProblems) return undefined;
  return {
    names: found.map(([said]) => said),
    rest: folded.replace(SAID, (said) => ' '.repeat(said.length)),
  };
}

/** Several links bear it: each is told. */
export const GROUP = '规划';

/** Some template has it under another name. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/^(?:施工)?图纸?(?:审|$)|^施工图/u, '图审'],
  [/^(?:环评|环保(?:批复|审批|手续|批文)|环境影响)/u, '环评'],
  [/^(?:能评|能耗|节能)/u, '能评'],
  [/^(?:水保|水土)(?!.*验收)/u, '水保'],
  [/^安(?:评|全评价)/u, '安评'],
  [/^压覆?矿/u, '压矿'],
  [/^(?:地质灾害|地灾)/u, '地灾'],
  [/^洪/u, '洪评'],
  [/^交/u, '交评'],
  [/^(?:社会?稳|稳)/u, '稳评'],
  [/^文物/u, '文物'],
  [/^职/u, '职业病'],
  [/^(?:建设)?用地预审|^用地选址|^规划选址/u, '用地预审'],
  [/^(?:建设)?用地(?:规划|许可)/u, '用地规划许可'],
  [/^(?:建设)?工程规划|^[工建]规证/u, '工程规划许可'],
  [/施工的?许可|^施工证|^开工许可/u, '施工许可'],
  [/^消防(?:设计|审)/u, '消防设计'],
  [/^人防(?:审|手续|$)|配套费$/u, '人防审查'],
  [/^(?:质量|安全)+监督|^质安|^质监|^安监/u, '质监'],
  [/^(?:土地)?摘牌|^土地(?:招|摘|挂)|^供地/u, '供地'],
  [/^(?:设计)?方案|^总平|^规划方案/u, '方案审查'],
  [/^招投标/u, '招标'],
  [/^取水/u, '取水许可'],
  [/^水电气?热?报装/u, '报装'],
  [/^(?:企业)?(?:投资)?项目|^立项|^备案.*[证项]$/u, '立项'],
  [/^规划(?:环节|手续|审批|[这那]一?块)$/u, GROUP],
];

/** As templates call it. */
export function linkCalled(said: string): string {
  return CALLED.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}

/** 环评, 安评: a kind of problem as well. */
export function isKindToo(said: string): boolean {
  return SHARED_ONLY.test(said) && !/批复|批文|许可|报告[表书]|影响评价/u.test(said);
}
