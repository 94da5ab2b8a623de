/** Predecessors as people write them: 5、10建议. Pure. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import type { Dependency, LinkDefinition } from '../../domain/plan/model.ts';

const ONE = new RegExp(`^第?(${NUMERAL})号?(?:环节)?(?:\\((.+)\\)|(建议|软|可并行|必须|硬))?$`);
const SOFT = /建议|软|并行/;
const NOBODY = /^(?:无|没有|-|—|0)?$/;

export type PredecessorsRead =
  | { ok: true; dependencies: Dependency[] }
  /** `heard`: the part that is not one, or names no link, or the link itself. */
  | { ok: false; heard: string };

/**
 * Numbers of links; one with 建议 behind it need not be done first. What kind an edge is stays where it was there before.
 * @param link whose predecessors they are; its `dependencies` are those of before
 */
export function readPredecessors(
  text: string,
  link: Pick<LinkDefinition, 'code' | 'dependencies'>,
  links: readonly Pick<LinkDefinition, 'code' | 'no'>[],
): PredecessorsRead {
  const said = text.normalize('NFKC').trim();
  if (NOBODY.test(said)) return { ok: true, dependencies: [] };
  const dependencies = new Map<string, Dependency>();
  for (const heard of said.split(/[\s、,;。和及与]+/).filter(Boolean)) {
    const [, number = '', bracket, suffix] = ONE.exec(heard) ?? [];
    const on = links.find(({ no }) => no === readNumeral(number))?.code;
    if (on === undefined || on === link.code) return { ok: false, heard };
    dependencies.set(on, edge(on, !SOFT.test(bracket ?? suffix ?? ''), link.dependencies));
  }
  return { ok: true, dependencies: [...dependencies.values()] };
}

function edge(on: string, hard: boolean, known: readonly Dependency[]): Dependency {
  const before = known.find((one) => one.on === on);
  if (before?.hard === hard) return before;
  if (!hard) return { on, kind: before?.kind ?? 'recommended-flow', hard };
  const kind = before && before.kind !== 'recommended-flow' ? before.kind : 'legal-sequence';
  return { on, kind, hard };
}
