/** What the answer says of words that had no part in it. */

const MOST = 3;

/** Clauses beside the question that hold nothing of it. */
export function unusedText(unused: readonly string[]): string {
  const words = unused.slice(0, MOST).map((one) => `“${one.slice(0, 20)}”`);
  return `没有用上：${words.join('')}${unused.length > MOST ? '等' : ''}。`;
}

/** Said, and taken back at once. */
export function correctedText(right: string, wrong: string): string {
  return `按更正后的“${right.slice(0, 16)}”算，没有算“${wrong.slice(0, 16)}”。`;
}

/** A word was read as the speaker explained it. */
export function explainedText(heard: string, meaning: string): string {
  return `“${heard.slice(0, 16)}”按您说的“${meaning.slice(0, 16)}”算。`;
}

/** The contact of a firm is named, and the firm's project is meant. */
export function asContactText(person: string, project: string): string {
  return `${person}是${project}的企业联系人，按${project}的算。`;
}

/** 周局, 志强同志: the one who may be meant. */
export function calledText({ heard, name }: { heard: string; name: string }): string {
  return `“${heard}”按${name}算。`;
}

/** 达产, which nobody records: what is told in its place. */
export function nearNodeText(heard: string, node: string): string {
  return `“${heard}”没有单独登记日期，下面是“${node}”的。`;
}
