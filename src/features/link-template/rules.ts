/** What an administrator changes in a template of links, and what must hold of it afterwards. Pure. */
import type {
  Dependency,
  LinkDefinition,
  LinkDuration,
  LinkTemplate,
  Material,
  StatutoryDuration,
} from '../../domain/plan/model.ts';
import { CONSTRUCTION } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';

/** One change of one link. */
export type LinkChange =
  | { field: 'promised'; duration: LinkDuration }
  | { field: 'statutory'; statutory: StatutoryDuration | null }
  | { field: 'contact'; personId: number | null }
  | { field: 'unit'; unitId: number | null }
  | { field: 'name'; name: string }
  | { field: 'material-added'; material: Material }
  | { field: 'material-removed'; name: string }
  | { field: 'dependencies'; dependencies: Dependency[] }
  | { field: 'fee'; text: string }
  | { field: 'place'; text: string | null }
  | { field: 'concerned'; concerned: boolean; question: string }
  | { field: 'confirmed' };

export const LINK_FIELDS: readonly LinkChange['field'][] = [
  'promised',
  'statutory',
  'contact',
  'unit',
  'name',
  'material-added',
  'material-removed',
  'dependencies',
  'fee',
  'place',
  'concerned',
  'confirmed',
];

/** The link as it is after the change. Giving it a duration confirms what its grade left open. */
export function changeLink(link: LinkDefinition, change: LinkChange, today: Day): LinkDefinition {
  switch (change.field) {
    case 'promised':
      return { ...link, promised: change.duration, confirmedOn: today };
    case 'statutory':
      return { ...link, statutory: change.statutory, confirmedOn: today };
    case 'contact':
      return { ...link, contactId: change.personId };
    case 'unit':
      return { ...link, unitId: change.unitId };
    case 'name':
      return { ...link, name: change.name, synonyms: renamed(link, change.name) };
    case 'material-added':
      return { ...link, materials: [...link.materials, change.material] };
    case 'material-removed':
      return { ...link, materials: link.materials.filter(({ name }) => name !== change.name) };
    case 'dependencies':
      return { ...link, dependencies: change.dependencies };
    case 'fee':
      return { ...link, fee: change.text };
    case 'place':
      return { ...link, place: change.text };
    case 'concerned':
      return {
        ...link,
        trigger: { question: link.trigger?.question ?? change.question, concerned: change.concerned },
      };
    case 'confirmed':
      return { ...link, confirmedOn: today };
  }
}

/** The name it bore is still understood. */
function renamed({ name: before, synonyms }: LinkDefinition, name: string): string[] {
  const kept = synonyms.filter((synonym) => synonym !== name);
  return before === name || kept.includes(before) ? kept : [...kept, before];
}

/** The template with one link changed; undefined when it has no link of that code. */
export function changeTemplate(
  template: LinkTemplate,
  code: string,
  change: LinkChange,
  today: Day,
): LinkTemplate | undefined {
  if (!template.links.some((link) => link.code === code)) return undefined;
  return {
    ...template,
    links: template.links.map((link) => (link.code === code ? changeLink(link, change, today) : link)),
  };
}

/** Whether what it says stands on practice alone and nobody has confirmed it (待确认). */
export function isOpen({ grade, confirmedOn }: LinkDefinition): boolean {
  return grade === 'C' && confirmedOn === null;
}

/** What is wrong with a template, each at the link it is to be put right in. */
export type TemplateFault =
  | { code: string; fault: 'duplicate-number'; no: number }
  | { code: string; fault: 'unknown-predecessor'; on: string }
  | { code: string; fault: 'cycle'; nos: number[] }
  /** A node, or what 施工 lies between, is gone. */
  | { code: string; fault: 'needed' };

/** All faults, in the order of the links. Names and durations are judged where they are read. */
export function templateFaults(template: LinkTemplate): TemplateFault[] {
  const { links, construction, nodes } = template;
  const byCode = new Map(links.map((link) => [link.code, link]));
  const seen = new Set<number>();
  const faults: TemplateFault[] = [];
  for (const { code, no, dependencies } of links) {
    if (seen.has(no)) faults.push({ code, fault: 'duplicate-number', no });
    seen.add(no);
    for (const { on } of dependencies)
      if (!byCode.has(on)) faults.push({ code, fault: 'unknown-predecessor', on });
  }
  for (const code of [construction.after, ...construction.before, nodes.start, nodes.production])
    if (!byCode.has(code)) faults.push({ code, fault: 'needed' });
  const circle = findCycle(template);
  if (circle) {
    const nos = circle.flatMap((code) => byCode.get(code)?.no ?? []);
    faults.push({ code: circle.find((code) => code !== CONSTRUCTION) ?? '', fault: 'cycle', nos });
  }
  return faults;
}

/** Codes that wait for one another, each for the next; 施工 waits too. undefined: none do. */
function findCycle({ links, construction }: LinkTemplate): string[] | undefined {
  const before = new Map<string, string[]>(
    links.map(({ code, dependencies }) => [
      code,
      [...dependencies.map(({ on }) => on), ...(construction.before.includes(code) ? [CONSTRUCTION] : [])],
    ]),
  );
  before.set(CONSTRUCTION, [construction.after]);
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(code)) return path.slice(path.indexOf(code));
    if (done.has(code)) return undefined;
    for (const on of before.get(code) ?? []) {
      const found = walk(on, [...path, code]);
      if (found) return found;
    }
    done.add(code);
    return undefined;
  };
  for (const code of before.keys()) {
    const found = walk(code, []);
    if (found) return found;
  }
  return undefined;
}
