/** Every kind that can stand in a row is handled, named, and reads back what it writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionShape } from '../../src/cards/actions.ts';
import { featureAction } from '../../src/commands/feature-action.ts';
import { CORE } from '../../src/core.ts';
import { DEFAULT_RULES } from '../../src/domain/model.ts';
import { createRegistry } from '../../src/feature.ts';
import { FEATURES } from '../../src/features/features.ts';
import { readPayload, type StoredKind } from '../../src/kinds/kind.ts';
import { due, NOW } from '../cards/samples.ts';
import { REGISTRY } from '../support/table.ts';

const day = '2026-11-25';
const notice = {
  personId: 1,
  reason: 'to-sign',
  note: null,
  urgent: false,
  late: false,
  version: 1,
  generation: 0,
  auto: true,
  forId: null,
};
const held = { openId: 'ou_1', notices: [{ ...notice, issueId: 1 }] };
const groupOfDay = { chatId: 'oc_1', day, late: false };
const office = { areaId: 1, chatId: 'oc_1', day, late: false };
const recount = { run: 1, cause: 'import', personId: 1, asked: false };
const line = {
  text: '仓库漏雨',
  title: '仓库漏雨',
  unitId: null,
  projectId: 1,
  categoryId: null,
  assigneeOpenId: null,
  deadline: { ok: true, deadline: due(day), notices: [] },
  unitCandidates: [],
  projectCandidates: [],
};
const change = { projectId: null, rules: DEFAULT_RULES };

const MESSAGES: Record<string, object> = {
  answer: { answer: { kind: 'issue', issueId: 1 }, personId: 1, chatId: 'oc_1', replyTo: 'om_1' },
  notice,
  reminders: held,
  'person-digest': { ...held, day, late: false },
  'group-digest': groupOfDay,
  'turn-call': { chatId: 'oc_1', what: 'verify', version: 4 },
  'top-card': { chatId: 'oc_1', projectId: 1, personId: 1 },
  'daily-summary': groupOfDay,
  'health-report': office,
  'audit-report': { ...office, findings: [{ issueId: 1, kind: 'clock', repaired: true }] },
  'meeting-pack': office,
  'meeting-pack-file': { areaId: 1, openId: 'ou_1', personId: 1 },
  report: { word: 'weekly', from: day, until: day, areaId: 1, personId: 1, chatId: 'oc_1', replyTo: 'om_1' },
  'report-file': { word: 'special', from: day, until: day, projectIds: [1], personId: 1, openId: 'ou_1' },
  'board-picture': { projectId: 1, personId: 1, chatId: 'oc_1' },
  bulletin: { ...office, bulletinId: 1 },
  burden: { ...office, month: day },
  'bulletin-publish': { bulletinId: 1, chatId: 'oc_1', personId: 1, tries: 1 },
  'link-template-file': { template: '工业项目', openId: 'ou_1', personId: 1, replyTo: 'om_1' },
  'ledger-export-file': { filter: { colors: ['red'] }, personId: 1, chatId: 'oc_1', layout: '县表' },
  'ledger-sample': { openId: 'ou_1', personId: 1, chatId: 'oc_1', replyTo: 'om_1' },
  'recount-report': recount,
  'recount-own': recount,
};

const JOBS: Record<string, object> = {
  'refresh-top': { chatId: 'oc_1', asked: true },
  'put-top': { chatId: 'oc_1', projectId: 1, personId: 1, again: true },
  'ask-model': {
    text: '还有啥事',
    chatId: 'oc_1',
    replyTo: 'om_1',
    personId: 1,
    target: 'person:ou_1',
    otherwise: { kind: 'suggest', text: '没有听懂', commands: ['清单'] },
  },
  'learn-chat': { chatId: 'oc_1' },
  'learn-name': { openId: 'ou_1' },
  'check-outside': {
    // biome-ignore lint/suspicious/noThenProperty: so it is called in rows.
    then: {
      id: 'r',
      kind: 'answer',
      target: 'person:ou_1',
      payload: { answer: { kind: 'health' }, personId: 1 },
      dueAt: NOW,
    },
  },
  'read-quoted': {
    messageId: 'om_1',
    chatId: 'oc_1',
    chatType: 'group',
    replyTo: 'om_2',
    openId: 'ou_1',
    facts: line,
  },
  'catch-up': { chatId: 'oc_1', from: 1, to: 2, batch: 'b', page: 1, kept: [], others: 0 },
  'adopt-rules': { token: 't', change, after: 0, adopted: 0, lights: 0, byId: 1, openId: 'ou_1' },
  'link-template-read': { messageId: 'om_1', chatId: 'oc_1', replyTo: 'om_2', openId: 'ou_1', template: '' },
  'ledger-read': { messageId: 'om_1', chatId: 'oc_1', chatType: 'p2p', replyTo: 'om_2', openId: 'ou_1' },
  'ledger-write': { importId: 'i', page: 1 },
  'ledger-show': { importId: 'i', messageId: 'om_1' },
  'redraw-plan': { messageId: 'om_1', planId: 1 },
  'redraw-bulletin': { bulletinId: 1, messageId: 'om_1' },
};

const source = {
  chatId: 'oc_1',
  isGroup: true,
  sourceMessageId: 'om_1',
  sourceOpenId: null,
  onTheSpot: false,
};
const DRAFTS: Record<string, object> = {
  log: { lines: [line], source },
  rules: { ...change, running: true },
  'link-change': { template: '工业项目', code: 'filing', change: { field: 'fee', text: '不收费' } },
  'link-template-act': { template: '工业项目', act: 'confirm-all', codes: ['filing'] },
  'link-template-import': {
    template: { name: '工业项目', links: [{ code: 'filing' }] },
    base: null,
    exportedFrom: '工业项目',
  },
  'ledger-file': { messageId: 'om_1', fileName: '台账.xlsx', chatId: 'oc_1' },
  'unit-reform': { unitId: 1, successorId: null },
  'link-history': { projectId: 1, rows: [{ code: 'filing', day }] },
  unbind: { chatId: 'oc_1', projectIds: [1] },
  doubt: {
    mood: 'partial',
    issueId: 12,
    word: '办结',
    note: '已完成80%',
    choices: ['progress', 'as-said'],
    text: '#12 已完成80%',
    mentions: [{ openId: 'ou_1' }],
    saidAt: NOW,
    hasParent: false,
  },
  urge: { ids: [3, 5], held: [{ id: 8, why: '今天您已经催办过这一件。' }], heading: '逾期', total: 3 },
  missed: {
    message: {
      kind: 'message',
      eventId: 'e',
      messageId: 'om_1',
      chatId: 'oc_1',
      chatType: 'group',
      sender: { openId: 'ou_1', tenantKey: '' },
      senderType: 'user',
      createdAt: NOW,
      text: '报 漏雨',
      mentions: [],
      mentionsAll: false,
      messageType: 'text',
      attachments: [],
    },
    batch: 'b',
  },
  'batch-tasks': {
    projectId: 1,
    batchName: '矿山搬迁',
    tasks: [{ title: '搬迁', text: '搬迁', unitId: 1, assigneeId: null, deadline: due(day) }],
  },
  'archive-project': { projectId: 1, reason: '已投产' },
  'holiday-import': {
    notice: {
      year: 2027,
      groups: [{}],
      rows: [{ day: '2027-01-01', kind: 'off' }],
      missing: [],
      ignored: [],
    },
  },
  plan: {
    projectId: 1,
    targets: { start: null, production: '2027-07-01' },
    construction: { n: 150, unit: 'days' },
    choice: 'keep',
    reason: null,
  },
  'dead-letters': { ids: ['a'], doubtful: false },
  'dead-letters-doubt': { ids: ['a'], doubtful: true },
};

const ANSWERS: Record<string, object> = {
  'model-proposal': { kind: 'model-proposal', reading: { measure: 'count', filter: { colors: ['red'] } } },
  'dead-letters': { kind: 'dead-letters', draftId: 'd' },
  batches: { kind: 'batches', projectId: 1 },
  batch: { kind: 'batch', batchId: 1, page: 1 },
  countdown: { kind: 'countdown' },
  'ledger-import': { kind: 'ledger-import', importId: 'i' },
  'ledger-explain': { kind: 'ledger-explain', lead: '没有认出台账。' },
  'link-templates': { kind: 'link-templates' },
  plan: { kind: 'plan', planId: 1 },
  'plan-versions': { kind: 'plan-versions', projectId: 1 },
  'plan-compare': { kind: 'plan-compare', beforeId: 1, afterId: 2 },
  'project-history': { kind: 'project-history', projectId: 1, page: 1 },
  'link-map': { kind: 'link-map', projectId: 1 },
  link: { kind: 'link', projectId: 1, code: 'filing' },
  'link-materials': { kind: 'link-materials', projectId: 1, code: 'filing' },
  'link-parts': { kind: 'link-parts', projectId: 1, code: 'filing' },
  'link-held': { kind: 'link-held', projectId: 1, code: 'filing', day: null },
  board: { kind: 'board', projectId: 1 },
  weather: { kind: 'weather', projectId: null },
  statistics: { kind: 'statistics', asked: { unitIds: [1], from: day, to: day } },
  'statistics-detail': {
    kind: 'statistics-detail',
    metric: 'onTime',
    asked: { by: 'unit' },
    column: 'year',
    page: 2,
  },
  'statistics-definitions': { kind: 'statistics-definitions', metric: null },
  'unit-card': { kind: 'unit-card', unitId: 1 },
  'board-link': { kind: 'board-link', linkId: 'x', base: 'https://zb.example.gov.cn', print: false },
};

const LISTS: [string, ReadonlyMap<string, StoredKind<unknown>>, Record<string, object>][] = [
  ['messages', REGISTRY.messages, MESSAGES],
  ['jobs', REGISTRY.jobs, JOBS],
  ['drafts', REGISTRY.drafts, DRAFTS],
  ['answers', REGISTRY.answers, ANSWERS],
];

describe.each(LISTS)('%s', (_list, kinds, samples) => {
  test('every kind has a sample here, and no sample is of a kind that is gone', () => {
    expect(Object.keys(samples).sort()).toEqual([...kinds.keys()].sort());
  });

  test.for(Object.keys(samples))('%s reads back what was stored, with what a later version added', (name) => {
    const stored = JSON.parse(JSON.stringify({ ...samples[name], later: 1 }));
    expect(readPayload(kinds.get(name)!, stored)).toEqual({ ok: true, payload: stored });
  });

  test.for(Object.keys(samples))('%s without any of its fields is refused by the name of one', (name) => {
    const needed = Object.keys(samples[name]!).filter((field) => field !== 'then');
    const read = readPayload(kinds.get(name)!, {});
    if (needed.length > 0) expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(needed).toContain(read.reason.replace('unreadable-', ''));
  });
});

describe('features', () => {
  test('every message and job has a name of its own words for the list of dead letters', () => {
    for (const { name } of [...REGISTRY.messages.values(), ...REGISTRY.jobs.values()])
      expect(name).toMatch(/^[㐀-鿿]{2,}/);
  });

  test('every daily wave is planned by the clock, each key once', () => {
    const keys = REGISTRY.periodics.map(({ kind }) => kind);
    expect(keys.sort()).toEqual([
      'burden',
      'burden-sums',
      'health',
      'meeting-pack',
      'month-end',
      'morning',
      'plan-morning',
      'summary',
      'top-cards',
    ]);
  });

  test('whatever a feature can add is looked up somewhere in the spine', () => {
    const src = resolve(import.meta.dirname, '../../src');
    const spine = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^(features|sim)\/|^feature\.ts$/.test(path))
      .map((path) => readFileSync(join(src, path), 'utf8'))
      .join('\n');
    const unused = Object.keys(REGISTRY).filter(
      (key) => !new RegExp(`features\\.${key}\\b|\\b${key}[^}]*\\}: Pick<FeatureLookup`).test(spine),
    );
    expect(unused).toEqual([]);
  });

  test('two definitions of one thing are refused by the names of both', () => {
    const twice = [...FEATURES, { ...FEATURES[0]!, name: 'copy' }];
    expect(() => createRegistry([CORE, ...twice])).toThrow(`by ${FEATURES[0]!.name} and by copy`);
    const [message] = CORE.messages!;
    const asJob = { kind: message!.kind, payload: message!.payload, row: message!.row, name: 'x' };
    const job = { ...asJob, run: async () => {} };
    expect(() => createRegistry([CORE, { name: 'other', jobs: [job] }])).toThrow('a message and a job');
    const button = featureAction(actionShape('bind', {}), { run: async () => ({}) });
    expect(() => createRegistry([CORE, { name: 'other', actions: [button] }])).toThrow("bind is the spine's");
  });
});
