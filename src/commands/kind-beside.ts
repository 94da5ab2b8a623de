/** 供电这边几件: of the unit, and beside it how many there are of the kind of matter that is called so. */
import { otherwiseText } from '../cards/words-follow-up.ts';
import { fold } from '../language/phrase.ts';
import type { CommandContext } from './context.ts';
import { countFound, titleFound } from './count-found.ts';
import type { Answers } from './in-parts.ts';

export async function withKindTold(
  context: CommandContext,
  text: string,
  answers: Answers,
): Promise<Answers> {
  const [answer, second] = answers;
  if (answer?.kind !== 'list' || second !== undefined || answer.aside) return answers;
  const { unitIds = [], unitRole, categoryIds, ...rest } = answer.filter;
  const [unitId, another] = unitIds;
  if (unitId === undefined || another !== undefined || unitRole || categoryIds || rest.projectIds)
    return answers;
  const unit = context.directory.unit(unitId);
  const said = fold(text);
  const kind = context.directory.data.categories.find(
    ({ name }) => unit?.name.startsWith(name) && said.includes(name),
  );
  const names = unit ? [unit.name, ...unit.shortNames] : [];
  if (!kind || names.some((one) => one !== kind.name && said.includes(fold(one)))) return answers;
  const other = { ...rest, categoryIds: [kind.id] };
  const [own, found] = [await countFound(context, answer.filter), await countFound(context, other)];
  const title = await titleFound(context, other);
  if (found === undefined || title === undefined || found === own) return answers;
  return [{ ...answer, aside: otherwiseText(title, found) }];
}
