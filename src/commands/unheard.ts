/** Asked back twice in a row: how it can be asked is shown by questions of this deployment. */
import { noneText } from '../cards/words-follow-up.ts';
import { withNearText } from '../cards/words-reading.ts';
import { examplesText } from '../cards/words-talk.ts';
import { type Draft, readDraft, replaceDraft } from '../db/draft.ts';
import { seesProject } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { QUESTION_DRAFT, UNHEARD_DRAFT, type UnheardDraft } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { idOf } from './left.ts';
import { wholeFirst } from './nearest-whole.ts';
import { answerQuestion } from './query.ts';
import { spokenOf } from './spoken.ts';
import { firstWordsFor } from './suggest.ts';

const IN_A_ROW = 15 * 60_000;
const ENOUGH = 2;
const MOST = 5;

/**
 * The answer that asks back; from the second in a row on with five questions that are understood. It takes the place of
 * the last question, which it keeps where the words name nothing of their own.
 */
export async function askedBack(context: CommandContext, back: Answer): Promise<Answer> {
  const { tx, actor, now } = context;
  const id = idOf(context);
  const before = await readDraft(tx, id);
  const spoken = spokenOf(context, before);
  // Of one problem that was not found what is near to it comes first.
  const answer =
    back.kind === 'suggest' && back.unheard !== 'one'
      ? await withNear(context, back, wholeFirst(context, spoken, back.commands))
      : back;
  const counted = before?.kind === UNHEARD_DRAFT.kind && before.createdAt >= now - IN_A_ROW;
  const read = counted ? readPayload(UNHEARD_DRAFT, before.payload) : undefined;
  const times = (read?.ok ? read.payload.times : 0) + 1;
  const none = notFoundIn(answer) ?? (read?.ok ? read.payload.none : undefined);
  const kept = keepsTopic(context) ? topicOfDraft(before) : undefined;
  const payload = {
    times,
    ...(context.said !== undefined && { said: context.said }),
    ...(kept && { before: kept }),
    ...(none && { none }),
    spoken,
  };
  await replaceDraft(tx, { id, personId: actor.person.id, kind: UNHEARD_DRAFT, payload }, now);
  if (times < ENOUGH || (answer.kind !== 'suggest' && answer.kind !== 'text')) return answer;
  const unheard = answer.kind === 'suggest' && answer.unheard;
  const text = examplesText(answer.text);
  // What was nearly said is nearer than any example.
  const always = firstWordsFor(actor, context.chatType === 'group');
  const offered = answer.kind === 'suggest' ? answer.commands : [];
  const near = offered.filter((one) => !always.includes(one));
  const named = read?.ok && read.payload.said !== undefined ? namedIn(context, read.payload.said) : {};
  const commands = [...new Set([...near, ...examples(context, named)])].slice(0, MOST);
  const below = answer.kind === 'suggest' && answer.near;
  return { kind: 'suggest', text, commands, ...(unheard && { unheard }), ...(below && { near: below }) };
}

/** What tells figures. */
const TELLS: readonly string[] = ['list', 'groups', 'figures', 'several', 'projects', 'project'];

/** With the answer of what was understood, told as the answer of that question. */
async function withNear(
  context: CommandContext,
  back: Answer & { kind: 'suggest' },
  { commands, whole }: ReturnType<typeof wholeFirst>,
): Promise<Answer & { kind: 'suggest' }> {
  if (!whole || whole.call.measure === 'file') return { ...back, commands };
  const { said, call } = whole;
  const answer = await answerQuestion({ ...context, said }, call);
  if (!TELLS.includes(answer.kind)) return { ...back, commands };
  return { ...back, text: withNearText(back.text), commands, near: { said, answer } };
}

/** A problem that nothing holds: what is asked of it next is of none either. */
function notFoundIn(answer: Answer): UnheardDraft['none'] {
  if (answer.kind !== 'suggest' || answer.unheard !== 'one') return undefined;
  return { text: noneText(answer.text), commands: [...answer.commands], one: true };
}

type Kept = NonNullable<UnheardDraft['before']>;

/** The question that was answered last, of whichever kind the row is. */
function topicOfDraft(before: Draft | undefined): Kept | undefined {
  if (before?.kind === UNHEARD_DRAFT.kind) {
    const read = readPayload(UNHEARD_DRAFT, before.payload);
    return read.ok ? read.payload.before : undefined;
  }
  if (before?.kind !== QUESTION_DRAFT.kind) return undefined;
  const read = readPayload(QUESTION_DRAFT, before.payload);
  return read.ok ? { last: read.payload, at: before.createdAt } : undefined;
}

const LONGEST = 20;
/** 那老王呢, 园林局那边: something is named that is not known. */
const NAMES_SOMETHING =
  /^那(?!么|个|几|些)|(?:的|那边|那个|那头|那里|这边)?呢[\s\p{P}]*$|[局委办厅院队站所处科厂镇乡村区县市园港街]|公司|集团|项目|企业|主任|书记|老[\u4e00-\u9fff]|[\u4e00-\u9fff][总工长](?![了着的在])/u;

const SUBJECTS = [
  'me',
  'our-unit',
  'enterprise',
  'everywhere',
  'projects',
  'node',
  'links',
  'weather',
] as const;

/** 差得最远的差好远: of nothing that it names itself, so what was asked before is still spoken of. */
function keepsTopic(context: CommandContext): boolean {
  const phrase = trim(readPhrase(context.said ?? ''));
  const { folded } = phrase;
  if (folded.length === 0 || folded.length > LONGEST || NAMES_SOMETHING.test(folded)) return false;
  const scan = scanHeard(phrase, readContextOf(context));
  const { unitIds, projectIds, areaIds, categoryIds, personOpenIds, texts } = scan;
  const named = [unitIds, projectIds, areaIds, categoryIds, personOpenIds, texts].some(
    ({ length }) => length > 0,
  );
  // 有评不满意的没: part of it is understood, and would be lost in what is said next.
  const { someone, doubt, park, industry, except, step, basis, rate, duration } = scan;
  const narrows = [someone, doubt, park, industry, except, step, basis, rate, duration];
  const own = scan.states.length + scan.kinds.length > 0 || narrows.some((one) => one !== undefined);
  return !named && !own && !SUBJECTS.some((tag) => scan.tags.has(tag));
}

/** Of whom the one before was, which was not understood either. */
function namedIn(context: CommandContext, said: string): { unitId?: number; projectId?: number } {
  const { unitIds, projectIds } = scanHeard(trim(readPhrase(said)), readContextOf(context));
  const [unitId] = unitIds;
  const [projectId] = projectIds;
  return { ...(unitId !== undefined && { unitId }), ...(projectId !== undefined && { projectId }) };
}

/** With a unit and a project that the asker may see here; those named before, if any. */
function examples(context: CommandContext, named: { unitId?: number; projectId?: number }): string[] {
  const { directory, actor, chat } = context;
  const here = chat?.kind === 'project' ? chat.projectIds : undefined;
  const seen = directory.liveProjects.filter(
    (one) => (here === undefined || here.includes(one.id)) && seesProject(actor, one, directory),
  );
  const project = seen.find(({ id }) => id === named.projectId) ?? seen[0];
  const unitId = named.unitId ?? actor.person.unitId ?? project?.leadUnitId ?? project?.memberUnitIds[0];
  return [
    ...(unitId === undefined ? [] : [`${shortUnitName({ directory }, unitId)}没办完的有几个`]),
    ...(project === undefined ? [] : [`${shortProjectName({ directory }, project.id)}怎么样了`]),
    '逾期的有哪些',
    '本月办结了几个',
    '哪个单位没办完的最多',
  ];
}
