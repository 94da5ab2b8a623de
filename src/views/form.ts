/** What a form is about: its issue, what was typed before, whom it may offer. */

import type { FormSubject } from '../cards/form.ts';
import { readDraft } from '../db/draft.ts';
import { loadIssue } from '../db/issue.ts';
import { loadLinks } from '../db/link.ts';
import type { Tx } from '../db/open.ts';
import { findPeopleOfUnit } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import type { Project } from '../domain/model.ts';
import { isDone } from '../domain/plan/link-state.ts';
import { LOG_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
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
    ...(answer.form === 'log' && { links: await linksOf(tx, projects, directory) }),
    ...(people.length > 0 && { people }),
  };
}

/** What is not over yet, of the only project that can be chosen: numbers of several would be mistaken. */
async function linksOf(tx: Tx, projects: readonly Project[], directory: Directory) {
  const [only, ...others] = projects;
  if (!only || others.length > 0) return [];
  const links = await loadLinks(tx, only.id, directory.settings.timeZone);
  return links
    .filter((link) => !isDone(link))
    .map(({ definition }) => ({ id: definition.no, name: linkTitle(definition) }));
}
