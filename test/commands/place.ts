/** A county with units, projects and people for reading tests; Wednesday 2026-11-18, 10:00 in Shanghai. */

import { filterTitle } from '../../src/cards/filter-title.ts';
import type { Call, Match } from '../../src/commands/call.ts';
import { type MatchInput, matchCommand } from '../../src/commands/match.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { IssueFilter } from '../../src/domain/answer.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { DirectoryData, Project, Unit } from '../../src/domain/model.ts';
import { instantAt } from '../../src/domain/time.ts';
import type { Mention } from '../../src/feishu/incoming.ts';
import type { ReadContext } from '../../src/language/definition.ts';
import { NO_FACTS } from '../support/blank-project.ts';
import { TABLE } from '../support/table.ts';
import { TOWN } from '../support/town.ts';

export const NOW = instantAt('2026-11-18', '10:00', 'Asia/Shanghai');

export const ZONE = 3;
const [COUNTY, OTHER] = [2, 4];

export const UNITS = { land: 1, housing: 2, environment: 3, power: 4, water: 5, emergency: 6, otherLand: 7 };
export const PROJECTS = { xingfa: 11, meilixin: 12, silicon: 13, twelve: 14 };
export const CATEGORIES = { land: 21, power: 22 };
export const ME = 30;

const unit = (id: number, name: string, shortNames: string[], areaId = COUNTY): Unit => ({
  id,
  areaId,
  name,
  shortNames,
  headId: null,
  coordinatorId: null,
});

const project = (id: number, name: string, shortNames: string[], enterprise: string | null): Project => ({
  id,
  areaId: ZONE,
  name,
  shortNames,
  enterprise,
  leaderId: null,
  secretaryId: null,
  leadUnitId: null,
  memberUnitIds: [],
  contactIds: [],
  startOn: null,
  productionOn: null,
  greenChannel: false,
  ...NO_FACTS,
  industries: [],
});

export const DATA: DirectoryData = {
  ...TOWN,
  areas: [
    { id: 1, parentId: null, name: '宜昌市' },
    { id: COUNTY, parentId: 1, name: '宜都市' },
    { id: ZONE, parentId: COUNTY, name: '高新区' },
    { id: OTHER, parentId: 1, name: '远安县' },
  ],
  units: [
    unit(1, '自然资源局', ['资规局', '自规局']),
    unit(2, '住房和城乡建设局', ['住建局', '住建']),
    unit(3, '生态环境局', ['环保局']),
    unit(4, '供电公司', ['国网供电公司']),
    unit(5, '水务局', []),
    unit(6, '应急管理局', ['应急局']),
    unit(7, '自然资源局', [], OTHER),
  ],
  categories: [
    { id: 21, name: '用地', keywords: ['林地', '征地', '磷石膏'], unitId: 1, limitDays: 7 },
    { id: 22, name: '供电', keywords: ['用电', '变压器', '停电'], unitId: 4, limitDays: 3 },
  ],
  projects: [
    project(11, '兴发磷石膏综合利用', ['兴发'], '兴发集团'),
    project(12, '美利信压铸', ['美利信'], '美利信科技'),
    project(13, '有机硅新材料', ['有机硅'], '兴发集团'),
    project(14, '12月工程', [], null),
  ],
  grants: [],
};

export const directory: Directory = createDirectory(DATA);

export const actor: Actor = {
  person: {
    id: ME,
    openId: 'ou_me',
    name: '李秘书',
    tenantKey: 't',
    home: true,
    unitId: UNITS.housing,
    mutedUntil: null,
    unreachableSince: null,
    digest: 'daily',
  },
  grants: [],
  secretaryOf: [],
  leaderOf: [],
  contactOf: [],
  groupProjectIds: [],
  signsFor: [UNITS.water],
  standsInFor: [],
};

export const inPrivate: ReadContext = {
  directory,
  now: NOW,
  chat: { kind: 'p2p', projectIds: [], defaultProjectId: null },
  actor,
};

export const inGroup: ReadContext = {
  ...inPrivate,
  chat: { kind: 'group', projectIds: [PROJECTS.xingfa], defaultProjectId: PROJECTS.xingfa },
};

/** Every `@名字` in the text becomes a mention with open_id `ou_名字`. */
export function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(/@(\p{Script=Han}{2,3})/gu)].map((match, i) => ({
    key: `@_user_${i + 1}`,
    openId: `ou_${match[1]}`,
    name: match[1]!,
    isBot: false,
    mentionedType: 'user',
    span: [match.index, match.index + match[0].length],
  }));
}

/** Matches a text said in private chat, mentions included. */
export function say(text: string, more: Partial<MatchInput> = {}): Match {
  return matchCommand({ text, mentions: mentionsIn(text), context: inPrivate, ...more }, TABLE);
}

/** The same in reply to the card of #15. */
export function reply(text: string, more: Partial<MatchInput> = {}): Match {
  return say(text, { inReplyTo: { issueId: 15, hasParent: true }, ...more });
}

/** The call, or an error that shows what came instead. */
export function callOf<N extends Call['name']>(name: N, match: Match): Extract<Call, { name: N }> {
  if (match.kind !== 'call' || match.call.name !== name) {
    throw new Error(`expected ${name}, got ${JSON.stringify(match)}`);
  }
  return match.call as Extract<Call, { name: N }>;
}

/** What a list of the filter is called, to somebody who sees everything. */
export function titleOf(filter: IssueFilter): string {
  const view = { now: NOW, directory, people: new Map(), demo: false };
  return filterTitle(filter, { whole: true, readerId: ME }, view);
}
