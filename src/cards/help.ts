/** 帮助: the command table as people read it, each of them no more than they may use. */

import { escapeMarkdown } from '../text/escape.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { type Card, card, footnote, markdown, panel, textBlock } from './kit.ts';

/** A row of the command table, as far as help shows it. */
export interface HelpRow {
  /** Canonical word first, synonyms after. */
  words: readonly string[];
  usage: string;
  summary: string;
  group: string;
  example?: readonly string[];
  /** Administrators only. */
  admin?: boolean;
  /** An enterprise contact may use it, too. */
  contact?: boolean;
  /** false: a step a leader has no right to. */
  leader?: boolean;
}

/** Whose help it is; an administrator's in a group is an official's. */
export type HelpReader = 'contact' | 'leader' | 'official' | 'administrator';

/** Groups that lie open, first; the others open with a tap. */
const OPEN: Record<HelpReader, readonly string[]> = {
  contact: ['登记', '办理', '查询'],
  leader: ['查询', '报表'],
  official: ['登记', '办理'],
  administrator: ['登记', '办理'],
};

const LEADS: Record<HelpReader, string> = {
  contact: '请在项目群里 @我 说。最常用：报 事项',
  leader: '直接用大白话问，例如：',
  official: '群里 @我 说，或私聊直接说。最常用：报 事项 单位 时限',
  administrator: '群里 @我 说，或私聊直接说。最常用：报 事项 单位 时限',
};

const REMARKS: Record<HelpReader, string | undefined> = {
  contact: undefined,
  leader: undefined,
  official: '其余管理用法只给管理员，在私聊里看',
  administrator: undefined,
};

function topicCard(rows: readonly [HelpRow, ...HelpRow[]], demo: boolean): Card {
  const [word] = rows[0].words;
  const synonyms = new Set(rows.flatMap((row) => row.words.slice(1)));
  return card({
    title: `帮助：${word}`,
    color: 'default',
    summary: `${word}：${rows[0].summary}`,
    elements: [
      ...rows.flatMap((row) => [
        markdown(`**${escapeMarkdown(row.summary)}**`, 'heading'),
        textBlock(`说法：${row.usage}`),
        ...(row.example?.length ? [textBlock(`例如：\n${row.example.join('\n')}`)] : []),
      ]),
      ...(synonyms.size > 0 ? [footnote(`也可以说：${[...synonyms].join('、')}`)] : []),
    ],
    demo,
  });
}

/** The rows of the word that was asked about: several when it does several things (节假日, 项目 …). */
function rowsOf(rows: readonly HelpRow[], topic: string): readonly HelpRow[] {
  const asked = topic.trim();
  const word = (rows.find((row) => row.words[0] === asked) ?? rows.find((row) => row.words.includes(asked)))
    ?.words[0];
  return word === undefined ? [] : rows.filter((row) => row.words[0] === word);
}

function mayUse(row: HelpRow, reader: HelpReader): boolean {
  if (reader === 'administrator') return true;
  if (reader === 'contact') return row.contact === true;
  return row.admin !== true && (reader !== 'leader' || row.leader !== false);
}

/** One word once, with all it does. */
function groupText(rows: readonly HelpRow[]): string {
  const words = Map.groupBy(rows, (row) => row.words[0] ?? '');
  return [...words]
    .map(
      ([word, same]) =>
        `**${escapeMarkdown(word)}** ${same.map((row) => escapeMarkdown(row.summary)).join('；')}`,
    )
    .join('<br>');
}

/** @param topic a command word; the card then explains that one alone, unknown words give the whole table */
export function helpCard(
  rows: readonly HelpRow[],
  topic: string | undefined,
  look: { reader: HelpReader; demo: boolean },
): Card {
  const { reader, demo } = look;
  const [first, ...others] = topic === undefined ? [] : rowsOf(rows, topic);
  if (first) return fitCard(topicCard([first, ...others], demo), '…');
  const groups = Map.groupBy(
    rows.filter((row) => mayUse(row, reader)),
    (row) => row.group,
  );
  const isOpen = (group: string) => reader === 'contact' || OPEN[reader].includes(group);
  const ordered =
    reader === 'leader' ? [...groups].sort(([a], [b]) => Number(isOpen(b)) - Number(isOpen(a))) : [...groups];
  const examples = reader === 'leader' ? (rows.find((row) => row.words[0] === '问')?.example ?? []) : [];
  const body: CardElement[] = ordered.map(([group, members]) =>
    isOpen(group)
      ? markdown(`<font color='blue'>**${escapeMarkdown(group)}**</font><br>${groupText(members)}`)
      : panel(group, [markdown(groupText(members))]),
  );
  const remark = REMARKS[reader];
  const made = card({
    title: '专班秘书能做什么',
    color: 'default',
    summary: reader === 'contact' ? '专班秘书能为您做什么' : '专班秘书的全部说法',
    elements: [
      textBlock([LEADS[reader], ...examples].join('\n')),
      ...body,
      footnote('发“帮助 报”看一条的详细用法'),
      ...(remark ? [footnote(remark)] : []),
    ],
    demo,
  });
  return fitCard(made, '…（其余请发“帮助 说法”查看）');
}
