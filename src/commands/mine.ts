/** 有没有等我核验的: what is asked of one's own things comes first, and that there is none is said. */
import { noneOfMineText } from '../cards/words-follow-up.ts';
import { listIssuesTouching } from '../db/issue-open.ts';
import type { Answer } from '../domain/answer.ts';
import { sortForPerson } from '../domain/mine.ts';
import { filterOfProjects } from '../domain/post-held.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';

/** As many as 我的 reads. */
const READ = 300;
type List = NonNullable<(Answer & { kind: 'mine' })['list']>;
const LISTS: readonly [RegExp, List][] = [
  [/核验|验收|核实/u, 'toVerify'],
  [/签收|签的/u, 'toSign'],
  [/转办|分派/u, 'toRoute'],
  [/批/u, 'toApprove'],
];

/** 我的, that list of it, or that nothing waits in the way that is asked for. */
export async function mineOf(context: CommandContext): Promise<Answer> {
  const { tx, actor, directory, said = '', chat } = context;
  const asked = LISTS.filter(([words]) => words.test(said));
  const [[, list] = [], second] = asked;
  if (list === undefined || second || chat) return { kind: 'mine' };
  const found = sortForPerson(await listIssuesTouching(tx, actor, directory, READ), actor, directory);
  if (found[list].length > 0) return { kind: 'mine', list };
  const theirs = list === 'toVerify' && filterOfProjects(actor.person.id, directory);
  const others = theirs ? ((await countFound(context, { ...theirs, statuses: ['verifying'] })) ?? 0) : 0;
  const commands = others > 0 ? ['我的项目待核验的有哪些', '我的'] : ['我登记的有几个', '我的'];
  return { kind: 'suggest', text: noneOfMineText(list, others), commands };
}
