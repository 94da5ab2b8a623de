/** Short forms the rows of the shipped template are written in. */
import type { Dependency, DependencyKind, LinkDefinition, LinkDuration, Material } from './model.ts';

/** A row as it is shipped: nobody has confirmed it, and it names nobody. */
export type ShippedLink = Omit<LinkDefinition, 'confirmedOn' | 'unitId' | 'contactId'>;

export function ship(link: ShippedLink): LinkDefinition {
  return { ...link, confirmedOn: null, unitId: null, contactId: null };
}

export const SAME_DAY: LinkDuration = { n: 1, unit: 'same-day' };

export function workingDays(n: number): LinkDuration {
  return { n, unit: 'working-days' };
}

export function hard(on: string, kind: DependencyKind): Dependency {
  return { on, kind, hard: true };
}

export function soft(on: string, kind: DependencyKind): Dependency {
  return { on, kind, hard: false };
}

/** Must be there before the link is done. */
export function needs(name: string, producedBy: string | null = null): Material {
  return { name, deferrable: false, producedBy };
}

/** May be handed in later (容缺). */
export function later(name: string, producedBy: string | null = null): Material {
  return { name, deferrable: true, producedBy };
}
