/** What is left of a live card where its problem may no longer be shown. */
import { type Card, card, footnote } from './kit.ts';

const WORDS = {
  chat: '这件事已转到其他项目，本群不再显示。',
  person: '这件事已不在您的查看范围内。',
} as const;

/** The number alone: whoever looks for it is told by 查 who may see it. */
export function movedCard(issueId: number, place: keyof typeof WORDS, demo: boolean): Card {
  return card({
    title: `#${issueId} 已移出`,
    color: 'grey',
    summary: `#${issueId} 已移出`,
    elements: [footnote(WORDS[place])],
    demo,
  });
}
