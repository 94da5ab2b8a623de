/** What is said with a problem that was found by a description in somebody's own words. */

const MOST_WORDS = 4;

function quoted(words: readonly string[]): string {
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `“${word}”`)
    .join('、');
}

/**
 * @param words of the description that stand in it
 * @param project its own, where another was named
 * @param fact what was asked of it, in words
 */
export function foundText(words: readonly string[], more: { project?: string; fact?: string } = {}): string {
  const by = words.length > 0 ? `${quoted(words)}` : '';
  const where = more.project === undefined ? '' : `，是${more.project}的`;
  return `按您的话${by}找到这一件${where}。${more.fact === undefined ? '' : `${more.fact}。`}`;
}

/** @param each number, title and how it stands */
export function foundSeveralText(each: readonly string[]): string {
  return ['您说的可能是其中一件，点编号看详情：', ...each].join('\n');
}

/** Two were described at once. */
export function foundBothText(each: readonly string[]): string {
  return ['按您的话找到这两件，点编号看详情：', ...each].join('\n');
}

/** @param stands project, unit and state */
export function foundLine(issueId: number, title: string, stands: readonly string[]): string {
  return `#${issueId} ${title}（${stands.filter((one) => one !== '').join(' · ')}）`;
}
