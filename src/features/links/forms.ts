/** Forms on cards of links: the office's reason, a promise for a paper, a problem that holds the link up. */
import { encodeOwnForm, type FormShape } from '../../cards/actions.ts';
import type { CardElement } from '../../cards/element.ts';
import { choiceField, dayField, fitOptions, textField } from '../../cards/field.ts';
import type { OwnForm } from '../../cards/form.ts';
import { TOASTS, toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureForm } from '../../commands/feature-form.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { tell, viewerOf } from '../../commands/reply.ts';
import { allows } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Refused } from '../../domain/decision.ts';
import { todayOf } from '../../domain/directory.ts';
import type { FormValues } from '../../domain/form-values.ts';
import { pickedDeadline } from '../../domain/limit.ts';
import { isTicked } from '../../domain/plan/link-state.ts';
import type { Viewer } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { linkOfButton } from './act.ts';
import { formDone } from './buttons.ts';
import { type ChosenLink, warn } from './choose.ts';
import { pledge } from './defer.ts';
import { finishLink } from './finish.ts';
import { DEFER_FORM, FORCE_FORM, PROBLEM_FORM } from './kinds.ts';
import { logProblem } from './problem.ts';
import { mayOffice, mayWork } from './rights.ts';
import { loadBoard } from './store.ts';
import { BLOCK_WORDS, BUTTON_WORDS, DEFER_WORDS, linkTitle, PROGRESS } from './words.ts';

interface At {
  projectId: number;
  code: string;
}

type May = (context: CommandContext, chosen: ChosenLink) => true | Refused;
type Submit = (context: CommandContext, chosen: ChosenLink, values: FormValues) => Promise<Answer>;

const office: May = ({ actor, directory }, { project }) => mayOffice(actor, project, directory);
const working: May = ({ actor, directory }, { link, project }) => mayWork(actor, link, project, directory);
const logging: May = (context, { project }) => {
  const { actor, directory, chat } = context;
  if (!maySeeProject(project, viewerOf(context))) return { ok: false, refusal: { code: 'not-yours-to-see' } };
  return allows(actor, 'log', null, directory, {
    projectId: project.id,
    chatProjectIds: chat?.projectIds ?? [],
  });
};

/** A form about one link; rights are asked when it is opened and when it comes back. */
function linkForm<A extends At>(
  shape: FormShape<A>,
  title: string,
  may: May,
  fields: (chosen: ChosenLink, viewer: Viewer) => CardElement[],
  submit: (about: A) => Submit,
) {
  return featureForm<A>(shape, {
    async refuse(context, about) {
      const chosen = await linkOfButton(context, about);
      if (!chosen) return warn(TOASTS.oldCard);
      const allowed = may(context, chosen);
      return allowed === true ? undefined : { kind: 'refusal', refusal: allowed.refusal };
    },
    async draw(tx, about, viewer): Promise<OwnForm> {
      const project = viewer.directory.project(about.projectId) ?? null;
      const board = await loadBoard(tx, project, viewer.directory);
      const link = board.byCode.get(about.code);
      const value = encodeOwnForm('submit', shape, about);
      if (!project || !link) return { title, about: '', fields: [], value };
      const chosen = { project, board, link };
      return {
        title,
        about: `${project.name} ${linkTitle(link.definition)}`,
        fields: fields(chosen, viewer),
        value,
      };
    },
    async submit(context, about, values): Promise<ClickReply> {
      const chosen = await linkOfButton(context, about);
      if (!chosen) return { toast: toast('warning', TOASTS.oldCard) };
      const allowed = may(context, chosen);
      const answer: Answer =
        allowed === true
          ? await submit(about)(context, chosen, values)
          : { kind: 'refusal', refusal: allowed.refusal };
      // A log form with what was typed, or a question back.
      if (answer.kind === 'form' || answer.kind === 'preview') return tell(context, answer);
      return formDone(context, answer);
    },
  });
}

const FORCE = linkForm(
  FORCE_FORM,
  BUTTON_WORDS.force,
  office,
  () => [textField('reason', { label: '特批的理由', hint: PROGRESS.forceHint })],
  ({ day }) =>
    (context, chosen, { reason = '' }) =>
      reason === ''
        ? Promise.resolve(warn(PROGRESS.forceReason))
        : finishLink(context, chosen, { day, force: reason }),
);

const DEFER = linkForm(
  DEFER_FORM,
  BUTTON_WORDS.defer,
  working,
  ({ link, board }) => {
    const open = link.definition.materials.flatMap((material, at) =>
      isTicked(link, material, board.byCode) === null && material.deferrable
        ? [{ id: at, name: material.name }]
        : [],
    );
    return [
      ...choiceField('entry', fitOptions(open).options, { label: '哪一项材料', required: true }),
      dayField({ label: '补齐的日期', required: true }),
    ];
  },
  () =>
    async (context, chosen, { entry, day }) => {
      const material = entry === undefined ? undefined : chosen.link.definition.materials[entry];
      if (!material || day === undefined) return warn(TOASTS.badForm);
      if (day < todayOf(context)) return warn(DEFER_WORDS.badDay(day));
      const deadline = pickedDeadline(day, context.now, context.directory);
      return pledge(context, chosen, { material, deadline, unitId: null, person: null });
    },
);

const PROBLEM = linkForm(
  PROBLEM_FORM,
  BLOCK_WORDS.form,
  logging,
  () => [textField('text', { label: BLOCK_WORDS.ask, hint: BLOCK_WORDS.hint })],
  () =>
    (context, chosen, { text = '' }) =>
      text.trim() === '' ? Promise.resolve(warn(TOASTS.badForm)) : logProblem(context, chosen, text),
);

export const FORMS = [FORCE, DEFER, PROBLEM];
