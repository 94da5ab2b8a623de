/** What a group reads along: all that is said in it, so less is shown there than to the asker alone. */
import { ONLY_IN_PRIVATE } from '../cards/words-group.ts';
import { cardsOfIssue } from '../db/card.ts';
import type { Tx } from '../db/open.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { type Refused, refuse } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import type { Chat } from '../domain/model.ts';
import type { Viewer } from './context.ts';

const ADMINISTRATION: readonly Answer['kind'][] = [
  'units',
  'categories',
  'people',
  'roles',
  'settings',
  'holidays',
  'areas',
  'health',
];
/** Rights are asked where they are drawn: a project's secretary sees its rules, too. */
const RULES: readonly Answer['kind'][] = ['rules', 'rules-preview'];
/** Of these everybody of the own house may look at the lists. */
const OPEN_TO_ALL: readonly Answer['kind'][] = ['units', 'categories', 'areas'];

/** Answers without any data of the deployment. */
const HARMLESS: readonly Answer['kind'][] = [
  'text',
  'refusal',
  'misuse',
  'unknown',
  'suggest',
  'error',
  'welcome-back',
  'greeting',
  'help',
  'bind',
];

/**
 * The answer as this place and person may have it: nothing but the way to bind it in an unbound group, master data in
 * private only, and of the administrators' lists none for anybody else. Asked when it is drawn, whatever led to it.
 */
export function placeOf(answer: Answer, { chat, actor, directory, features }: Viewer): Answer {
  const administers =
    ADMINISTRATION.includes(answer.kind) || features.answers.get(answer.kind)?.place === 'administration';
  if (RULES.includes(answer.kind) && !chat) return answer;
  if (administers || RULES.includes(answer.kind)) {
    if (chat) return { kind: 'text', tone: 'warning', text: ONLY_IN_PRIVATE };
    if (!actor.person.home) return { kind: 'refusal', refusal: { code: 'enterprise-only-here' } };
    const may = OPEN_TO_ALL.includes(answer.kind) || allows(actor, 'admin', null, directory);
    return may === true ? answer : { kind: 'refusal', refusal: may.refusal };
  }
  if (chat?.kind !== 'unbound' || HARMLESS.includes(answer.kind)) return answer;
  if (answer.kind === 'form' && answer.form === 'bind') return answer;
  return { kind: 'bind', lead: 'group-not-bound' };
}

/** Areas an office group may read of: its own and all below. undefined: anywhere else, where other bounds hold. */
export function areasShown({ chat, directory }: { chat: Chat | undefined; directory: Directory }) {
  if (chat?.kind !== 'office') return undefined;
  const top = chat.areaId ?? directory.topAreaId;
  return directory.data.areas.map((area) => area.id).filter((id) => directory.reaches(top, id));
}

/** Whether an issue may be shown to the asker here: in a group only what all of it may read. */
export async function maySeeIssue(tx: Tx, issue: Issue, viewer: Viewer): Promise<true | Refused> {
  const { chat, actor, directory } = viewer;
  const may = allows(actor, 'see', issue, directory, { chatProjectIds: chat?.projectIds ?? [] });
  if (may !== true || !chat) return may;
  if (areasShown(viewer)?.includes(issue.areaId)) return true;
  if (issue.projectId !== null && chat.projectIds.includes(issue.projectId)) return true;
  const places = await cardsOfIssue(tx, issue.id);
  const shownHere = places.some((place) => place.place === 'chat' && place.target === chat.id);
  return shownHere ? true : refuse('not-yours-to-see', { here: 'group' });
}

/** The area and all below it. */
export function areasBelow(areaId: number, directory: Directory): number[] {
  const below = directory.data.areas.map((area) => area.id).filter((id) => directory.reaches(areaId, id));
  return [areaId, ...below.filter((id) => id !== areaId)];
}
