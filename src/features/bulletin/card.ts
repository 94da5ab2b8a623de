/** 红黑榜: the office's draft with figures and buttons, and what is published of it. Units and projects, never people. */

import { encodeOwn, encodeOwnForm } from '../../cards/actions.ts';
import type { CardElement } from '../../cards/element.ts';
import { choiceField, fitOptions, textField } from '../../cards/field.ts';
import type { OwnForm } from '../../cards/form.ts';
import { button, buttonRows, type Card, footnote, plain, smallButtons } from '../../cards/kit.ts';
import { type Report, type ReportLine, type ReportSection, reportCard } from '../../cards/report.ts';
import { LATE_MARK } from '../../cards/words.ts';
import type { Bulletin, BulletinEntry, BulletinPayload, PlateLine } from '../../domain/bulletin.ts';
import { ruleSetOf } from '../../domain/rule-sets.ts';
import type { PeriodFigures, ResultFigures } from '../../domain/stats.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { shortInstant } from '../../text/moments.ts';
import { personName, projectName, unitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { BUTTONS } from '../../text/words.ts';
import { APPROVE, DISCARD, EDIT } from './buttons.ts';
import { listedEntries } from './rules.ts';
import { countCards } from './rules-cards.ts';
import { BULLETIN_NAMES, BULLETIN_STATES, monthText } from './words.ts';
import { besideText, CARD_NAMES, cardText, EXEMPT_NAMES, ruleSetText } from './words-cards.ts';

export function entryName(entry: Pick<BulletinEntry, 'of' | 'id'>, ctx: ViewContext): string {
  return entry.of === 'unit' ? unitName(ctx, entry.id) : projectName(ctx, entry.id);
}

const rate = (value: number | null) => (value === null ? '—' : `${value}%`);
const days = (value: number | null) => (value === null ? '—' : `${value}`);

/** Red and yellow now, excused ones aside. */
function overdueOf({ plates }: BulletinPayload): number {
  return plates.reduce((sum, plate) => sum + plate.red.length + plate.yellow.length, 0);
}

/** Scopes stand beside each other and are never added up. */
function figureLines({ payload }: Bulletin): ReportLine[] {
  const scopes = [
    ['本月', payload.month],
    ['今年', payload.year],
    ['累计', payload.all],
  ] as const;
  const all = (of: (figures: PeriodFigures) => string) =>
    scopes.map(([name, figures]) => `${name} ${of(figures)}`).join(' · ');
  return [
    ...trendLine(payload),
    { text: '提出（件）', detail: all((one) => `${one.raised}`) },
    { text: '销号（件）', detail: all((one) => `${one.closed}`) },
    { text: `目前未销号 ${payload.open} 件，其中逾期 ${overdueOf(payload)} 件` },
    { text: '已销号的按时率', detail: all((one) => rate(one.onTimeRate)) },
    {
      text: '平均用时/承诺用时（工作日）',
      detail: all((one) => `${days(one.takenDays)}/${days(one.promisedDays)}`),
    },
    { text: '满意率', detail: all((one) => `${rate(one.satisfactionRate)}（${one.answered} 评）`) },
    { text: '重开/核验不属实（件）', detail: all((one) => `${one.reopened}/${one.falseCloses}`) },
  ];
}

function unitLine(result: ResultFigures, ctx: ViewContext): ReportLine {
  const late = result.missed.length;
  return {
    text: `${unitName(ctx, result.id)} 按时率 ${rate(result.rate)} · 销号 ${result.closed}${late > 0 ? ` · 超时 ${late}` : ''}`,
  };
}

function missedText(entry: BulletinEntry): string {
  const named = entry.missed.map((id) => `#${id}`).join('、');
  return entry.missedTotal > entry.missed.length ? `${named} 等 ${entry.missedTotal} 件` : named;
}

function entryLine(entry: BulletinEntry, ctx: ViewContext, draft: boolean): ReportLine {
  const name = `${draft && entry.left ? '（不列入）' : ''}${clip(oneLine(entryName(entry, ctx)), 30)}`;
  const facts =
    entry.list === 'red'
      ? [
          `按时率 ${entry.rate}%`,
          `销号 ${entry.closed} 件`,
          entry.reason ? `理由：${entry.reason}` : draft ? '理由待写' : '',
        ]
      : [
          `按时率 ${entry.rate}%`,
          `未按时完成：${missedText(entry)}`,
          entry.reason ? `说明：${entry.reason}` : '',
        ];
  return { text: name, detail: facts.filter((fact) => fact !== '').join(' · ') };
}

/** 红牌 and 黄牌: units with issues in that colour when the draft was made. */
function plateLine(plate: PlateLine, ctx: ViewContext): ReportLine {
  const list = (name: string, ids: number[]) =>
    ids.length === 0
      ? []
      : [
          `${name} ${ids.length} 件（${ids
            .slice(0, 5)
            .map((id) => `#${id}`)
            .join('、')}${ids.length > 5 ? ' 等' : ''}）`,
        ];
  return {
    text: unitName(ctx, plate.unitId),
    detail: [...list('红牌', plate.red), ...list('黄牌', plate.yellow)].join(' · '),
  };
}

/** 红黄牌 by the rule set it was drafted with, which its title names. */
function cardsSection({ payload }: Bulletin, ctx: ViewContext): ReportSection {
  const { name, rule } = ruleSetOf(payload.rules.ruleSet);
  if (rule.by === 'light')
    return section(
      '红黄牌通报',
      payload.plates.map((plate) => plateLine(plate, ctx)),
      '家',
    );
  const lines = (payload.cards ?? []).map((card) => ({
    text: `${entryName(card, ctx)} ${CARD_NAMES[card.color]}`,
    detail: cardText(card),
  }));
  return section(`红黄牌通报（${name}）`, lines, rule.by === 'pace' ? '家' : '个');
}

/** What was left out, with its reason. */
function exemptSection({ exempt }: BulletinPayload): ReportSection[] {
  if (!exempt || exempt.total === 0) return [];
  const lines = exempt.some.map(({ issueId, why, reason }) => ({
    text: `#${issueId} ${EXEMPT_NAMES[why]}${reason.trim() === '' ? '' : `：${clip(oneLine(reason), 40)}`}`,
  }));
  return [{ title: '免责、挂账未计入', lines, total: exempt.total, counted: '件', empty: '无。' }];
}

/** Each figure beside that of the month before; none in drafts of earlier versions. */
function trendLine(payload: BulletinPayload): ReportLine[] {
  const { before, month } = payload;
  if (!before) return [];
  const cards = countCards(payload);
  const told = before.cards
    ? `红牌 ${besideText(cards.red, before.cards.red)}，黄牌 ${besideText(cards.yellow, before.cards.yellow)}`
    : '红黄牌上月没有按同一规则集出过，不比';
  const facts = [
    `提出 ${besideText(month.raised, before.raised)}`,
    `销号 ${besideText(month.closed, before.closed)}`,
    `按时率 ${besideText(month.onTimeRate, before.onTimeRate, '%')}`,
    told,
  ];
  return [{ text: '与上月比', detail: facts.join(' · ') }];
}

function section(title: string, lines: ReportLine[], counted?: string): ReportSection {
  return { title, lines, total: lines.length, empty: '无。', ...(counted && { counted }) };
}

function boards(entries: readonly BulletinEntry[], bulletin: Bulletin, ctx: ViewContext, draft: boolean) {
  const of = (list: 'red' | 'black') =>
    entries.filter((entry) => entry.list === list).map((entry) => entryLine(entry, ctx, draft));
  return [
    section('红榜', of('red'), '个'),
    section('黑榜', of('black'), '个'),
    cardsSection(bulletin, ctx),
    ...exemptSection(bulletin.payload),
  ];
}

function decisionButtons(bulletin: Bulletin): CardElement[] {
  const { id } = bulletin;
  const approve = button(BUTTONS.approve, encodeOwnForm('open-form', APPROVE, { bulletinId: id }), {
    type: 'primary_filled',
  });
  const discard = button(BUTTONS.refuse, encodeOwn(DISCARD, { bulletinId: id }), {
    confirm: { title: '不发布这份红黑榜？', text: '草稿作废，本月不再生成。' },
  });
  const edit = button(BULLETIN_NAMES.edit, encodeOwnForm('open-form', EDIT, { bulletinId: id }));
  return [
    ...buttonRows([approve, discard]),
    ...(bulletin.payload.entries.length > 0 ? smallButtons([edit]) : []),
  ];
}

function stateText(bulletin: Bulletin, ctx: ViewContext, group: string | undefined): string {
  if (bulletin.state === 'draft') return BULLETIN_STATES.draft;
  const when = bulletin.decidedAt === null ? '' : ` ${shortInstant(bulletin.decidedAt, ctx)}`;
  const where = bulletin.state === 'approved' && group ? `到“${group}”` : '';
  return `${BULLETIN_STATES[bulletin.state]}${where}（${personName(ctx, bulletin.decidedBy)}${when}）`;
}

function rulesText({ payload: { rules } }: Bulletin): string {
  return (
    `红黄牌规则集：${ruleSetText(ruleSetOf(rules.ruleSet))}。红黑榜：按时率 ≥ ${rules.redRate}% 且销号 ≥ ${rules.redClosed} 件列红榜建议；按时率 < ${rules.blackRate}% 且超时 ≥ ${rules.blackOverdue} 件列黑榜建议。` +
    '申诉免责（含不可抗力）和挂账过的不计。只评单位和项目的结果，不评个人，不比快慢。审批后才发布。'
  );
}

/** The office's card. */
export function bulletinCard(
  bulletin: Bulletin,
  ctx: ViewContext,
  look: { late: boolean; lead?: string; group?: string },
): Card {
  const { payload, state } = bulletin;
  const area = ctx.directory.area(bulletin.areaId)?.name ?? '';
  const given = countCards(payload);
  const nothing = payload.entries.length === 0 && given.red + given.yellow === 0;
  const report: Report = {
    title: `${monthText(bulletin.month)}统计和红黑榜`,
    subtitle: `${area} 截至 ${shortInstant(bulletin.createdAt, ctx)}`.trim(),
    fileName: '',
    color: state === 'draft' ? 'orange' : state === 'approved' ? 'green' : 'grey',
    lead: [
      stateText(bulletin, ctx, look.group),
      ...(look.lead ? [look.lead] : []),
      ...(state === 'draft' && !nothing ? ['看完再定：点“同意”后选群发布；“不同意”则作废'] : []),
      ...(nothing ? ['按规则没有单位或项目可列，也没有红黄牌。'] : []),
    ],
    sections: [
      ...boards(payload.entries, bulletin, ctx, true),
      section('统计', figureLines(bulletin)),
      section(
        '各单位按时办结',
        payload.units.map((result) => unitLine(result, ctx)),
        '家',
      ),
    ],
  };
  return reportCard(report, {
    demo: ctx.demo,
    note: rulesText(bulletin),
    ...(look.late && state === 'draft' && { late: LATE_MARK }),
    ...(state === 'draft' && !nothing && { end: decisionButtons(bulletin) }),
  });
}

/** What the chosen group reads: no figures of others, no drafts, no people. */
export function publishedCard(bulletin: Bulletin, ctx: ViewContext): Card {
  const { payload } = bulletin;
  const area = ctx.directory.area(bulletin.areaId)?.name ?? '';
  return reportCard(
    {
      title: `${monthText(bulletin.month)}红黑榜`,
      subtitle: area,
      fileName: '',
      color: 'default',
      lead: [
        `${monthText(bulletin.month)}（截至 ${shortInstant(bulletin.createdAt, ctx)}）提出 ${payload.month.raised} 件，销号 ${payload.month.closed} 件（计入考核的 ${payload.month.rated} 件中按时 ${payload.month.onTime} 件），当时逾期 ${overdueOf(payload)} 件`,
        ...trendLine(payload).map(({ text, detail }) => `${text}：${detail?.replaceAll(' · ', '，')}`),
      ],
      sections: boards(listedEntries(payload), bulletin, ctx, false),
    },
    {
      demo: ctx.demo,
      note: `红黄牌规则集：${ruleSetText(ruleSetOf(payload.rules.ruleSet))}。按结果评单位和项目；申诉免责和挂账的不计。有异议请回复本群或联系综合办。`,
    },
  );
}

interface Subject {
  id: number;
  /** The bulletin by its month; '' for somebody without a right to it. */
  title: string;
  choices: readonly { id: number | string; name: string }[];
}

/** What the form to change an entry looks like; chosen from are the entries. */
export function editForm({ id, title, choices }: Subject): OwnForm {
  const value = encodeOwnForm('submit', EDIT, { bulletinId: id });
  return { title: BULLETIN_NAMES.edit, about: title, fields: editFields(choices), value };
}

/** What the form to publish looks like; chosen from are the groups. */
export function publishForm({ id, title, choices }: Subject): OwnForm {
  const value = encodeOwnForm('submit', APPROVE, { bulletinId: id });
  return { title: BULLETIN_NAMES.publish, about: title, fields: publishFields(choices), value };
}

function editFields(choices: Subject['choices']): CardElement[] {
  const { options } = fitOptions(choices);
  const listed = [
    { value: 'yes', text: plain('列入') },
    { value: 'no', text: plain('不列入') },
  ];
  return [
    ...choiceField('entry', options, { label: '哪一项', required: true }),
    ...choiceField('listed', listed, { label: '是否列入', required: true, initial: 'yes' }),
    textField('reason', {
      label: '理由（列红榜必写；不写则保留原来的）',
      hint: '一句话，例如：提前 20 天办结用地手续',
      required: false,
    }),
  ];
}

function publishFields(choices: Subject['choices']): CardElement[] {
  const { options, left } = fitOptions(choices);
  if (options.length === 0) return [footnote('本区域还没有可以发布的群')];
  return [
    ...choiceField('chatId', options, { label: '发布到哪个群', required: true }),
    ...(left > 0 ? [footnote(`另有 ${left} 个群未列出`)] : []),
  ];
}
