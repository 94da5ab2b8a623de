/** Asked back twice in a row: how it can be asked is shown by questions of this deployment. */
import { examplesText } from '../cards/words-talk.ts';
import { readDraft, replaceDraft } from '../db/draft.ts';
import { seesProject } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { UNHEARD_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import type { CommandContext } from './context.ts';
import { idOf } from './follow-memory.ts';
import { firstWordsFor } from './suggest.ts';

const IN_A_ROW = 15 * 60_000;
const ENOUGH = 2;
const MOST = 5;

/**
 * The answer that asks back; from the second in a row on with five questions that are understood. It takes the place of
 * the last question, so nothing goes on from it.
 */
export async function askedBack(context: CommandContext, answer: Answer): Promise<Answer> {
  const { tx, actor, now } = context;
  const id = idOf(context);
  const before = await readDraft(tx, id);
  const counted = before?.kind === UNHEARD_DRAFT.kind && before.createdAt >= now - IN_A_ROW;
  const read = counted ? readPayload(UNHEARD_DRAFT, before.payload) : undefined;
  const times = (read?.ok ? read.payload.times : 0) + 1;
  const payload = { times, ...(context.said !== undefined && { said: context.said }) };
  await replaceDraft(tx, { id, personId: actor.person.id, kind: UNHEARD_DRAFT, payload }, now);
  if (times < ENOUGH || (answer.kind !== 'suggest' && answer.kind !== 'text')) return answer;
  const unheard = answer.kind === 'suggest' && answer.unheard;
  const text = examplesText(answer.text);
  // What was nearly said is nearer than any example.
  const always = firstWordsFor(actor, context.chatType === 'group');
  const offered = answer.kind === 'suggest' ? answer.commands : [];
  const near = offered.filter((one) => !always.includes(one));
  const commands = [...new Set([...near, ...examples(context)])].slice(0, MOST);
  return { kind: 'suggest', text, commands, ...(unheard && { unheard }) };
}

/** With a unit and a project that the asker may see here. */
function examples(context: CommandContext): string[] {
  const { directory, actor, chat } = context;
  const here = chat?.kind === 'project' ? chat.projectIds : undefined;
  const project = directory.liveProjects.find(
    (one) => (here === undefined || here.includes(one.id)) && seesProject(actor, one, directory),
  );
  const unitId = actor.person.unitId ?? project?.leadUnitId ?? project?.memberUnitIds[0];
  return [
    ...(unitId === undefined ? [] : [`${shortUnitName({ directory }, unitId)}没办完的有几个`]),
    ...(project === undefined ? [] : [`${shortProjectName({ directory }, project.id)}怎么样了`]),
    '逾期的有哪些',
    '本月办结了几个',
    '哪个单位没办完的最多',
  ];
}
