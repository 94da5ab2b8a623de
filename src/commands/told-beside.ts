/** What is told beside every answer, whatever path found it: what it leaves out, what else was meant, whose it is, its files. */
import { besideAlone } from './beside-alone.ts';
import type { Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { withFilesTold } from './files-of-one.ts';
import type { Remembered } from './follow-memory.ts';
import type { Answers } from './in-parts.ts';
import { withKindTold } from './kind-beside.ts';
import { withOthersMeant } from './meant-beside.ts';
import { withNothingLost } from './not-carried.ts';
import { withUnitsTold } from './of-a-unit.ts';
import { withRecordsBegun } from './records-begin.ts';

/** @param last what was spoken of before the answers were found */
export async function withAllTold(
  context: CommandContext,
  last: Remembered | undefined,
  said: { text: string; match: Match },
  answers: Answers,
): Promise<Answers> {
  const kept = await withNothingLost(context, last, said, answers);
  const alone = await besideAlone(context, last, said, kept);
  const begun = await withRecordsBegun(context, said.text, alone);
  const kinds = await withOthersMeant(context, said, await withKindTold(context, said.text, begun));
  return withFilesTold(context, said.text, await withUnitsTold(context, said, kinds));
}
