/** What a form is about: its issue, what was typed before, whom it may offer. */

import type { FormSubject } from '../cards/form.ts';
import { readDraft } from '../db/draft.ts';
import { loadIssue } from '../db/issue.ts';
import { loadLinksOf } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { findPeopleOfUnit } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { linkChoice } from '../domain/form-values.ts';
import type { Project } from '../domain/model.ts';
import { isDone, linkStates } from '../domain/plan/link-state.ts';
import { LOG_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { clip, oneLine } from '../text/escape.ts';
import { linkTitle } from '../text/link.ts';
import { formOf } from '../verbs/verbs.ts';
import type { Viewer } from './context.ts';
import { maySeeProject } from './project.ts';

export async function formSubject(
  tx: Tx,
  answer: Answer & { kind: 'form' },
  viewer: Viewer,
): Promise<FormSubject> {
  const issue = answer.issueId === undefined ? undefined : await loadIssue(tx, answer.issueId);
  const draft = answer.draftId === undefined ? undefined : await readDraft(tx, answer.draftId);
  const read = draft && readPayload(LOG_DRAFT, draft.payload);
  const line = read?.ok ? read.payload.lines[0] : undefined;
  const suggested = line?.deadline && 'suggestion' in line.deadline ? line.deadline.suggestion : undefined;
  const { directory, chat } = viewer;
  const own = viewer.features.forms.get(answer.form);
  const projects = directory.liveProjects.filter((one) => maySeeProject(one, viewer));
  const ofUnit = formOf(answer.form)?.fields.some((field) => field.ask === 'person' && field.of === 'unit');
  const people = ofUnit && issue?.unitId != null ? await findPeopleOfUnit(tx, issue.unitId) : [];
  return {
    place: chat ? 'chat' : 'person',
    ...(issue && { issue }),
    ...(answer.lead && { lead: answer.lead }),
    ...(own && { own: await own.draw(tx, own.within.parse(answer), viewer) }),
    ...(draft &&
      line && {
        draft: {
          id: draft.id,
          text: line.text ?? '',
          unitId: line.unitId ?? null,
          projectId: line.projectId ?? null,
          ...(suggested !== undefined && { day: suggested }),
        },
      }),
    // In a project's group only its own projects are offered, for other names are none of its business.
    ...(answer.form !== 'bind' && { projects }),
    ...(answer.form === 'log' && { links: await linksOf(tx, projects, viewer) }),
    ...(people.length > 0 && { people }),
  };
}

/** Projects whose links fit into one list. */
const LINKED_PROJECTS = 6;
/** Links beyond which those that are on now stand first, since a list may be cut. */
const IN_ORDER = 40;

/**
 * Links that are not over, with the project's name where several may be meant: of the group's projects, in private of
 * those the person holds a post in, else of the few that are seen.
 */
async function linksOf(tx: Tx, seen: readonly Project[], { actor, chat, directory }: Viewer) {
  const posts = [...actor.secretaryOf, ...actor.contactOf, ...actor.leaderOf];
  const own = chat ? seen : seen.filter(({ id }) => posts.includes(id));
  const projects = own.length > 0 ? own : seen;
  if (projects.length > LINKED_PROJECTS && own.length === 0) return [];
  const ids = projects.slice(0, LINKED_PROJECTS).map(({ id }) => id);
  const all = await loadLinksOf(tx, ids, directory.settings.timeZone);
  const offered = [...all].flatMap(([projectId, links]) => {
    const states = linkStates(links);
    const project = directory.project(projectId);
    const name = projects.length > 1 && project ? `${clip(oneLine(shortNameOf(project)), 14)} · ` : '';
    return links
      .filter((link) => !isDone(link))
      .map(({ definition }) => ({
        id: linkChoice({ projectId, no: definition.no }),
        name: `${name}${linkTitle(definition)}`,
        now: states.get(definition.code) !== 'waiting',
      }));
  });
  if (offered.length <= IN_ORDER) return offered;
  return offered.toSorted((a, b) => Number(b.now) - Number(a.now));
}

function shortNameOf({ name, shortNames }: Project): string {
  return shortNames[0] ?? name;
}
