/** Whose projects they are, by what they are told apart, who holds which post, what they cost: in questions about projects. */

import type { Post, ProjectGroup } from '../../domain/projects-asked.ts';
import { type FoundWord, longestAt } from './longest.ts';
import type { QueryWord } from './query-word.ts';

const HOW_MANY = '(?:几|多少|好多|几多|哪些|哪几|哪)';
const PROJECTS = '(?:个|家|一个|几个|些)?(?:项目|专班|企业)';
const ENDING = '(?=[\\s\\p{P}吗呢啊呀的了]*$)';
const KEEPS =
  '(?:管着|管了|管|带着|带了|带|跟着|跟了|跟|盯着|盯了|盯|包着|包了|联系着|联系|服务着|服务|负责着|负责|分管着|分管|包联着|包联了|包联|包保着|包保了|包保|挂点|挂着|手上有|手里有|名下有|手头有|有)';
const LEADER =
  '(?:分管县?领导|包联县?领导|包保领导|挂点领导|联系领导|挂帅领导|挂联领导|县领导|市领导|领导|组长)';
const AREA = '(?:乡镇|县市区|县区|区县|片区|区域|镇|县|区|地方)';
const PARK = '(?:产业园区|工业园区|产业园|工业园|园区|开发区)';
const INDUSTRY = '(?:产业链|产业|行业|链条)';

const by = (one: ProjectGroup): QueryWord => ({ tag: 'project-by', by: one });
const each = (what: string) => `(?:哪|每|各|按|分)(?:一|几)?(?:个|位|名|家)?${what}`;
/** 各有几个项目, 项目最多. */
const COUNTED = `(?:手上|手里|名下|手头|那里|那边|里面|里|的|上)*(?:各自|各|都|一共|总共|现在|分别)?(?:${KEEPS}|落了|摆了)?(?:的)?(?:${HOW_MANY}${PROJECTS}|(?:项目|企业)(?:个数|数量)?(?:各有|各|都有|有|是|分别有)?(?:几个|多少个|多少|最多|多少个|数))`;
const groups = (what: string, one: ProjectGroup): readonly [RegExp, readonly QueryWord[]] => [
  new RegExp(`${each(what)}${COUNTED}`, 'uy'),
  [by(one)],
];
const where = (what: string, one: ProjectGroup): readonly [RegExp, readonly QueryWord[]] => [
  new RegExp(
    `(?:都|分别|各)?(?:在|落在|分布在|放在|摆在|落户在|是)(?:哪个|哪些|哪几个|哪)${what}(?:的)?`,
    'y',
  ),
  [by(one), { tag: 'by', by: 'area', asks: true }],
];
const post = (one: Post): readonly QueryWord[] => [{ tag: 'post', post: one }];
const IS_WHO =
  '(?:的名字)?(?:是)?(?:谁|哪个|哪位|哪一个|哪个人|么人|啥人|什么人|叫什么名字|叫什么|叫啥名字|叫啥|叫么子|叫哪样|姓甚名谁|姓什么叫什么|姓什么|姓啥|姓甚|贵姓)';
const FIRM = '(?:企业|公司|厂里|厂家|厂|业主)(?:那一头|那头|那边|那方|这边|方面|方|里)?(?:的)?';
const MEETS = '(?:联系人|对接人|联络人|联络员|接头人|对接的人|负责对接的|对接的|联系的人)';

const WORDS: readonly (readonly [RegExp, readonly QueryWord[]])[] = [
  [
    new RegExp(
      `(?:手上|手里|名下|手头)?(?:现在|目前)?(?:各自|各|分别|一人|每人)?(?:手上|手里|名下)?${KEEPS}(?:的)?(?:一共|总共|都有|都是|有|是)?(?=${HOW_MANY}${PROJECTS})`,
      'y',
    ),
    [{ tag: 'of-projects' }],
  ],
  [
    new RegExp(
      `(?:是|在)(?:哪个|哪几个|哪些|哪一个|什么|啥)(?:项目|专班)(?:上)?(?:的)?(?:项目)?(?:秘书|组长|领导|分管领导)?${ENDING}`,
      'uy',
    ),
    [{ tag: 'of-projects' }, { tag: 'by', by: 'project', asks: true }],
  ],
  groups('(?:项目)?秘书', 'secretary'),
  groups(LEADER, 'leader'),
  groups(INDUSTRY, 'industry'),
  groups(PARK, 'park'),
  groups(AREA, 'area'),
  [new RegExp(`(?:哪|哪一)个${INDUSTRY}(?:的)?(?=项目)`, 'y'), [by('industry')]],
  where(PARK, 'park'),
  where('(?:乡镇|镇|县|区|地方|位置|块)', 'area'),
  [/(?:项目)?按(?:项目)?秘书(?:分|看|排|列)(?:项目)?/y, [by('secretary')]],
  [
    new RegExp(`项目按${INDUSTRY}(?:分|看|排|列)?|按${INDUSTRY}(?:分|看|排|列)?(?:项目|(?=.{0,8}项目))`, 'y'),
    [by('industry')],
  ],
  [new RegExp(`(?:项目|专班)?秘书${IS_WHO}`, 'y'), post('secretary')],
  [new RegExp(`(?<=的)(?:项目|专班)?秘书${ENDING}`, 'uy'), [...post('secretary'), { tag: 'filler' }]],
  [/(?:是)?(?:谁|哪个|哪位)(?:在)?(?:做|当|任|是)(?:它|他们|他家)?(?:的)?(?:项目)?秘书/y, post('secretary')],
  [/(?:的)?(?:项目|专班)?秘书(?:是)?(?:谁|哪个|哪位)(?:在)?(?:当|担任)的?/y, post('secretary')],
  // 哪个专班秘书跟的
  [
    /(?:现在|目前)?(?:是|由|归)?(?:哪个|哪位|哪一个|哪一位|谁)(?:专班|项目)?秘书(?:在|来)?(?:跟|管|盯|负责|跑|服务|联系|对接|包|带|抓)(?:着|的|进|到)*/y,
    post('secretary'),
  ],
  // 邦普谁在跑
  [
    /(?:的事(?:情)?)?(?:现在|目前|平时|眼下|如今|具体|到底)*(?:是|由)?(?:谁|哪个|哪位|哪个人|哪一个|哪个同志|么人|啥人)(?:在|来)?(?:跑|跟着|跟的|跟到|跟进|跟踪|(?<!问题.{0,5})跟|盯|盯守|盯着|盯到|服务|操心|照看|张罗)(?:着|的|到)?(?=[\s呢啊呀的,，?？]*$)/y,
    [...post('people'), { tag: 'whose' }],
  ],
  // 安琪是谁牵头在抓
  [
    /(?<![归由])(?:现在|目前|平时|具体|到底)*(?:是|由)?(?:谁|哪个|哪位|哪些人|什么人|哪几个人)(?:(?:在|来)?(?:牵头|挂帅|具体|主要|领着|带头)(?:在|来)?(?:抓|主抓|推|推进|负责|服务|推动|操盘|统筹|盯|管|跑|主管)|(?:在|来)?(?:抓|主抓|推进|推动|操盘|统筹))(?:着|的|到)?(?=[\s呢啊呀的,，?？]*$)/y,
    [...post('people'), { tag: 'whose' }],
  ],
  // 美利信的事找哪个秘书对接
  [
    /(?:的事(?:情)?)?(?:该|应该|要)?(?:找|跟|和|与)(?:哪个|哪位|哪一?个)(?:专班|项目)?秘书(?:对接|联系|沟通|联络|办)?/y,
    post('secretary'),
  ],
  // 邦普项目上有事跟谁联系
  [
    /(?:上|那边)?(?:的?事(?:情)?|有(?:什么|啥)?事(?:情)?|要办事)(?:情)?(?:该|应该|要)?(?:找|问|跟|和|与|联系)(?:谁|哪个|哪位|哪些人|什么人)(?:对接|联系|沟通|联络|说|问)?(?=[\s呢啊呀的,，?？]*$)/y,
    [...post('people'), { tag: 'whose' }],
  ],
  [new RegExp(`${LEADER}${IS_WHO}`, 'y'), post('leader')],
  [new RegExp(`(?<=的)${LEADER}${ENDING}`, 'uy'), post('leader')],
  [
    /(?:是|归|由)?(?:哪个|哪位|谁)(?:县|市|区)?(?:领导)?(?:在)?(?:分管|包联|包保|挂点|挂帅|挂联|包挂)(?:的)?/y,
    post('leader'),
  ],
  [/(?:是|归|由)?(?:哪个|哪位)(?:县|市|区)?领导(?:在)?(?:联系|负责|管|包|挂|盯|抓)(?:的)?/y, post('leader')],
  [new RegExp(`${FIRM}${MEETS}(?:${IS_WHO})?`, 'y'), post('contact')],
  [new RegExp(`(?:项目(?:的)?)?(?:对接人|接头人)(?:${IS_WHO})?`, 'y'), post('contact')],
  [
    new RegExp(
      `(?:跟|和|与)?${FIRM}(?:现在|都)?(?:是|该|要|应该)?(?:找|跟|和|由|归)?(?:哪个|谁|哪位|么人|啥人|什么人)(?:在)?(?:对接|联系|接头|联络)(?:的)?|(?:跟|和|与)${FIRM}(?:谁|哪个|哪位)?(?:对接|联系)(?:找)?(?:谁|哪个|哪位)`,
      'y',
    ),
    post('contact'),
  ],
  // 企业里头跟我们对接的人叫个什么名字
  [
    /(?:企业|公司|厂里?)(?:那边|那头|里头|里面|里|方)?的?(?:跟|和|与)?(?:我们|咱们|专班|政府)?的?(?:对接|联系|接头|联络)的?(?:那个)?(?:人|同志)?(?:是|叫)?个?(?:谁|哪个|哪位|什么|啥)(?:名字)?/y,
    post('contact'),
  ],
  [
    new RegExp(
      `(?:谁|哪个|哪位)(?:是|当|做|任|担任)(?:的)?(?:它|他们)?(?:的)?(?:专班)?${LEADER}(?:的)?`,
      'y',
    ),
    post('leader'),
  ],
  [new RegExp(`(?:专班)?组长${ENDING}`, 'uy'), post('leader')],
  [new RegExp(`(?:项目|专班)秘书${ENDING}`, 'uy'), post('secretary')],
  [
    new RegExp(
      `(?:专班)?(?:是|由)?(?:哪个|哪家|哪一家)(?:局|单位|部门)?(?:在|来)?牵头(?:的)?${ENDING}`,
      'uy',
    ),
    post('lead-unit'),
  ],
  [
    /(?:专班)?(?:都|还)?(?:有)?(?:哪些|哪几个|哪几家|什么|几个|几家)?成员单位(?:都|一共)?(?:有|是)?(?:哪些|哪几家|哪几个|谁|几家|几个)?/y,
    post('members'),
  ],
  [
    /(?<!完成|实际|已经|累计)(?:计划)?(?:总)?投资(?:额|规模|金额|总额)?(?:一共|合计|总共|加起来|大概|是|有|共)*(?:多少|几多|好多|多大|几个亿|几亿)(?:个)?(?:亿元|万元|亿|万|钱)?/y,
    [...post('investment'), { tag: 'project-told' }],
  ],
  [
    /(?:项目)?(?:占地|用地)(?:面积)?(?:一共|总共|大概|是|有|了)*(?:多少|多大|几多)(?:亩|平方米|平)?(?:地)?|(?:占|拿|用)了?多少亩?地/y,
    post('land'),
  ],
  [
    /(?:投资)?(?:企业|公司|业主|投资方)(?:是)?(?:叫)(?:什么|啥)(?:名字)?|(?:是)?(?:哪家|哪个)(?:企业|公司)(?:投资|建设|办)的/y,
    post('enterprise'),
  ],
  [/(?:是|属于|做|搞)(?:什么|哪个|啥|哪些)(?:产业链?|行业)(?:的)?/y, post('industry')],
  [/(?:牵头单位|牵头部门|专班牵头单位)(?:是)?(?:哪个|哪家|谁|什么|哪)?(?:单位|局)?/y, post('lead-unit')],
  // 现在亮啥灯
  [/(?:亮着?|挂着?|是)?(?:的)?(?:啥|什么|么子|哪种)(?:颜色的?)?(?:灯|颜色)(?:了)?/y, [{ tag: 'how' }]],
  [
    /总投资(?:额)?(?:一共|合计|总共|加起来|大概|是|有|共)*(?:多少|几多|好多|多大|几个亿|几亿)(?:个)?(?:亿元|万元|亿|万|钱)?/y,
    [{ tag: 'project-told' }, { tag: 'how' }],
  ],
  [
    /(?:晴雨表?|天气)(?:情况)?(?:最差(?:的)?|最不好(?:的)?|最糟(?:的)?|最坏(?:的)?|(?:差一?些|不好)(?!的))/y,
    [{ tag: 'project-order', order: 'weather' }],
  ],
  [
    /(?:推进|进展|进度|情况|形势)?(?:得)?最(?:悬|不顺利|不顺|不乐观|危险|不妙)(?:的)?/y,
    [{ tag: 'project-order', order: 'weather' }],
  ],
  [/(?:总)?投资(?:额)?(?:最大|最多|最高)(?:的)?/y, [{ tag: 'project-order', order: 'investment' }]],
];

/** Beside somebody's projects, or those of a node: elsewhere it asks for problems of each project. */
const OF_THEM: readonly (readonly [RegExp, readonly QueryWord[]])[] = [
  [
    /(?:其中|里头|里面)?(?:没办完的|未销号的|没解决的)?问题(?:最多|最重|多)(?:的)?(?:是)?(?:哪个|哪一个|哪家|谁)(?:项目)?/y,
    [{ tag: 'project-order', order: 'problems' }],
  ],
  [
    /(?:里头|里面|其中|当中|头)?(?:哪个|哪一个|哪家)(?:项目)?(?:的)?(?:问题最多|问题多|最让人操心|最让人担心|最让人头疼|最头疼|最操心|压力最大|最吃紧)/y,
    [{ tag: 'project-order', order: 'problems' }],
  ],
];
const THEIRS =
  /(?:管|带|跟|盯|包|联系|服务|负责|分管|包联|手上|名下|手里)(?:着|了|的)?(?:有)?(?:的)?(?:几|哪|多少)[^,，。]{0,3}项目|管的项目/;
const ABOUT =
  /谁|哪个|哪位|哪一个|么人|啥人|项目|秘书|领导|组长|联系人|对接人|联络人|牵头|成员|投资|占地|用地(?:面积)?(?:是|有)?[多几]|多少亩?地|[业司方主]是?叫[什啥]|哪[家个](?:企业|公司)(?:投资|建|办)|行业|分管|包联|包保|挂|专班|产业|园区|灯|颜色/;

/** The longest that begins at `at`, with all it may mean. */
export function portfolioWordAt(folded: string, at: number): FoundWord | undefined {
  if (!ABOUT.test(folded)) return undefined;
  return longestAt(THEIRS.test(folded) ? [...OF_THEM, ...WORDS] : WORDS, folded, at);
}
