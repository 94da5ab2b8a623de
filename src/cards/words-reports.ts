/** Words of the office's reports. */

export const REPORT_TEXTS = {
  officeOnly: '这项只在综合办群或私聊里看，请与我私聊再发一遍。',
} as const;

/** Below a section of a report that shows only its first lines. */
export function moreInListText(left: number, counted: string): string {
  return `其余 ${left} ${counted}从略${counted === '件' ? '，详见问题台账' : ''}。`;
}
