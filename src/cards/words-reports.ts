/** Words of the office's reports. */

export const REPORT_TEXTS = {
  officeOnly: '这项只在综合办群或私聊里看，请与我私聊再发一遍。',
} as const;

/** Below a section of a report that shows only its first lines. */
export function moreInListText(left: number, counted: string): string {
  return `另有 ${left} ${counted}，见清单。`;
}
