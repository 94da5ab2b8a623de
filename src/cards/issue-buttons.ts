/** The buttons of a problem's card: what makes sense in its status, and no more than a reader may. */

import type { FormKind } from '../domain/answer.ts';
import type { NoticeReason } from '../domain/decision.ts';
import type { Issue, IssueVerb } from '../domain/issue.ts';
import { BUTTONS, SMALL_BUTTONS } from '../text/words.ts';
import { type CardAction, encodeAction, type TapVerb } from './actions.ts';
import type { Button } from './element.ts';
import { type ButtonLook, button } from './kit.ts';

/** What a reader may, in the words of the domain. */
export type ButtonRight = IssueVerb;

export interface IssueButtons {
  main: Button[];
  small: Button[];
}

interface Choice {
  right: ButtonRight | 'read';
  button: Button;
}

type TapArgs = Extract<CardAction, { do: 'verb' }>['args'];

interface Maker {
  tap: (right: Choice['right'], label: string, verb: TapVerb, args?: TapArgs, look?: ButtonLook) => Choice;
  ask: (right: ButtonRight, label: string, form: FormKind, look?: ButtonLook) => Choice;
  say: (label: string, command: string) => Choice;
}

const MAIN: ButtonLook = { type: 'primary_filled' };
const DANGER: ButtonLook = { type: 'danger' };

function makerFor(issue: Issue): Maker {
  const at = { issueId: issue.id, seen: issue.version };
  return {
    tap: (right, label, verb, args, look) => ({
      right,
      button: button(label, encodeAction({ do: 'verb', verb, ...at, ...(args && { args }) }), look),
    }),
    ask: (right, label, form, look) => ({
      right,
      button: button(label, encodeAction({ do: 'open-form', form, ...at }), look),
    }),
    say: (label, command) => ({
      right: 'read',
      button: button(label, encodeAction({ do: 'answer', command })),
    }),
  };
}

function approvals(issue: Issue, make: Maker, reason: NoticeReason | undefined): Choice[] {
  const appealed = issue.appeal !== null && issue.appeal.decision === null;
  if (appealed && (reason === 'appealed' || issue.pending === null)) {
    return [
      make.tap('decide-appeal', BUTTONS.approve, 'decide-appeal', { exempt: true }, MAIN),
      make.tap('decide-appeal', BUTTONS.refuse, 'decide-appeal', { exempt: false }, DANGER),
    ];
  }
  if (issue.pending === null) return [];
  return [
    make.tap('decide-request', BUTTONS.approve, 'decide-request', { approve: true }, MAIN),
    make.tap('decide-request', BUTTONS.refuse, 'decide-request', { approve: false }, DANGER),
  ];
}

function ratings(make: Maker): Choice[] {
  return [
    make.tap('rate', BUTTONS.satisfied, 'rate', { score: 'satisfied' }, MAIN),
    make.tap('rate', BUTTONS.fairly, 'rate', { score: 'fairly' }),
    make.ask('rate', BUTTONS.unsatisfied, 'unsatisfied', DANGER),
  ];
}

function stepsOf(issue: Issue, make: Maker, { reason, askRating }: ButtonView): Choice[] {
  const urge = make.tap('urge', BUTTONS.urge, 'urge');
  const acknowledge =
    reason?.startsWith('rung-') && reason !== 'rung-unrouted' && reason !== 'rung-empty'
      ? [make.tap('acknowledge', BUTTONS.sign, 'acknowledge', undefined, MAIN)]
      : [];
  switch (issue.status) {
    case 'unrouted':
      return [make.ask('route', BUTTONS.route, 'route', MAIN), urge];
    case 'unsigned':
      return [
        make.tap('sign', BUTTONS.sign, 'sign', undefined, MAIN),
        make.ask('bounce', BUTTONS.bounce, 'bounce', DANGER),
        make.ask('route', BUTTONS.route, 'route'),
        urge,
      ];
    case 'working':
      return [
        ...acknowledge,
        reason === 'co-unit'
          ? make.tap('tick-co-unit', BUTTONS.done, 'tick-co-unit', undefined, MAIN)
          : make.ask('report-done', BUTTONS.done, 'report-done', acknowledge.length > 0 ? {} : MAIN),
        ...(issue.pending === null
          ? [
              make.ask('request-extension', BUTTONS.extend, 'extension'),
              make.ask('request-pause', BUTTONS.pause, 'pause'),
            ]
          : []),
        urge,
      ];
    case 'paused':
      return [make.tap('resume', BUTTONS.resume, 'resume', undefined, MAIN), urge];
    case 'verifying':
      return [
        make.tap('verify', BUTTONS.confirmed, 'verify', { confirmed: true }, MAIN),
        make.ask('verify', BUTTONS.refuted, 'refute', DANGER),
        urge,
      ];
    case 'closed':
      if (reason === 'look-back') return [make.ask('reopen', BUTTONS.refuted, 'reopen', DANGER)];
      return askRating ? ratings(make) : [];
    case 'void':
      return [];
  }
}

/** One step stands out; two filled buttons would ask the eye to choose. */
function emphasiseFirst(buttons: Button[]): Button[] {
  return buttons.map((b, i) => (i > 0 && b.type === 'primary_filled' ? { ...b, type: 'default' } : b));
}

export interface ButtonView {
  /** Why the private card comes; some reasons bring a step of their own. */
  reason?: NoticeReason;
  /** Rights of the one reader; undefined in a group, where all see the same and the server decides who may. */
  allowed?: ReadonlySet<ButtonRight>;
  /** The last change is fresh enough to be taken back by whoever sees the card. */
  undoable: boolean;
  /** Somebody is still to be asked whether they are satisfied. */
  askRating: boolean;
}

export function issueButtons(issue: Issue, view: ButtonView): IssueButtons {
  const make = makerFor(issue);
  const { reason, allowed } = view;
  const may = (choice: Choice) => choice.right === 'read' || !allowed || allowed.has(choice.right);
  const open = issue.status !== 'closed' && issue.status !== 'void';
  const fresh = issue.status === 'unrouted' || issue.status === 'unsigned';
  const ticks = open && issue.status !== 'verifying' && issue.coUnits.some((co) => co.doneAt === null);
  const small: Choice[] = [
    ...(ticks ? [make.tap('tick-co-unit', SMALL_BUTTONS.tick, 'tick-co-unit')] : []),
    ...(issue.status === 'working' ? [make.ask('progress', SMALL_BUTTONS.progress, 'progress')] : []),
    ...(fresh
      ? [
          make.ask('correct', SMALL_BUTTONS.correctUnit, 'correct-unit'),
          make.ask('correct', SMALL_BUTTONS.correctDeadline, 'correct-deadline'),
          make.ask('correct', SMALL_BUTTONS.correctProject, 'correct-project'),
        ]
      : []),
    ...(view.undoable ? [make.tap('read', BUTTONS.undo, 'undo')] : []),
    // Of a new problem the card shows all there is.
    ...(fresh ? [] : [make.say(SMALL_BUTTONS.history, `历史 #${issue.id}`)]),
    make.say(SMALL_BUTTONS.explain, `怎么算的 #${issue.id}`),
  ];
  const steps = stepsOf(issue, make, view);
  const main = [...approvals(issue, make, reason), ...steps].filter(may);
  return { main: emphasiseFirst(main.map((c) => c.button)), small: small.filter(may).map((c) => c.button) };
}
