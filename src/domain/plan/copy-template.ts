/** A project's own copy of a template: units found, 不涉及 as the template has it by default. Pure. */
import type { Directory } from '../directory.ts';
import type { Instant } from '../time.ts';
import { unitOfLink } from './match-unit.ts';
import type { LinkDefinition, LinkTemplate, ProjectLink } from './model.ts';

export interface CopiedLink {
  definition: LinkDefinition;
  unitId: number | null;
  unconcerned: ProjectLink['unconcerned'];
}

/** @param by.reason in words, for a link that does not concern a project nobody has said anything about */
export function copyLinks(
  template: LinkTemplate,
  areaId: number,
  directory: Directory,
  by: { id: number; at: Instant; reason: (question: string) => string },
): CopiedLink[] {
  return template.links.map((definition) => ({
    definition,
    unitId: unitOfLink(definition, areaId, directory),
    unconcerned:
      definition.trigger?.concerned === false
        ? { reason: by.reason(definition.trigger.question), byId: by.id, at: by.at }
        : null,
  }));
}
