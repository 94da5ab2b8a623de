/** What an answer to a plain question costs, from the words to the card, against its own statements sent by themselves. */
import type { CommandContext } from '../src/commands/context.ts';
import { matchCommand } from '../src/commands/match.ts';
import { answerQuestion } from '../src/commands/query.ts';
import type { ReadContext } from '../src/language/definition.ts';
import { drawAnswer } from '../src/views/answer.ts';
import { DESCRIBED, lookUp, writeTexts } from './described.ts';
import { fillDatabase } from './fill.ts';
import { officeOf, openNotedTown, timed } from './noted-town.ts';
import type { BenchServer } from './postgres.ts';
import { openRaw, replayAll } from './replay.ts';

const ASKED = [
  '红色的有几个',
  '住建局逾期的有哪些',
  '谁拖得最久',
  '哪个单位最慢',
  '各单位红的有几件',
  '本月新增了几件',
  '上个月办结了多少',
  '本月办结率多少',
  '各单位按时率',
  '平均几天办完',
  '本月比上月多了几件',
  '超过10天没办的有几件',
  '退回的有几件',
  '关于道路的有几件',
  '本月催办了几次',
  '哪个单位退回次数最多',
  '今年退回两次以上的有几件',
  '催了还没办完的有几件',
  '本月几件超了期才办完',
  '上周签收了几件',
  '本月转办了几件',
  '上周转到住建局的有几件',
  '上周五下班时逾期的有几件',
  '上月底没办完的有几件',
  '今年每个月新增几件',
  '逾期最多的前三名单位',
  '住建局逾期排第几',
  '红色的占多少',
  '平均几天签收',
  '按时率不到九成的单位有哪些',
  '每个秘书几件',
  '一件逾期都没有的单位',
];

export interface QuestionFigures {
  asked: string;
  queries: number;
  p50: number;
  p95: number;
  rawP50: number;
  rawP95: number;
}

export async function measureQuestions(
  server: BenchServer,
  { stored, rounds }: { stored: number; rounds: number },
): Promise<QuestionFigures[]> {
  const name = `questions_${stored}`;
  const town = await openNotedTown(server, name);
  await fillDatabase(server, name, stored);
  await server.run('analyze', name);
  const raw = openRaw(server.url(name), 1);
  const { deps } = town;
  const asOffice = <T>(work: (context: CommandContext) => Promise<T>) =>
    deps.db.read(async (tx) => {
      const directory = await deps.directory.get(tx);
      const actor = await officeOf(tx, directory);
      const said = { deps, tx, now: deps.clock(), directory, actor, chat: undefined, chatId: 'c' };
      const place = { chatType: 'p2p', messageId: 'm', mentions: [], via: 'message' };
      return work({ ...said, ...place } as unknown as CommandContext);
    });
  const measure = async (asked: string, answer: () => Promise<unknown>): Promise<QuestionFigures> => {
    for (let i = 0; i < 3; i++) await answer();
    const { statements } = await town.note(answer);
    for (let i = 0; i < 3; i++) await replayAll(raw, statements);
    const [own, bare]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      own.push(await timed(answer));
      bare.push(await timed(() => replayAll(raw, statements)));
    }
    const [p50, p95] = [at(own, 0.5), at(own, 0.95)];
    return { asked, queries: statements.length, p50, p95, rawP50: at(bare, 0.5), rawP95: at(bare, 0.95) };
  };
  const figures: QuestionFigures[] = [];
  for (const asked of ASKED)
    figures.push(await measure(asked, () => asOffice((context) => answerTo(context, asked))));
  await writeTexts(server, name);
  for (const said of DESCRIBED)
    figures.push(await measure(said, () => asOffice((context) => lookUp(context, said))));
  await raw.end();
  await town.close();
  return figures;
}

/** From the words to the card. */
async function answerTo(context: CommandContext, text: string): Promise<unknown> {
  const { deps, tx, now, directory, actor } = context;
  const chat: ReadContext['chat'] = { kind: 'p2p', projectIds: [], defaultProjectId: null };
  const said = { text, mentions: [], context: { directory, now, actor, chat } };
  const match = matchCommand(said, deps.features.table);
  if (match.kind !== 'call' || match.call.name !== 'ask' || match.call.unread)
    throw new Error(`not understood: ${text}`);
  const told = await answerQuestion(context, match.call);
  const viewer = { now, directory, actor, chat: undefined, demo: false, features: deps.features };
  return drawAnswer(tx, told, viewer, { rows: [], usageOf: () => undefined });
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
