/** Whether a name found in running text is a word of its own there, and how it stands in its sentence. */
import type { Edges } from './edges.ts';

/** What kind of body it is closes a name: nothing but a place can follow within the same word. */
const CLOSED = /(?:[局委厅办处所院会市县区镇乡园]|公司|集团|中心|街道|大队|支队|项目|工程|基地|专班|工厂)$/;
/** A place called after somebody. */
const PLACE =
  /^(?:家属|宿舍|小区|大院|大道|广场|大厦|大楼|花园|公园|路口|立交|大桥|社区|新村|片区|生活区|住宅)/;
const PLACE_CHARACTER = /^[路街巷桥村镇乡站段苑塔坡湾院楼]$/;
/** A spot beside somebody: the project may be meant, the unit that happens to be there is not. */
const BESIDE =
  /^(?:门口|门前|大门|对面|旁边|附近|周边|隔壁|楼下|楼上|背后|后面|前面|东侧|西侧|南侧|北侧|[东西南北]边|院内|院墙|外墙)/;
const BESIDE_BEFORE = /(?:隔壁|对面|旁边|附近)的?$/;

export interface Fit {
  /** A whole word here. */
  fits: boolean;
  /** It is part of what a place is called; no shorter name is looked for in it. */
  isPlace: boolean;
  /** It says where something is, not who is to act. */
  isBeside: boolean;
}

/**
 * Whether what stands around the name leaves it a word of its own. The name of a body (局, 公司) ends a word by itself
 * and needs less around it than a short name of two characters, which longer words often hold.
 * @param isUnit a unit is called so; people glue it to the end of what they write
 */
export function fitName(
  folded: string,
  [from, until]: readonly [number, number],
  isUnit: boolean,
  edges: Edges,
): Fit {
  const [before, after] = [edges.before(from), edges.after(until)];
  const rest = folded.slice(until, until + 8);
  const length = until - from;
  const closed = length > 2 && CLOSED.test(folded.slice(from, until));
  if (after !== 'open' && (PLACE.test(rest) || PLACE_CHARACTER.test(edges.wordAfter(until)))) {
    return { fits: false, isPlace: true, isBeside: false };
  }
  const atEnd = after === 'open';
  const left =
    before === 'open' ||
    before === 'word' ||
    (before !== 'inside' && (closed || length > 3)) ||
    (before === 'loose' && isUnit && atEnd) ||
    (before === 'inside' && closed && length > 3 && atEnd && !isLatin(folded.charAt(from)));
  const right =
    atEnd ||
    after === 'word' ||
    (after === 'loose' && (closed || length > 4 || rest.startsWith('厂')) && !/^[长员域]/.test(rest)) ||
    (after === 'crossed' && closed);
  return {
    fits: left && right,
    isPlace: false,
    isBeside: BESIDE.test(rest) || BESIDE_BEFORE.test(folded.slice(Math.max(0, from - 4), from)),
  };
}

function isLatin(character: string): boolean {
  return /[a-z\d]/.test(character);
}

const MARK = /[^\p{L}\p{N}]/u;
const AFTER = /^(?:牵头|负责|办理|处理|解决|研究|来办)?[^\p{L}\p{N}]/u;
/** Words that make the name after them part of what they say: 联系不上住建局, 没有给住建局. */
const GOVERNS = new Set(
  (
    '给 找 联系 不上 不到 找不到 催 催办 问 报 报给 报送 送 送到 交 转 移交 转交 提交 上报 等 等待 属于 归 是 在 到 与 和 跟 同 及 向 对 被 ' +
    '把 将 经 要求 请求 通知 告知 协调 配合 涉及 需 需要 应 因 由于 按 按照 反映 投诉 答复 请示 汇报 沟通 对接 依据 根据 接 收到 来自 通过 ' +
    '归还 拖欠 欠 的 或 未 没 没有 不 已'
  ).split(' '),
);
/** What begins a request to somebody, and what has just been said of it. */
const AGENTS = /(?:请|由)$/;
const LABELS = /(?:责任单位|归口单位|归口|牵头单位|主办单位|承办单位|单位|请|由|给|归|交|转|找|@)[:\s]*$/;
const LEVEL = /[省市州县区]/;

export interface Standing {
  /** Stands as a token of its own, not inside a sentence: 请住建局 yes, 住建局未批复 no. */
  separate: boolean;
  /** Ends a sentence that is glued to it and does not govern it: 围墙裂缝住建局 3天. */
  closing: boolean;
  /** Where the particles that belong to it begin: 请, 由, 责任单位:. */
  from: number;
}

/** How a whole name stands in its sentence. */
export function standingOf(
  folded: string,
  [start, until]: readonly [number, number],
  edges: Edges,
): Standing {
  const from = beginWithParticles(folded, start, edges);
  const ends = AFTER.test(folded.slice(until, until + 3) + (until + 3 < folded.length ? 'x' : ' '));
  const apart = from === 0 || MARK.test(folded.charAt(from - 1));
  if (!ends) return { separate: false, closing: false, from };
  if (apart) return { separate: true, closing: false, from };
  const said = edges.wordBefore(from);
  return { separate: false, closing: said !== '' && !GOVERNS.has(said), from };
}

/** Particles count only as whole words: 转 is none in 施工图审查转交, 单位 is none in 施工单位. */
function beginWithParticles(folded: string, start: number, edges: Edges): number {
  let from = start;
  if (LEVEL.test(folded.charAt(from - 1)) && edges.isBoundary(from - 1)) from--;
  const head = folded.slice(Math.max(0, from - 10), from);
  const label = LABELS.exec(head)?.[0] ?? '';
  if (label === '') return from;
  const at = from - label.length;
  if (at === 0 || MARK.test(folded.charAt(at - 1))) return at;
  return AGENTS.test(label) && edges.isBoundary(at) && !GOVERNS.has(edges.wordBefore(at)) ? at : from;
}
