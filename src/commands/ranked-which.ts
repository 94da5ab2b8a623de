/** Several that are alike came first: which of them, in questions that keep what was asked. */
import { apartText, askOfText, severalFirstText, valueText } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import { LEADING, stepIn } from '../language/lexicon/follow-ups.ts';
import { asksNoMore, asksWhichOfIt } from '../language/lexicon/ranking-said.ts';
import { cutStart, readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { sentencesOf } from '../language/sentence-of-scan.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic } from '../language/topic.ts';
import { isWholeQuestion } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { type Remembered, sameFilter } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { remember } from './left.ts';
import { matchSaid } from './match-said.ts';
import { askOf } from './question.ts';
import { isLevel, type Placed, placesOf, type Ranking, topicOfThose } from './ranked-places.ts';

const MOST_OFFERED = 4;
const LEADING_WORDS = /^(?:那么?|它们?|他们|的|[,，\s])+/u;

export function heardAs(context: CommandContext, text: string): Scan {
  return scanHeard(trim(cutStart(readPhrase(text), LEADING)), readContextOf(context));
}

/** Several are alike, and more than are told together: which of them, in questions that keep what was asked. */
export async function whichOf(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  those: readonly Placed[],
  rest: string,
): Promise<Answer> {
  const { measure } = ranking;
  const now = heardAs(context, rest);
  // 全区的呢, said next: of the time that was asked for.
  const when = now.periods.length === 1 && now.left.length === 0;
  const then = when && askOf(goOn(last.topic, now), readContextOf(context));
  await remember(context, then ? { topic: then.topic, filter: then.filter, page: 1 } : last);
  const asked = rest.replace(LEADING_WORDS, '');
  const lists = asksWhichOfIt(rest) || stepIn(rest.trim()) === 'list';
  const again = asksNoMore(rest) || asksWhichOfIt(rest) || stepIn(rest.trim()) !== undefined;
  const commands = those.slice(0, MOST_OFFERED).map(({ id, name }) => {
    const own = `${name}${asked}`;
    const { topic } = topicOfThose(context, last, ranking, [id]);
    const kept = when && measure !== 'count' ? inPlainQuestion(context, goOn(topic, now)) : undefined;
    if (kept !== undefined) return kept;
    if (lists) return listOf(context, topic, name, measure);
    return !again && isWholeQuestion(matchSaid(context, own)) ? own : `${name}呢`;
  });
  const each = measure === 'count' ? (those[0]?.text ?? '') : valueText(measure, those[0]?.value[0] ?? 0);
  return {
    kind: 'suggest',
    text: severalFirstText(
      those.map(({ name }) => name),
      each,
    ),
    commands,
  };
}

/** 列给我看, of each of those: what was counted, or of a rate what is open. */
function listOf(context: CommandContext, topic: Topic, name: string, measure: Ranking['measure']): string {
  const counted = measure === 'count' ? inPlainQuestion(context, scanOf(topic)) : undefined;
  return counted ?? `列出${name}没办完的`;
}

/** 水利局上个月按时率是多少 */
function inPlainQuestion(context: CommandContext, asked: Scan): string | undefined {
  const call = askOf(asked, readContextOf(context));
  return sentencesOf(asked, readContextOf(context)).find((sentence) => {
    const read = matchSaid(context, sentence);
    return (
      isWholeQuestion(read) && read.call.measure === call.measure && sameFilter(read.call.filter, call.filter)
    );
  });
}

export function backTo(those: readonly Placed[], rest: string): Answer {
  const names = those.map(({ name }) => name).join('、');
  return {
    kind: 'suggest',
    text: askOfText(rest.trim(), names),
    commands: [`${names}没办完的有哪些`, `${names}逾期的有几件`],
  };
}

/** 前两名差多少: both figures, and what lies between them. */
export async function apartOfTwo(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
): Promise<Answer | undefined> {
  const [first, second] = await placesOf(context, ranking);
  if (!first || !second) return undefined;
  const [a = 0, more = 0] = first.value;
  const [b = 0, less = 0] = second.value;
  await remember(context, last);
  const said = [first, second].map(({ name, text }) => `${name}：${text}`);
  return { kind: 'text', text: apartText(said, ranking.measure, Math.abs(a - b), Math.abs(more - less)) };
}

/** 跟水利局比呢: the figures of it and of the first. */
export async function besideFirst(
  context: CommandContext,
  last: Remembered,
  ranking: Ranking,
  named: number[],
): Promise<Answer | null | undefined> {
  const [first, second] = await placesOf(context, ranking);
  if (!first || (second && isLevel(first, second)) || named.includes(first.id)) return undefined;
  const { topic } = topicOfThose(context, last, ranking, [first.id, ...named]);
  const by = { tag: 'by', by: ranking.by, asks: true } as const;
  const call = askOf(scanOf({ ...topic, by, tags: [...topic.tags, ['by', 1, '']] }), readContextOf(context));
  return call.unread || call.doubt ? undefined : askOnwards(context, call);
}
