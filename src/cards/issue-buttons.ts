/** The buttons of a problem's card: what makes sense in its status, and no more than a reader may. */
import type { Issue, IssueVerb } from '../domain/issue.ts';
import { BUTTONS, SMALL_BUTTONS } from '../text/words.ts';
import type { ButtonView as StateView, VerbButton } from '../verbs/button.ts';
import { VERBS } from '../verbs/verbs.ts';
import { encodeAction } from './actions.ts';
import type { Button } from './element.ts';
import { type ButtonLook, button } from './kit.ts';
import { OWN_STEPS } from './words.ts';

/** What a reader may, in the words of the domain. */
export type ButtonRight = IssueVerb;

export interface IssueButtons {
  main: Button[];
  small: Button[];
}

const LOOKS: Record<NonNullable<VerbButton['look']>, ButtonLook> = {
  strong: { type: 'primary_filled' },
  danger: { type: 'danger' },
};

function drawn(verb: IssueVerb, { label, look, by }: VerbButton, issue: Issue): Button {
  const at = { issueId: issue.id, seen: issue.version };
  const value =
    'form' in by
      ? encodeAction({ do: 'open-form', form: by.form, ...at })
      : encodeAction({ do: 'verb', verb, ...at, ...(Object.keys(by.tap).length > 0 && { args: by.tap }) });
  return button(OWN_STEPS[issue.kind]?.[verb] ?? label, value, look && LOOKS[look]);
}

/** One step stands out; two filled buttons would ask the eye to choose. */
function emphasiseFirst(buttons: Button[]): Button[] {
  return buttons.map((b, i) => (i > 0 && b.type === 'primary_filled' ? { ...b, type: 'default' } : b));
}

export interface ButtonView extends StateView {
  /** Rights of the one reader; undefined in a group, where all see the same and the server decides who may. */
  allowed?: ReadonlySet<ButtonRight>;
  /** The last change is fresh enough to be taken back by whoever sees the card. */
  undoable: boolean;
  /** Its project has links, and it holds none of them up yet. */
  linkable?: boolean | undefined;
}

/** All buttons of the card in its present state, in the order of their rank. */
export function issueButtons(issue: Issue, view: ButtonView): IssueButtons {
  const { allowed, undoable } = view;
  const offered = VERBS.filter(({ verb }) => !allowed || allowed.has(verb))
    .flatMap((one) => (one.buttons?.(issue, view) ?? []).map((its) => ({ verb: one.verb, its })))
    .toSorted((a, b) => a.its.rank - b.its.rank);
  const sized = (size: VerbButton['size']) =>
    offered.filter(({ its }) => its.size === size).map(({ verb, its }) => drawn(verb, its, issue));
  const say = (label: string, command: string) => button(label, encodeAction({ do: 'answer', command }));
  const fresh = issue.status === 'unrouted' || issue.status === 'unsigned';
  const undo = { do: 'verb', verb: 'undo', issueId: issue.id, seen: issue.version } as const;
  return {
    main: emphasiseFirst(sized('main')),
    small: [
      ...sized('small'),
      ...(view.linkable ? [say(SMALL_BUTTONS.blocks, `卡 #${issue.id}`)] : []),
      ...(undoable ? [button(BUTTONS.undo, encodeAction(undo))] : []),
      // Of a new problem the card shows all there is.
      ...(fresh ? [] : [say(SMALL_BUTTONS.history, `历史 #${issue.id}`)]),
      say(SMALL_BUTTONS.explain, `怎么算的 #${issue.id}`),
    ],
  };
}
