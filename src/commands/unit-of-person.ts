/** 韩雪是哪个单位的: where somebody works, or whose firm they speak for. */
import { worksAtText } from '../cards/words-reading.ts';
import type { Answer } from '../domain/answer.ts';
import { shortProjectName } from '../text/names.ts';
import type { CommandContext } from './context.ts';
import { holdersOf } from './holders.ts';

const ASKS =
  /^(?:请问|问一?下|那个?|嗯|[,，\s])*(\p{Script=Han}{2,4}?)(?:同志)?(?:现在|到底)?[是在]?(?:哪一?[个家]?|什么|啥)(?:单位|局|部门|公司)(?:的|上班|工作|人)*[呢啊呀嘛\s\p{P}]*$/u;

/** @returns undefined: it is not asked, or nobody whom the asker may know of has the name alone */
export async function unitOfPerson(context: CommandContext, said: string): Promise<Answer | undefined> {
  const name = ASKS.exec(said)?.[1];
  if (name === undefined) return undefined;
  const [one, other] = (await holdersOf(context)).filter((each) => each.name === name);
  if (!one || other) return undefined;
  const unit = one.unitId === null ? undefined : context.directory.unit(one.unitId)?.name;
  const firms = one.projectIds.map((id) => shortProjectName(context, id));
  if (unit === undefined && firms.length === 0) return undefined;
  return { kind: 'text', text: worksAtText(one.name, { unit, head: one.head, firms }) };
}
