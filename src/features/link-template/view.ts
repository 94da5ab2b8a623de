/** What previews and the list of templates are drawn from. */
import { z } from 'zod';
import { countTaken, listTemplates } from '../../db/link-template.ts';
import type { Tx } from '../../db/open.ts';
import { findPeople } from '../../db/person.ts';
import type { Directory } from '../../domain/directory.ts';
import { unitOfLink } from '../../domain/plan/match-unit.ts';
import type { LinkDefinition, LinkTemplate } from '../../domain/plan/model.ts';
import { storedKind } from '../../kinds/kind.ts';
import { record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { viewContext } from '../../views/context.ts';
import { templatesCard } from './card.ts';
import { isOpen } from './rules.ts';
import type { Names } from './words-facts.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    'link-templates': object;
  }
}

export const TEMPLATES_ANSWER = defineAnswer(
  storedKind('link-templates', record({ kind: z.literal('link-templates') })),
  {
    place: 'administration',
    async draw(tx, _answer, viewer) {
      const { directory } = viewer;
      const lines = (await listTemplates(tx)).map(({ template, chosen, changedAt }) => ({
        name: template.name,
        chosen,
        links: template.links.length,
        open: template.links.filter(isOpen).map(({ no }) => no),
        reviewedOn: template.reviewedOn,
        changedAt,
        unmatched: chosen ? unmatchedLinks(template, directory) : [],
      }));
      const card = templatesCard({ lines, taken: await countTaken(tx) }, await viewContext(tx, viewer, {}));
      return { kind: 'card', card };
    },
  },
);

/** Links for which the areas of projects have no unit; without any project, the top of the tree. */
function unmatchedLinks({ links }: LinkTemplate, directory: Directory): LinkDefinition[] {
  const areas = new Set(directory.data.projects.map(({ areaId }) => areaId));
  if (areas.size === 0) areas.add(directory.topAreaId);
  return links.filter((link) => [...areas].some((areaId) => unitOfLink(link, areaId, directory) === null));
}

/** Names of all units and people the templates speak of. */
export async function namesOf(
  tx: Tx,
  templates: readonly LinkTemplate[],
  directory: Directory,
): Promise<Names> {
  const ids = templates.flatMap(({ links }) => links.flatMap(({ contactId }) => contactId ?? []));
  const people = new Map((await findPeople(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  return {
    unit: (id) => {
      const unit = directory.unit(id);
      return unit && !unit.closed ? unit.name : undefined;
    },
    person: (id) => people.get(id),
  };
}
