/** What people ask of several projects against their plan, by the weather, and of the links of some days: 比计划慢了的, 晴天的占几成. */
import type { Weather } from '../../domain/model.ts';
import type { ProjectsAsked } from '../../domain/projects-asked.ts';
import { isDenied } from './denied.ts';

const PLAN =
  '(?:原来(?:定|排|说|商定)?的?|原先(?:定|排)?的?|原定的?|原|当初的?|商定的?|定好的?|定下的?|排好的?|既定的?|年初的?)?(?:计划|规划|安排|工期|序时进度|时间表|排期|倒排表|节点计划|预定)(?:的)?(?:进度|时间|节点|日期|日子|工期|要求|安排)?(?:上|里|表)?';
const VS_PLAN = `(?:离|距离?|跟|和|与|同|比起?|比照|对照|对比|相比|较|照|按照?|着){1,2}${PLAN}(?:(?:相|来|做)?(?:比一比|比较|对比|比|对照)(?:起来|一下|来看|来说|的话)?|来看|来说|来讲|看)?[\\s,，]*`;
const PACE = '(?:工程|建设|推进|总体|整体|实际)?(?:进度|工期|进展|推进|节奏)(?:上)?';
const BACK =
  '(?:落后|滞后|落下|拉下|掉队|掉在后面|掉下来|拖后腿|拖后|拖延|拖期|拖|脱节|延误|延后|延迟|误期|误|慢|晚|欠账?|差|超期|逾期|靠后)';
const MORE = '(?:一些|一点|些|点|不少|很多|好多|得多|的多|一截|一大截|一步)?';
const SO = '(?:是|还|又|都|也|已经|现在|目前|老是|一直|要|会|有|有点|有些|给|明显|严重|实际){0,3}';
const DEGREE = '最(?:严重|厉害|离谱|突出|明显|多|远|狠|久|凶|大|长|很|惨)';
const AHEAD = '(?:提前|超前|提早|领先|快|早|靠前|超出|赶在前面|走在前面|走在前头)';
const NOT = '(?:没有|没能|没得|没|未|冇|不)';
const MAY = '(?:有?可能|恐怕|估计|怕|大概|也许|或许|预计|预测|预期|看样子|眼看|要|会|将){1,3}';
const UNABLE =
  '(?:[跟赶撵追]不上|完不成|达不到|保不住|[能会]按(?:时|期)?(?:完成)?|误|拖|晚|慢|落后|滞后|延误)(?:了|于)?';
const BY_PLAN = `(?:按照?|照着?|依照?|跟着)${PLAN}`;
const GOES = '(?:正常|顺利|如期|正点)?(?:在|地)?(?:走|推进|推|进行|办|干|实施|落实|搞|开展|进展|运行)(?:着)?';
const END = '(?:的|了|着|过|得){0,3}';
const WHAT_OF =
  '(?:到底|究竟|都|各|现在){0,2}(?:怎么样|咋样|么样|如何|怎样|什么情况|啥情况|快还是慢|慢还是快|早还是晚|是快是慢|是早是晚|快慢|差了?(?:几|多少|好多)天|差了?多少|差了?多远|(?:晚|慢|误|拖|落后|滞后)了?(?:多少|几|好多)?个?(?:工作日|天|多久|多少))(?:了)?';
const SKIES: readonly (readonly [RegExp, Weather])[] = [
  [/晴|太阳/, 'sun'],
  [/云|阴/, 'cloud'],
  [/雨/, 'rain'],
];
const SKY = '(?:大?晴天?|多云|阴天?|下?雨天?|出太阳|下着?雨)';
const PORTION =
  '(?:占(?:到|了)?|比例(?:是|有|占)?|比重(?:是)?|有|达到){0,2}(?:总数|全部|所有|项目)?(?:的)?(?:百分之(?:多少|几十?)|几成|多少成|多大比例|多少比例|多大一块|比例(?:多大|多少|多高)?|比重(?:多大|多少)?|多大份额)';

interface Pattern {
  said: RegExp;
  projects(match: RegExpExecArray): ProjectsAsked;
  /** It says by itself that all projects are meant. */
  all?: true;
}
const of = (said: string, projects: ProjectsAsked, all?: true): Pattern => ({
  said: new RegExp(said, 'u'),
  projects: () => projects,
  ...(all && { all }),
});
const BOTH = '(?:双节点|两个节点|开工和?投产(?:两个)?(?:节点)?)(?:都|目标|任务|计划|上){0,2}';

const LINK = '(?:环节|手续)(?:上|的)?(?:进度)?';
const LATE_LINKS: ProjectsAsked = { links: { is: 'late' } };

/** The first that is found is what is asked. */
const PATTERNS: readonly Pattern[] = [
  // 环节比计划落后了, 环节延误, 各有几个滞后的环节
  of(
    `(?:都|各|各自)?(?:有|有没有)?(?:几个|哪些|哪几个)?${LINK}(?:${VS_PLAN})?${SO}(?:没按时|没按期|没按计划|${BACK})(?:办|完成|走)?${MORE}${END}(?!最)`,
    LATE_LINKS,
  ),
  of(
    `(?:都|各|各自)?(?:有|有没有)?(?:几个|哪些|哪几个|多少个?)?(?:${VS_PLAN})?(?:落后|滞后|延误|拖期|误期|拖后|逾期|超期)(?:计划)?了?的${LINK}`,
    LATE_LINKS,
  ),
  // 哪个项目最可能要拖, 风险最大的项目
  of(
    '最(?:可能|容易|有可能|怕)(?:要|会|是)?(?:拖|误|晚|延|延期|延误|误期|推迟|拖期|拖后腿|出问题|掉链子)(?:期|后)?(?:的)?|(?:拖期|延期|延误|误期|滞后|晚点)?(?:的)?风险最(?:大|高)(?:的)?',
    { pace: {}, order: 'slip' },
  ),
  // 离计划落下得最远, 跟计划比哪家最拖后腿, 进度拖得最狠
  of(
    `${VS_PLAN}(?:[哪谁][个家一]*(?:项目|企业)?)?(?:${SO}${BACK}(?:下来|得|的|了){0,2}${DEGREE}|(?:差得|偏离|相差|差距|掉队)?(?:得|的)?最(?:${BACK}|多|远|大|不像话))${END}`,
    { pace: {}, order: 'slip' },
    true,
  ),
  of(`(?:${PACE}|比计划)${SO}${BACK}(?:下来|得|的|了){0,2}${DEGREE}${END}`, { pace: {}, order: 'slip' }),
  of(`${PACE}(?:走|跑|搞|拖)?(?:得|的)?(?:最|更)${BACK}${MORE}${END}`, { pace: {}, order: 'slip' }),
  of(`${MAY}(?:${NOT}?${UNABLE}${PLAN}|${VS_PLAN}${SO}${BACK}${MORE})(?:完成|走|办)?${END}`, {
    pace: { is: 'behind', forecast: true },
  }),
  of(`(?:落后|滞后|偏离|拖后|延误)(?:于)?${PLAN}(?:得|的|了)*${DEGREE}${END}`, { pace: {}, order: 'slip' }),
  // 双节点保得住的, 双节点有风险的
  of(
    `${BOTH}${SO}(?:保不住|保不了|守不住|有风险|有危险|要黄|悬了?|够呛|赶不上|完不成|实现不了|要落空|落空|落后|滞后|要延|要拖|要晚|要推迟|拖了|晚了|延了)${END}`,
    { pace: { is: 'behind', nodes: true } },
    true,
  ),
  of(
    `${BOTH}(?:都|能够|能|可以|能否|能不能|可望|有望){0,3}(?:保住|保得住|守得住|赶上|赶得上|按时|如期|按期|准时|兑现|实现|完成|稳|没问题|没有问题|没有风险|没风险)(?:实现|完成)?${END}`,
    { pace: { is: 'kept', nodes: true } },
    true,
  ),
  // 没按计划走的, 跟不上计划的
  of(`(?<![有能是会])${NOT}(?:能|有)?${BY_PLAN}(?:${GOES})?${END}(?:[,，、\\s]+${BACK}${END})?`, {
    pace: { is: 'behind' },
  }),
  of(`(?:落|掉|走)在(?:了)?${PLAN}(?:的)?后[面头边]${END}|(?:拖|误|落|耽误|延误)了${PACE}${END}`, {
    pace: { is: 'behind' },
  }),
  of(`(?<![有能是会])${NOT}(?:能|有)?(?:跟得上|赶得上|[跟赶追撵]上了?)${PLAN}${END}`, {
    pace: { is: 'behind' },
  }),
  of(`(?:${PACE}|计划)?(?:跟不上|赶不上|撵不上|追不上|脱离了?)(?:${PLAN})?(?:${PACE})?${END}`, {
    pace: { is: 'behind' },
  }),
  // 比计划还快的, 提前于计划的
  of(`${VS_PLAN}${SO}${NOT}(?:有)?${BACK}${MORE}${END}`, { pace: { is: 'kept' } }),
  of(`${VS_PLAN}${SO}${AHEAD}${MORE}${END}(?!还是|慢|晚)`, { pace: { is: 'ahead' } }),
  of(`(?:${PACE})?(?:提前|超前|领先)(?:于|了)?(?:${PLAN}|${PACE})${END}`, { pace: { is: 'ahead' } }),
  of(`(?:${PACE})(?:提前|超前)${END}`, { pace: { is: 'ahead' } }),
  // 三峡光伏晚了多少, 美利信晚了没有: of the project that stands right before it
  of(
    `(?<=\\uE001(?:那边|那里|那个项目|这个项目|项目|的){0,2})(?:${PACE})?(?:现在|目前|到底|究竟|已经|总共|一共|都){0,2}(?:晚|慢|落后|滞后|误|延误|耽误)(?:了|后)?(?:(?:多少|几|好多|多久|好久|多长时间)(?:个?工作日|天|个?月)?|没有?[晚慢]?|吗)(?=[了啊呢吧\\s\\p{P}]*$)`,
    { pace: {} },
  ),
  // 快还是慢 before 慢了的
  of(`${VS_PLAN}${SO}${WHAT_OF}${END}`, { pace: {} }),
  of(`(?:现在|目前)?(?:是)?(?:提前|超前|快)(?:了)?(?:还是|或者?)(?:滞后|落后|延后|拖后|慢)(?:了)?`, {
    pace: {},
  }),
  of(`${VS_PLAN}${SO}${BACK}(?:下来|得|的|了){0,2}${MORE}${END}`, { pace: { is: 'behind' } }),
  // 楚能落后计划多少天了
  of(`(?:落后|滞后|晚|慢)(?:于|了)?${PLAN}(?:了?(?:多少|几|好多)(?:个?工作日|天|个?月))?${END}`, {
    pace: { is: 'behind' },
  }),
  of(`${BY_PLAN}${SO}${GOES}${END}`, { pace: { is: 'kept' } }),
  of(`(?:跟得上|赶得上|[跟赶追撵]上了?)${PLAN}${END}`, { pace: { is: 'kept' } }),
  of(`${PACE}${NOT}(?:有)?(?:落后|滞后|耽误|拖|延误)${END}`, { pace: { is: 'kept' } }),
  of(`${PACE}${SO}(?:正常|没问题|没有问题|没毛病)${END}`, { pace: { is: 'kept' } }),
  of(
    `${PACE}${SO}(?:(?:落后|滞后|落下|拉下|延误|拖延|拖期|拖后|误期|掉队|脱节|延期|延后|延迟|拖后腿)${MORE}|不正常|不理想|不行|有问题|出问题|亮红灯|告急|堪忧)${END}(?!最)`,
    {
      pace: { is: 'behind' },
    },
  ),
  of(`${SO}(?:落后|滞后|掉队|拖了?后腿)(?:得|的|了){0,2}(?:${DEGREE}|最多)${END}`, {
    pace: {},
    order: 'slip',
  }),
  of(`${SO}(?:落后|滞后|掉队|拖了?后腿)${MORE}${END}`, { pace: { is: 'behind' } }),
  // 每个项目什么情况
  of(
    '(?<=(?<![这那该本]个?)(?:项目|企业)(?:现在|目前|都|各自|分别|各|\\s){0,3})(?:是)?(?:怎么样|咋样|么样|如何|什么情况|啥情况)(?:了)?',
    { links: { order: 'far' } },
  ),
  // 晴天的占几成
  {
    said: new RegExp(
      `(${SKY}(?:的)?(?:[和跟与、或]${SKY}(?:的)?)?)(?:项目|企业)?(?:的)?(?:[,，\\s]*)${PORTION}(?:了)?`,
      'u',
    ),
    projects: ([, sky = '']) => ({
      weather: SKIES.flatMap(([said, one]) => (said.test(sky) ? [one] : [])),
      share: true,
    }),
    all: true,
  },
];

interface ProjectsAcross {
  projects: ProjectsAsked;
  all: boolean;
  /** The text with spaces in the place of what was read. */
  rest: string;
}

const ABOUT =
  /环节|计划|规划|安排|工期|进度|进展|推进|节奏|节点|时间表|排期|序时|开工|提前|滞后|落后|掉队|后腿|晚|慢|误|情况|怎么样|咋样|么样|如何|最|晴|雨|云|阴|太阳/u;
/** 计划开工的, 规划许可证, 计划外: no plan they are measured by. */
const OTHERWISE =
  /(?:[几多]少?件|问题(?!$)|事项|红灯|黄灯|销号|办结|批示|规划(?:许可|局|条件|道|路|红线)|最[^,，]{0,3}环节|环节[^,，]{0,6}最|(?<!有)(?:没有?|无|不)[^,，]{0,3}(?:环节|手续))/u;

/** What is asked of projects as wholes; undefined: nothing is, as far as these words tell. */
export function projectsAcross(folded: string): ProjectsAcross | undefined {
  if (!ABOUT.test(folded) || OTHERWISE.test(folded)) return undefined;
  for (const { said, projects, all = false } of PATTERNS) {
    const match = said.exec(folded);
    if (!match) continue;
    if (isDenied(folded.slice(0, match.index))) return undefined;
    const rest = folded.replace(said, (text) => ' '.repeat(text.length));
    return { projects: projects(match), all, rest };
  }
  return undefined;
}
