/** What goes on from an answer: said beside the figures it is about. */
import type { Measure } from '../domain/reading.ts';

/** Nobody foretells people's work. */
export const NO_PROMISE = '能不能按时办完这里不作预测，只列时限和现在的状态。';
/** 还有几天变红, of all that were listed. */
export const EACH_DEADLINE = '每件的时限和还剩几天写在后面，时限近的在前。';

/** @param each unit with its coordinator and head, as a sentence */
/** 局长电话多少 */
export const NO_NUMBERS = '电话没有登记，只知道是谁：';

export function contactsText(each: readonly string[]): string {
  return each.join('\n');
}

/** 三家一共, beside what those have. */
export const allOfText = (count: number): string => `不限这几个，全部一共 ${count} 件。`;
/** Something of the first, of several that are alike. @param each what each of them has */
export function severalFirstText(names: readonly string[], each: string): string {
  return `${names.join('、')}并列，都是 ${each}。要看哪一个？`;
}

/** 逾期的呢, after projects that were picked. */
export const OF_WHICH_PROJECTS =
  '刚才列的是项目，问题没有按这一批统计。要看其中一个项目的，请写项目名；也可以点下面的，看各项目的或全部的。';
/** What one of a ranking by numbers has. */
export const placeText = (overdue: number, days: number, total: number): string =>
  overdue > 0 ? `逾期 ${overdue} 件，合计 ${days} 个工作日` : `${total} 件`;
/** 第二名是谁. @param level how many others are alike */
export const nthText = (nth: number, of: number, told: string, level: number): string =>
  `第 ${nth} 位（共 ${of} 个${level > 0 ? `，与另外 ${level} 个并列` : ''}）：${told}。`;
const tenths = (value: number) => Math.round(value * 10) / 10;
/** What a ranking by it goes by. */
export const valueText = (measure: Measure, value: number): string =>
  `${tenths(value)}${measure === 'rate' ? '%' : ({ duration: ' 个工作日', steps: ' 次' }[measure as string] ?? ' 件')}`;
/** 前两名差多少. @param said both, with their figures */
export function apartText(said: readonly string[], measure: Measure, apart: number, days: number): string {
  const differ =
    apart > 0
      ? `相差 ${measure === 'rate' ? `${tenths(apart)} 个百分点` : valueText(measure, apart)}`
      : days > 0
        ? `件数一样，合计差 ${days} 个工作日`
        : '一样';
  return `${said.join('；')}。${differ}。`;
}
/** 三家一共, after two. */
export const FEWER_NAMED = '前面接着问到的没有这么多。请把要放在一起的都写出来再问一次。';
/** Something that is not understood, of the first. */
export const askOfText = (said: string, names: string): string =>
  `刚才说的是${names}，“${[...said].slice(0, 20).join('')}”没看懂。可以这样问：`;

/** 垫底的是谁，为什么: the figures are told, no verdict. */
export const NO_REASON = '为什么低，数里看不出来，这里只列各单位的数；要看某个单位没办完的，再问一句。';

/** 有超期的没, after a question that was not answered. */
export const unansweredText = (said: string): string =>
  `上一问没有答上来，“${[...said].slice(0, 20).join('')}”不知道接着哪一批，所以没有统计。请写明单位、项目或范围再问一句。`;
/** The same, of what was understood of it. */
export const goingOnText = (names: string): string => `上一问没有答上来，这里接着其中的“${names}”。`;
/** 红的呢, after something that was not understood and named nothing. */
export const GOING_ON_BEFORE = '上一句没有听懂，这里接着再前面的一问。';

const quoted = (words: readonly string[]) => [...new Set(words)].map((one) => `“${one}”`).join('');
/** Of what was said just now. */
export const notUsedText = (words: readonly string[]): string => `没有用上${quoted(words)}。`;
/** Of what was spoken of before. */
export const notCarriedText = (words: readonly string[]): string => `没有接着上一问的${quoted(words)}。`;
/** The button that asks it of that. */
export const onlyOfText = (name: string): string => `只看${name}的`;
/** 这个项目, where more were spoken of. */
export const severalMeantText = (names: readonly string[]): string =>
  `刚才说的有${names.join('、')}，要看哪一个？`;
/** It could have been asked alone. @param alone how many it would have been; undefined: it counts no problems */
export const aloneText = (alone: number | undefined): string =>
  alone === undefined ? '这是接着上一问算的。' : `这是接着上一问算的；不接着是 ${alone} 件。`;
/** 有没有红的, after 没签收的: both, or the red ones. @param title of the other */
export const otherwiseText = (title: string, count: number): string =>
  `如果问的是“${title}”，是 ${count} 件。`;
/** Rows that were told, which no filter holds. */
export const thoseText = (count: number): string => `那${count}件`;
/** Of which no word is kept. */
export const TIME = '时间';
/** 还有别的逾期的吗 */
export const SHOWN_TOO = '刚才说过的也算在内。';
/** 他手上还有别的吗, of whom the one shown is one. */
export const othersThanText = (issueId: number, count: number): string =>
  count > 0 ? `除 #${issueId} 外，还有 ${count} 件。` : `除 #${issueId} 外，没有别的。`;
/** 有超期的吗, after what is not kept, not found or not to be seen; `why`: {@link noneText}. */
export const noneAgainText = (said: string, why: string): string =>
  `“${[...said].slice(0, 20).join('')}”接着上一问，${why}`;
export const noneText = (why: string): string => `上一问没有答上来：${why}`;
/** 美利信的几件, after the list of what waits for somebody and what they logged. */
export const OF_MINE =
  '刚才列的是“我的”：等您办的和您登记的，它们没有合在一起统计。可以这样问您登记的、您负责的，或再看一遍：';
/** 不对，我问的是资规局的. */
export const CORRECTED = '按您更正的，把上一问重新问了一遍。';
const MINE_SAID = { toVerify: '核验', toSign: '签收', toRoute: '转办', toApprove: '审批' };
/** 有没有等我核验的, of nobody's. @param others in the asker's projects, which wait for somebody else */
export const noneOfMineText = (list: keyof typeof MINE_SAID, others = 0): string =>
  `现在没有等您${MINE_SAID[list]}的问题（0 件）。${others > 0 ? `您的项目里有 ${others} 件在等别人${MINE_SAID[list]}。` : ''}`;

/** 其他的也列一下 */
export const noOthersText = (issueId: number): string => `刚才那一批里只有 #${issueId} 这一件，没有别的。`;

/** 用工缺口那个在里面吗 */
export function amongText(issueId: number, among: boolean): string {
  return among ? `#${issueId} 在里面。` : `#${issueId} 不在里面。`;
}

const COME_TO = { routed: '转出去', signed: '签收', closed: '销号' } as const;

/** 都解决了吗: yes or no, and both numbers. */
export function allText(stage: keyof typeof COME_TO, total: number, open: number): string {
  const done = COME_TO[stage];
  if (total === 0) return `已${done}的也没有。`;
  if (open === 0) return `都${done}了，共 ${total} 件。`;
  return `没有都${done}：${total} 件里已${done} ${total - open} 件，还没${done} ${open} 件。`;
}

/** How far all of a kind are. */
export const soFarText = (closed: number, open: number): string =>
  `一共登记 ${closed + open} 件：已销号 ${closed} 件，未销号 ${open} 件。`;

/** In reply to a card: what is asked is not understood, and the card is shown. */
export function cardInsteadText(said: string): string {
  return `没有听懂“${said.slice(0, 30)}”，先看这一件：`;
}
/** In reply to a card of a problem, what counts others, too. */
export const notOnlyText = (id: number): string => `您引用的是 #${id}，下面统计的不只是这一件。`;
/** After several figures, of which the last is what is spoken of. */
export const LAST_PART = '上一问有几项，这里接着的是最后一项；其他的请分开问。';
