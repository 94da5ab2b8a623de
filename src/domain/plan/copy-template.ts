/** A project's own copy of a template: units found, 不涉及 as the template has it by default. Pure. */
import type { Directory } from '../directory.ts';
import type { Unit } from '../model.ts';
import type { Instant } from '../time.ts';
import type { LinkDefinition, LinkTemplate, ProjectLink } from './model.ts';

export interface CopiedLink {
  definition: LinkDefinition;
  unitId: number | null;
  unconcerned: ProjectLink['unconcerned'];
}

/** Why a link does not concern a project nobody has said anything about. */
export function byTemplateText(definition: LinkDefinition): string {
  return `按模板默认，${definition.trigger?.question ?? ''}`;
}

export function copyLinks(
  template: LinkTemplate,
  areaId: number,
  directory: Directory,
  by: { id: number; at: Instant },
): CopiedLink[] {
  return template.links.map((definition) => ({
    definition,
    unitId: unitOf(definition, areaId, directory),
    unconcerned:
      definition.trigger?.concerned === false
        ? { reason: byTemplateText(definition), byId: by.id, at: by.at }
        : null,
  }));
}

/** Chosen by the administrator, else found by the words of the authority; null: the office names it. */
function unitOf(
  { unitId, authorities }: LinkDefinition,
  areaId: number,
  directory: Directory,
): number | null {
  const chosen = unitId === null ? undefined : directory.unit(unitId);
  if (chosen && !chosen.closed) return chosen.id;
  return matchUnit(authorities, areaId, directory);
}

function matchUnit(authorities: readonly string[], areaId: number, directory: Directory): number | null {
  const near = directory.data.units.filter(
    (unit) =>
      !unit.closed && (directory.reaches(unit.areaId, areaId) || directory.reaches(areaId, unit.areaId)),
  );
  const tests: ((unit: Unit, word: string) => boolean)[] = [
    (unit, word) => [unit.name, ...unit.shortNames].includes(word),
    (unit, word) => [unit.name, ...unit.shortNames].some((name) => name.includes(word)),
  ];
  for (const word of authorities)
    for (const fits of tests) {
      const found = near.filter((unit) => fits(unit, word));
      if (found.length === 1 && found[0]) return found[0].id;
    }
  return null;
}
