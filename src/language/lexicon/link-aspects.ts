/** What is asked of a link or of all of them: 归哪个局 is its unit, 卡在哪 what holds it up, 几天 how long it takes. */
import { type LinkAspect, ONE_LINK_ASPECTS } from '../../domain/link-aspects.ts';
import { linksNamedIn } from './link-names.ts';
import { simplify } from './traditional.ts';

const LATE_BY = '(?<!(?:晚|误|拖|超|延|欠|搁|后|期|慢)[了过掉]?)';
/** Those that begin first in the words are told first. */
const SAID: readonly (readonly [LinkAspect, RegExp])[] = [
  [
    'unit',
    /找谁|找哪|是(?:谁|哪一?)家[的在]|归谁|归哪|该找|谁(?:在|来|去)?(?:管|办|负责|经手|牵头|跟|盯|批|审)|(?:哪|什么|啥)一?[个家块]?(?:局|单位|部门|口子|科室|窗口|衙门)|联系人|联络[人员]|对接人|负责人|经办|责任单位|[牵主]头单位|主管单位|[去到在上](?:哪里|哪儿|哪)(?:去)?(?:办|交|报|领)|(?:卡|在|(?<!轮)到|压|停|落)在?(?:谁|哪家)|谁(?:那|手|名下)|归[^,，。?？]{1,8}(?:管|批|审|办)/u,
  ],
  ['stuck', /卡|堵|过不去|为什么|为啥|为么|为何|怎么还|咋还|怎么就|原因|被什么|被啥|障碍|症结/u],
  [
    'late',
    /晚(?!上)|逾期|超期|超时|超了|延误|延期|误期|耽误|耽搁|拖|慢|滞后|落后|按时|按期|如期|准时|来(?:不来)?得及|来不及|赶(?:不赶)?得/u,
  ],
  [
    'long',
    new RegExp(
      `${LATE_BY}(?:多少个?工作日|几个?工作日|多少天|几天|几多天|好多天|多久|好久|多长时间)|时限|期限`,
      'u',
    ),
  ],
  ['materials', /材料|资料|要带什么|交什么|提交/u],
  [
    'day',
    /哪一?[天日]|几月|几号|什么时候|啥时候|么时候|什么时间|啥时间|何时|几时|日期|日子|计划|预计|预测|原定|[还再]要?[得需等]?(?:几|多少)天/u,
  ],
  [
    'planned',
    /计划(?!外)|原[来先本]?[定排]|本来|原本|当初|原先|[定排]的?是?(?:哪一?[天日]|几[月号]|什么时)/u,
  ],
  ['before', /前面|前头|前边|之前|以前|前置|前一|上一|先要|要先|先办|紧前/u],
  ['after', /后面|后头|后边|之后|以后|往后|接着|接下来|下一|紧后|然后/u],
  ['fee', /收费|费用|多少钱|要钱|交钱|花钱|免费|缴费/u],
  [
    'task',
    /(?<![先要还该接])[干做]什么的?(?=[\s?？]*$)|什么意思|啥意思|有什么用|(?<!(?:[前后]面|之[前后]|往后|[上下]一步)的?)是什么(?:东西|环节|手续)/u,
  ],
  [
    'before-start',
    /(?:开工|动工|开建|破土)(?:之前|以前|前|(?=还?(?:差|缺|欠)))|(?:[差缺欠剩]|还[有要得])[^,，。]{0,10}(?:能|可以)(?:够)?(?:开工|动工|开建|破土)/u,
  ],
  [
    'before-production',
    /(?:投产|量产|投运)(?:之前|以前|前|(?=还?(?:差|缺|欠)))|(?:[差缺欠剩]|还[有要得])[^,，。]{0,10}(?:能|可以)(?:够)?(?:投产|量产|投运)/u,
  ],
  [
    'rest',
    /还?(?:差|缺|欠|剩)(?:下|着)?(?:的)?(?:哪|几|多少|什么|啥)|没[办走完拿过批]|未办|剩下|还有(?:哪|几|多少|什么|啥)|还(?:要|得|需要?)再?[办走跑过](?:哪|几|多少|什么|啥)/u,
  ],
  ['now', /正在|在[办走跑]|[走办推跑]到|到了?(?:哪|第几)|第几|目前在|处[在于]|(?:现在|目前|当前)的?环节/u],
  ['share', /百分之|几成|比例|占比|[了完成](?:了)?(?:几|多少)|进度|进展|情况|怎么样|咋样|如何|齐/u],
  [
    'state',
    /[了过完好没](?:没|吗|不)|没有?(?:呢|啊)?(?=[\s\p{P}]*$)|怎么样|咋样|么样|如何|情况|状态|进[度展]|到(?:了)?(?:哪|第几|什么程度)|拿到|到手|下来|批了|没[批办拿下]/u,
  ],
];
const OF_ONE: readonly LinkAspect[] = ONE_LINK_ASPECTS;
const OF_ALL: readonly LinkAspect[] = [
  'now',
  'rest',
  'share',
  'stuck',
  'late',
  'day',
  'unit',
  'after',
  'before-start',
  'before-production',
];

/** @param many of all the links of a project together; else of one of them. @returns in the order they are said */
export function linkAspects(text: string, many: boolean): LinkAspect[] {
  const folded = simplify(text);
  const rest = linksNamedIn(folded)?.rest ?? folded;
  const found = SAID.filter(([aspect]) => (many ? OF_ALL : OF_ONE).includes(aspect)).flatMap(
    ([aspect, said]) => {
      const match = said.exec(rest);
      return match ? [{ aspect, at: match.index }] : [];
    },
  );
  const aspects = found.toSorted((a, b) => a.at - b.at).map(({ aspect }) => aspect);
  return many ? ofMany(aspects) : ofOne(aspects);
}

/** 原计划哪天批 is its day alone; 为什么还没办下来 is what holds it up. */
function ofOne(aspects: readonly LinkAspect[]): LinkAspect[] {
  const others = aspects.filter((one) => one !== 'state');
  const state = aspects.includes('state') && !others.some((one) => TELLS_STATE.includes(one));
  const kept = state ? aspects : others;
  // 比计划晚了几天: the days it is late, with the planned one in it; 原计划哪天办完: the planned one first.
  if (kept.includes('late')) return kept.filter((one) => one !== 'day' && one !== 'planned');
  return kept.includes('planned') ? kept.filter((one) => one !== 'day') : [...kept];
}
const TELLS_STATE: readonly LinkAspect[] = [
  'day',
  'planned',
  'long',
  'stuck',
  'late',
  'before',
  'after',
  'materials',
  'fee',
  'task',
];

/** 开工前还差哪些手续: those before it, and not all that are left. */
function ofMany(aspects: readonly LinkAspect[]): LinkAspect[] {
  const bounded = aspects.some((one) => one === 'before-start' || one === 'before-production');
  const others = aspects.filter((one) => one !== 'share' && !(bounded && one === 'rest'));
  const kept = others.length > 0 ? others : aspects;
  return kept.includes('late') ? kept.filter((one) => one !== 'day') : [...kept];
}
