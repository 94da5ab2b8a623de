/** What is asked of something that nobody but the speaker knows, or of what no filter can tell: asked back. */
import { hangsInTheAir } from './lexicon/follow-ups.ts';
import { withoutFraming } from './lexicon/framing.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { simplify } from './lexicon/traditional.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

/** 那个事, 他那个问题, 上回那件. */
const THAT_THING =
  /(?:那个?谁(?:谁)?的?|[他她]们?的?|人家的?|上[次回]的?|之前的?|刚才的?)*[那这](?:一?[个件条桩项])?(?:事情|事儿?|问题|活儿?|单子)(?![多少最])/u;
/** 是哪个项目的, said of somebody: what they have is not asked for. */
const WHO_IS =
  /(?:是|在|属于?)(?:哪个|哪家|哪一个|哪一家|什么|啥)(?:项目|单位|局|部门|企业|公司|专班)(?:上|里)?的?(?:人|秘书)?[\s\p{P}]*$/u;
/** 又多了几个红灯: what became so, which a list of what is so now does not tell. */
const BECAME =
  /[红黄蓝绿](?:灯|牌|色)?(?:转|变)[成为]?[红黄蓝绿]|又(?:多|添|冒|增|蹦|红|黄|变|亮|转|出)(?:了|出来?|加了?|红了?|黄了?|成)*|(?:新|刚|刚刚|最近|这几天)(?:变|转|亮|翻)(?:了|成)?(?=[红黄])/u;
/** 本周变红的: which were not so before. */
const TURNED = /(?:变|转)(?:成|为|了)?[红黄](?:色|灯|牌)?/u;

/** 还没报的材料: papers that were not handed in; a list of problems tells none. */
const PAPERS =
  /(?:没|未)(?:有|能)?(?:上报|报|交|补|送|递|备)(?:送|交|齐|全|来|上来|过来|到位)?(?:过|了)?的(?:申报|申请|证明)?(?:材料|资料|报表|表格|表|报告|文件|证明)/u;
/** 哪些单位没按计划走: projects and their links have a plan, units have none. */
const BY_PLAN = /(?:没有?|未|不)?(?:能|有)?(?:按照?|照着?|依照?|跟着?)(?:原)?计划/u;

/** 住建局牵头的是哪个项目: projects are not told by their lead unit, and its problems are others. */
const LEADS = /牵头(?:的)?(?=(?:是|有|了|着)*(?:哪|几|多少|些|个)*(?:项目|专班))/u;

/** The words that cannot be told; undefined: there are none. */
export function unknowable(said: string, scan: Scan): string | undefined {
  const folded = withoutFraming(simplify(said));
  const { states, tags } = scan;
  const somebody = scan.someone !== undefined || scan.personOpenIds.length > 0;
  if (somebody && scan.by?.asks && states.length === 0 && !tags.has('noun')) {
    const who = WHO_IS.exec(folded);
    if (who) return who[0].trim();
  }
  if (states.some(isLight) && scan.basis === undefined && scan.step === undefined) {
    const became = BECAME.exec(folded) ?? (scan.periods.length > 0 ? TURNED.exec(folded) : null);
    if (became) return became[0];
  }
  const leads = scan.unitIds.length > 0 ? LEADS.exec(folded) : null;
  if (leads) return leads[0];
  const papers = PAPERS.exec(folded) ?? (scan.by?.by === 'unit' ? BY_PLAN.exec(folded) : null);
  return papers ? papers[0] : pointsAtOne(folded, scan);
}

/** The words that point at one thing and name none: 那个事办了没, 卡在谁那里. */
export function pointsAtOne(folded: string, scan: Scan): string | undefined {
  if (saysWhich(scan)) return undefined;
  if (hangsInTheAir(folded)) return folded.trim();
  return tagged(scan, 'how', 'ask', 'why') && scan.by === undefined
    ? THAT_THING.exec(folded)?.[0]
    : undefined;
}

function tagged({ tags }: Scan, ...some: QueryWord['tag'][]): boolean {
  return some.some((tag) => tags.has(tag));
}

/** A name, a state, a time or a number tells which are meant. */
function saysWhich(scan: Scan): boolean {
  const named = [
    scan.unitIds,
    scan.projectIds,
    scan.areaIds,
    scan.personOpenIds,
    scan.categoryIds,
    scan.texts,
  ];
  return (
    named.some((list) => list.length > 0) ||
    scan.someone !== undefined ||
    scan.doubt !== undefined ||
    scan.left.length > 0 ||
    scan.states.some(({ kind }) => kind !== 'closed' && kind !== 'overdue') ||
    scan.periods.length + scan.ages.length + scan.kinds.length + scan.nodes.length > 0 ||
    scan.basis === 'logged' ||
    scan.step !== undefined ||
    scan.except !== undefined ||
    scan.park !== undefined ||
    scan.industry !== undefined ||
    tagged(scan, 'count', 'most', 'longest', 'rate', 'duration', 'trend', 'me', 'our-unit') ||
    tagged(scan, 'everywhere', 'here', 'mine')
  );
}

/** 这个项目, 该项目; 项目开工没有 says no more. */
export const THAT_PROJECT =
  /[那这该本]个?(?:项目|企业)|[这那]家(?:企业|公司)?(?=$|[\s的呢什谁哪啥几开投手卡能会])|^项目(?=[开动]工|投产|什么时候|啥时候|几时|哪天)/u;
