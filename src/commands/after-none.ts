/**
 * After an answer that was none (批示 not kept, a problem not found or not to be seen): what leans on it is of the same, so it
 * is none either and says so, with what the first one said. Never of everything.
 */
import { noneAgainText } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import type { Mention } from '../feishu/incoming.ts';
import type { NoneBefore } from '../kinds/drafts.ts';
import { askedIn } from '../language/lexicon/asked.ts';
import { LEADING, MARKED, POINTING, stepIn } from '../language/lexicon/follow-ups.ts';
import { turnsIn } from '../language/lexicon/going-on.ts';
import { oneAskedIn } from '../language/lexicon/one-asked.ts';
import { withoutOrder } from '../language/lexicon/orders.ts';
import { rowSaid } from '../language/lexicon/rows-said.ts';
import { WHOEVER } from '../language/lexicon/said-orders.ts';
import { cutStart, type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { THAT_PROJECT } from '../language/pointing.ts';
import { ordersSaid } from '../language/said-order.ts';
import type { Scan } from '../language/scanned.ts';
import { scanHeard } from '../language/sounds.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isClear, isWhose, saysAll } from './follow-bearing.ts';
import { leaveNone, noneBefore, rememberAnswer } from './follow-memory.ts';
import { isOfOne } from './follow-one.ts';
import { answerQuestion } from './query.ts';
import { askOf, readLone } from './question.ts';

const LONGEST = 20;
/** What is asked of projects and their links, which were not spoken of. */
const ELSE = ['projects', 'links', 'link-name', 'weather', 'node', 'everywhere'] as const;

/** undefined: the answer before was one, or what is said stands by itself */
export async function afterNone(
  context: CommandContext,
  match: Match,
  { text, mentions }: { text: string; mentions: Mention[] },
): Promise<Answer | undefined> {
  if (context.cardIssueId !== undefined || context.parentId !== undefined || mentions.length > 0)
    return undefined;
  const none = await noneBefore(context);
  const said = text.trim();
  if (!none || none.commands.includes(said)) return undefined;
  const phrase = trim(readPhrase(text));
  if (phrase.folded.length > LONGEST || !leans(context, none, phrase, match)) return undefined;
  const read = readContextOf(context);
  const other = otherKind(context, phrase);
  if (other) return rememberAnswer(context, other, await answerQuestion(context, other));
  const all = none.one ? [] : [`全区${said}`].filter((one) => readLone(one, read));
  await leaveNone(context, none);
  const commands = [...new Set([...none.commands, ...all])];
  return { kind: 'suggest', text: noneAgainText(said, none.text), commands };
}

/** 会上议定的呢, after 批示: of those, whether or not they are kept. */
function otherKind(context: CommandContext, phrase: Phrase): CallOf<'ask'> | undefined {
  const read = readContextOf(context);
  const scan = scanHeard(trim(cutStart(phrase, LEADING)), read);
  if (scan.kinds.length === 0 || scan.left.length > 0 || scan.doubt) return undefined;
  const call = askOf(scan, read);
  return call.unread || call.doubt ? undefined : call;
}

function leans(context: CommandContext, none: NoneBefore, phrase: Phrase, match: Match): boolean {
  const { folded } = phrase;
  if (isOrderOfIt(phrase.text)) return true;
  // 这个项目开工受影响吗: of which there is none.
  if (none.one && THAT_PROJECT.test(folded)) return true;
  if (match.kind === 'misuse') return false;
  if (match.kind === 'call' && match.call.name !== 'ask')
    return match.call.name === 'urge' ? match.call.issueId === undefined : match.call.name === 'countdown';
  const scan = scanHeard(trim(cutStart(phrase, LEADING)), readContextOf(context));
  if (scan.doubt || saysAll(phrase) || ELSE.some((tag) => scan.tags.has(tag))) return false;
  if (/问题/.test(folded) && !POINTING.test(folded)) return false;
  const whole = isWholeQuestion(match);
  // 红的有几件, after 我的: a whole question that points at nothing is of its own.
  if (whole && none.commands.includes('我负责的有几个') && !MARKED.test(folded) && !POINTING.test(folded))
    return false;
  // 哪个单位办得最快: no kind of matter is ranked so.
  if (whole && scan.by?.asks && (scan.rate ?? scan.duration ?? scan.longest)) return false;
  // 楚能怎么样了 asks of the project.
  if (whole && match.call.projectId !== undefined) return false;
  // 是交通局办的吗
  if (none.one && oneAskedIn(folded) !== undefined) return true;
  // 住建局的呢, 楚能的几件: of it, and of whom; with a state of its own it is asked of those themselves.
  if (isWhose(scan) && (none.one || scan.states.length > 0 || !(whole || MARKED.test(folded)))) return false;
  return asksOfOne(scan, phrase) || (none.one ? !whole && isClear(scan) : whole || isClear(scan));
}

function asksOfOne(scan: Scan, phrase: Phrase): boolean {
  const { folded } = phrase;
  return (
    isOfOne(phrase, scan) ||
    [stepIn(folded), rowSaid(folded), turnsIn(folded), oneAskedIn(folded), askedIn(folded)].some(
      (one) => one !== undefined,
    )
  );
}

/** 催一下, 第一个催一下, 让他们抓紧, 转给水利局吧: of what was just spoken of. */
export function isOrderOfIt(text: string): boolean {
  const rest = withoutOrder(text);
  if (rest !== undefined && (!/[\p{L}\p{N}]/u.test(rest) || rowSaid(rest) !== undefined)) return true;
  return ordersSaid(text).some((order) =>
    order.kind === 'tell' ? order.before === '' && WHOEVER.test(order.rest) : order.what === '',
  );
}
