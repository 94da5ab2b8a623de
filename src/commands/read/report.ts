/** What readers of reports have in common: an area by name. */
import type { ReadInput } from '../../language/definition.ts';
import { isBlank, type Phrase, trimMarks } from '../../language/phrase.ts';

/** A name of an area may follow; anything else is no such command. */
export function areaIn(input: ReadInput, rest: Phrase): { areaHeard: string } | null {
  const bare = trimMarks(rest);
  if (isBlank(bare)) return { areaHeard: '' };
  const known = input.context.directory.data.areas.some((area) => area.name === bare.text);
  return known || (input.separated && bare.text.length <= 20) ? { areaHeard: bare.text } : null;
}
