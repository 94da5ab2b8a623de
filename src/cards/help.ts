/** 帮助: the command table as people read it. */
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { escapeMarkdown } from './escape.ts';
import { type Card, card, footnote, markdown, textBlock } from './kit.ts';

/** A row of the command table, as far as help shows it. */
export interface HelpRow {
  /** Canonical word first, synonyms after. */
  words: readonly string[];
  usage: string;
  summary: string;
  group: string;
  example?: readonly string[];
}

function topicCard(row: HelpRow, demo: boolean): Card {
  const [word, ...synonyms] = row.words;
  const examples = row.example ?? [];
  return card({
    title: `帮助:${word}`,
    color: 'blue',
    summary: `${word}:${row.summary}`,
    elements: [
      markdown(`**${escapeMarkdown(row.summary)}**`, 'heading'),
      textBlock(`说法:${row.usage}`),
      ...(examples.length > 0 ? [textBlock(`例如:\n${examples.join('\n')}`)] : []),
      ...(synonyms.length > 0 ? [footnote(`也可以说:${synonyms.join('、')}`)] : []),
    ],
    demo,
  });
}

/** @param topic a command word; the card then explains that one alone, unknown words give the whole table */
export function helpCard(rows: readonly HelpRow[], topic: string | undefined, demo: boolean): Card {
  const asked = topic === undefined ? undefined : rows.find((row) => row.words.includes(topic.trim()));
  if (asked) return fitCard(topicCard(asked, demo), '…');
  const groups = Map.groupBy(rows, (row) => row.group);
  const body: CardElement[] = [...groups].map(([group, members]) => {
    const lines = members.map(
      (row) => `**${escapeMarkdown(row.words[0] ?? '')}** ${escapeMarkdown(row.summary)}`,
    );
    return markdown([`<font color='blue'>**${escapeMarkdown(group)}**</font>`, ...lines].join('<br>'));
  });
  const made = card({
    title: '专班秘书能做什么',
    color: 'blue',
    summary: '专班秘书的全部说法',
    elements: [
      textBlock('群里 @我 说,或私聊直接说。最常用:报 事项 单位 时限'),
      ...body,
      footnote('发“帮助 报”看一条的详细用法'),
    ],
    demo,
  });
  return fitCard(made, '…(其余请发“帮助 说法”查看)');
}
