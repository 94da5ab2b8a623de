/** What a row of the tables of rewordings is, and how they are written. */

/** Every place of a sentence that the pattern finds is put in other words; `$1` is what its first group found. */
export type Rewording = readonly [pattern: RegExp, instead: string, onwards: boolean];

/** The second arrow is of a row that what goes on from an answer is read through, too. */
const ARROW = /\s(→|⇒)/u;

/**
 * The rows of a table: `pattern → words`, one after the other, `pattern →` where nothing is put in its place. A row goes on
 * until its arrow, however many lines it takes; a line that begins with // is a comment.
 */
export function rewordings(table: TemplateStringsArray, ...parts: readonly string[]): readonly Rewording[] {
  const rows: Rewording[] = [];
  let pattern = '';
  for (const line of String.raw(table, ...parts).split('\n')) {
    if (line.trimStart().startsWith('//')) continue;
    const [part = '', arrow, instead = ''] = line.split(ARROW);
    pattern += part.trim();
    if (!arrow) continue;
    rows.push([new RegExp(pattern, 'gu'), instead.trim(), arrow === '⇒']);
    pattern = '';
  }
  return rows;
}
