/** States, amounts and procedures as cells say them. Pure; undefined: not understood. */

import { type DayContext, readLedgerDay } from './date.ts';
import { fold } from './fold.ts';
import type { Amount, LinkValue } from './model.ts';

const ENDED =
  '销号|办结销号|办结|办妥|摘牌|完成|解决|整改(?:完成|到位|完毕)?|完结|办理完毕|化解|清零|闭环|落实|处置|处理|办理|核销|答复|破解|打通|消除|攻克|疏通|销|结';
/** Who struck it off, or how: 领导销号, 撤诉办结. 预计, 年底前, 暂缓 and whatever else is not among them is no end. */
const HOW_ENDED =
  '(?:全部|均|都|皆|领导|当场|现场|企业|专班|直接|同意|准予|核查|核实|核验|验收|审核|复核|确认|批准|审批|按期|按时|如期|提前|逾期|超期|限时|立即|即时|当日|当天|撤诉|调解|线上|线下|书面|电话|会商|结案|顺利|圆满|答复|自行|移交|转办|合并|归并|并案)';
const CLOSED = new RegExp(
  `^(?:是|y|yes|√|✓|✔|☑|●|■|1|对|结|已|已(?:经)?(?:全部)?(?:${ENDED})(?:并?销号|整改|到位|完毕|完成)?|办结|办妥|摘牌|完成|解决|销号|核销|清零|闭环|销|同意销号|完结|了结|整改(?:完成|到位)|${HOW_ENDED}{1,2}已?(?:办结|销号)|直接销号(?:\\(.*\\))?|完成整改|closed|done|100%)$`,
);
const OPEN = new RegExp(
  `^(?:否|不是|n|no|×|x|✗|✘|☐|□|0|未|没有?|错|(?:已?完成|进度|办理|整改)?(?:约|近)?\\d{1,2}(?:\\.\\d+)?%|(?:尚|还)?(?:未|没有?)(?:完全|全部|能)?(?:${ENDED}|启动|开展|反馈)|正在(?:办理|整改|推进|落实|解决|处理|进行|化解|协调|实施|对接|销号|报批|审批)|(?:办理|整改|推进|进行|处理|解决|落实|实施|协调|化解|破解|打通|对接|攻坚|跟进|督办|持续推进|审批|报批)中?|销号中|在办|未完|搁置|挂起|挂账|(?:续|重|已)?挂牌?(?:督办|作战)?|续挂|(?:长期|持续|正常|有序|序时|常态化?)(?:推进|坚持|开展|进行|服务|跟踪|跟进|关注)?|滞后|(?:基本|部分|阶段性|初步)(?:${ENDED})|(?:拟|申请|建议|准备)(?:${ENDED})|待(?:办理?|解决|整改|销号|核验|验收|确认|摘牌|复核|启动)|(?:继续|延期)(?:挂牌|推进|办理)|长期坚持|持续推进|open|逾期(?:未完成)?|超期)$`,
);

/** 已销号(7月28日): when it was. Any other bracket, (60%) or (3处中的1处), changes what is said. */
const DAY_BEHIND =
  /\((?:于)?(?:(?:20)?\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?(?:已?(?:销号|办结|完成|解决|整改))?\)$/;

/** 已摘牌11.24: the same without brackets. */
const BARE_DAY_BEHIND = /(?<=[牌号结成决零环妥])(?:于)?(?:(?:20)?\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?$/;

/** 是☑ 否□, ☑已销号 □未销号: what stands beside the box that is ticked. */
const BOXES = /([☑√✓✔■☒])?\s*(是|否|(?:已|未)\p{Script=Han}{1,4})\s*([☑√✓✔■☒□☐○])?/gu;

function tickedBox(folded: string): string | undefined {
  if (!/[□☐○]/.test(folded) || !/[☑√✓✔■☒]/.test(folded)) return undefined;
  const words = [...folded.matchAll(/[□☐○☑√✓✔■☒]?(?:是|否|(?:已|未)\p{Script=Han}{1,4})[□☐○☑√✓✔■☒]?/gu)];
  const before = /^[□☐○☑√✓✔■☒]/.test(folded);
  const marked = [...folded.matchAll(BOXES)].flatMap(([, front, word = '', behind]) =>
    (before ? front : behind !== undefined && !/[□☐○]/.test(behind) ? behind : undefined) === undefined
      ? []
      : [word],
  );
  return words.length > 1 && marked.length === 1 ? marked[0] : undefined;
}

/** What is longer tells a story. */
const LONGEST_STATE = 200;

/** Whether an item is done; 'none': the cell says nothing. @param marks what a note says that √, ○, △ stand for */
export function readState(
  text: string,
  marks?: ReadonlyMap<string, 'open' | 'closed'>,
): 'open' | 'closed' | 'none' | undefined {
  if (text.length > LONGEST_STATE) return undefined;
  const folded = fold(text)
    .replace(/\ufe0f/g, '')
    .replace(/^[o〇◯]$/, '○')
    .replace(/[。.;;!]+$/, '');
  if (folded === '' || /^[/\\\-—–_]+$/.test(folded)) return 'none';
  const said = marks?.get(folded);
  if (said !== undefined) return said;
  if (OPEN.test(folded)) return 'open';
  if (CLOSED.test(folded)) return 'closed';
  const box = tickedBox(folded);
  if (box !== undefined) return readState(box);
  const bare = folded.replace(DAY_BEHIND, '').replace(BARE_DAY_BEHIND, '');
  if (bare !== folded && bare !== '') return readState(bare);
  // 否，正在推进: what follows tells more of the same; 是，还差一项 does not.
  const [first = '', ...rest] = folded.split(/[,;(]/);
  if (rest.length === 0) return undefined;
  const head = CLOSED.test(first) ? 'closed' : OPEN.test(first) ? 'open' : undefined;
  if (head === 'open' && !rest.some((part) => CLOSED.test(part.replace(/\)$/, '')))) return 'open';
  return head === 'closed' && !rest.some((part) => NOT_OVER.test(part)) ? 'closed' : undefined;
}

const DAY = '(?:(?:20)?\\d{2}[年./-])?\\d{1,2}[月./-]\\d{1,2}[日号]?';
/** Said behind 是, there is something left. */
const NOT_OVER =
  /未|待|尚|拟|正在|计划|预计|仍|还|需|后续|部分|下一步|抓紧|继续|剩余|除|中的|其中|\d[处项个件户]|\d%/;

/**
 * 11月3日已完成, 已于10月20日办结, 已销号: progress that says nothing but that it is over; `day` as written. `said`: it says
 * so by 已; 12月20日完成 alone may be what is to come.
 */
export function endIn(text: string): { day?: string; said: boolean } | undefined {
  if (NOT_OVER.test(text)) return undefined;
  const last = text
    .split(/[。;；,，\n]+/)
    .map(fold)
    .filter((part) => part !== '')
    .at(-1);
  const found = ENDS.exec(last ?? '');
  if (!found) return undefined;
  const day = found[1] ?? found[2] ?? found[3];
  return { ...(day !== undefined && { day }), said: /已/.test(last ?? '') };
}

const ENDS_IN =
  '(?:办结销号|销号|办结|完成整改|整改(?:完成|到位|完毕)|解决(?:到位|完毕)?|化解|闭环|办理完毕|完成)';
const ENDS = new RegExp(
  `^(?:(?:截至)?(${DAY})[,:]?(?:已)?(?:经)?(?:全部|全面)?${ENDS_IN}|(?:该?问题)?已?(?:经)?于?(${DAY})(?:全部|全面)?${ENDS_IN}|(?:该?问题)?已(?:经)?(?:全部|全面)?${ENDS_IN}(?:\\((${DAY})\\))?|办结|销号)(?:并?销号)?$`,
);

const SCALES: Record<string, number> = { 亿元: 10_000, 万元: 1, 千元: 0.1, 元: 0.0001, 百万元: 100 };

/** Money in 万元. @param unit of the header or the table; 万元 when nobody says */
export function readAmount(text: string, value: unknown, unit = '万元'): Amount | undefined {
  const folded = fold(text)
    .replace(/,/g, '')
    .replace(/^(?:约|合计|共|人民币|¥|¥)+/, '');
  const found = /^(-?\d+(?:\.\d+)?)(亿元?|万元?|千元|元)?(?:人民币)?(?:左右)?$/.exec(folded);
  if (!found) return undefined;
  const said = found[2] === '亿' ? '亿元' : found[2] === '万' ? '万元' : found[2];
  const number = typeof value === 'number' ? value : Number(found[1]);
  const scale = SCALES[said ?? unit];
  if (scale === undefined || number < 0) return undefined;
  return { amount: Math.round(number * scale * 1e6) / 1e6, text };
}

const DONE =
  /^(?:√|✓|✔|☑|是|有|y|yes|已(?:经)?(?:办|办理|完成|办结|取得|批复|备案|核准|通过|审批|领取|编制|出具|获批|签订|签|上报获批)(?:完毕|完成|到位)?|完成|办结|通过|取得|批复|100%)$/;
const OPEN_LINK =
  /^(?:×|x|✗|否|无|n|no|未(?:办|办理|完成|办结|取得|批复|开始|启动|编制)?|正在(?:.{0,12})|.{0,10}(?:办理|推进|编制|审查|审批|评审|报批|修改|完善|公示|进行|对接|准备)中|待(?:.{0,8})|(?:已)?(?:上报|提交|受理|报送|启动|委托)(?:.{0,12})|(?:已?完成)?(?:约|近)?\d{1,2}(?:\.\d+)?%|未批|专家评审|公示|审查|评审|公示期.{0,8}|预计.{0,12})$/;
const NOT_NEEDED = /^(?:不涉及|无需|不需要?|豁免|免(?:办|审)?|不用(?:办)?|无须(?:办理)?|无需办理|不需办理)$/;
const DOCUMENT = /[〔[(]\d{4}[〕\])].*号|字第|^\p{Script=Han}.{2,24}\d+号$|^[a-z]{0,4}\d{6,}[-\d]*$/u;

export function readLinkValue(text: string, value: unknown, ctx: DayContext): LinkValue {
  const shown = text.trim();
  const folded = fold(shown).replace(/[。;;]+$/, '');
  if (folded === '' || /^[/\\\-—–_]+$/.test(folded)) return { kind: 'blank', text: shown };
  if (DONE.test(folded)) return { kind: 'done', text: shown };
  if (NOT_NEEDED.test(folded)) return { kind: 'not-needed', text: shown };
  if (OPEN_LINK.test(folded)) return { kind: 'open', text: shown };
  if (DOCUMENT.test(shown.normalize('NFKC').toLowerCase())) return { kind: 'done', text: shown };
  if (typeof value === 'number' && (value < 20_000 || value > 80_000))
    return { kind: 'number', text: shown, number: value };
  const { day } = readLedgerDay(
    shown.replace(/^已?(?:于)?|(?:已)?(?:完成|取得|批复|办结|办理|备案)$/g, ''),
    value,
    ctx,
  );
  // A day ahead is a plan, not a fact.
  if (day.kind === 'day')
    return day.day <= ctx.today ? { kind: 'done', text: shown, day: day.day } : { kind: 'open', text: shown };
  if (day.kind === 'month' && /^20\d{2}/.test(folded))
    return day.day.slice(0, 7) <= ctx.today.slice(0, 7) && !/前|底/.test(folded)
      ? { kind: 'done', text: shown }
      : { kind: 'open', text: shown };
  if (/^-?\d+(?:\.\d+)?%?$/.test(folded))
    return { kind: 'number', text: shown, number: Number.parseFloat(folded) };
  return { kind: 'unread', text: shown };
}
