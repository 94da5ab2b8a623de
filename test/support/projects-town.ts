/** A random town of projects: days of their nodes, forecasts, weather, problems, people. What is drawn is kept as it was drawn. */
import fc from 'fast-check';
import { cardText } from '../../src/cards/card-text.ts';
import type { CommandContext } from '../../src/commands/context.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { answerQuestion } from '../../src/commands/query.ts';
import { insertArea, readAreas } from '../../src/db/area.ts';
import { loadDirectory } from '../../src/db/directory.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { loadLinks, updateLink } from '../../src/db/link.ts';
import { takeChosenTemplate } from '../../src/db/link-template.ts';
import { saveNode } from '../../src/db/nodes.ts';
import type { Tx } from '../../src/db/open.ts';
import { loadActor, upsertPerson } from '../../src/db/person.ts';
import { insertBlock, insertPlan, saveForecast, updatePlan } from '../../src/db/plan.ts';
import { insertProject, setProjectContact, updateProject } from '../../src/db/project.ts';
import { grantRole } from '../../src/db/role.ts';
import { createDirectory, type Directory } from '../../src/domain/directory.ts';
import type { Chat, Weather } from '../../src/domain/model.ts';
import { searchTokens } from '../../src/domain/search.ts';
import { drawAnswer } from '../../src/views/answer.ts';
import { blankIssue } from './blank-issue.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { REGISTRY, TABLE } from './table.ts';
import { TOWN } from './town.ts';

/** Wednesday 2026-11-18, 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 18, 2);
export const TODAY = '2026-11-18';
export const MADE_ON = '2026-11-17';
const DAY = 86_400_000;
const COUNT = 14;
export const SECRETARIES = ['王建国', '刘敏'];
const LEADERS = ['唐志强', '吴斌'];
const AREAS = ['宜都市', '高新区', '远安县'];
const PARKS = ['枝城园区', '白洋园区'];
const INDUSTRIES = ['磷化工', '新材料'];

export interface DrawnNode {
  planned: string | null;
  actual: string | null;
  /** As the last forecast has it. */
  expected: string | null;
}

export interface DrawnLink {
  state: 'done' | 'working' | 'open' | 'unconcerned';
  /** The last day the agreed plan has for it; null: it is in no plan. */
  finish: string | null;
  /** Its first problem, if it has one, holds it up. */
  held: boolean;
}

export interface DrawnProject {
  name: string;
  area: string;
  start: DrawnNode;
  production: DrawnNode;
  weather: Weather | null;
  secretary: string | null;
  leader: string | null;
  park: string | null;
  industries: string[];
  invested: number | null;
  contact: boolean;
  /** By number; null: no links were set for it. */
  links: Record<number, DrawnLink> | null;
  /** Lights of its problems; 'done' is struck off. */
  problems: ('red' | 'yellow' | 'green' | 'done')[];
}

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);

/** A forecast on the day, weeks later or earlier, or on the Saturday behind a Friday: no working day later. */
const anyNode = (from: number, to: number): fc.Arbitrary<DrawnNode> =>
  fc
    .record({
      planned: fc.option(
        fc.integer({ min: from, max: to }).map((days) => day(TODAY, days)),
        { nil: null, freq: 5 },
      ),
      ago: fc.option(fc.integer({ min: 0, max: 340 }), { nil: null, freq: 1 }),
      slips: fc.constantFrom(null, 0, 14, 30, 60, -20, 'weekend' as const),
    })
    .map(({ planned, ago, slips }) => {
      const friday = slips === 'weekend' ? '2026-12-11' : planned;
      const expected =
        slips === null || friday === null ? null : day(friday, slips === 'weekend' ? 1 : slips);
      return { planned: friday, actual: ago === null ? null : day(TODAY, -ago), expected };
    });

const LINKS = 22;
const anyLinks: fc.Arbitrary<DrawnProject['links']> = fc.option(
  fc
    .array(
      fc.record({
        state: fc.constantFrom('done' as const, 'working' as const, 'open' as const, 'unconcerned' as const),
        // The plan's last days lie on both sides of today; the weekend before it is none.
        finish: fc.constantFrom(null, '2026-10-30', '2026-11-16', '2026-11-18', '2026-12-01', '2027-03-01'),
        held: fc.nat(9).map((n) => n === 0),
      }),
      { minLength: LINKS, maxLength: LINKS },
    )
    .map((links) => Object.fromEntries(links.map((link, i) => [i + 1, link]))),
  { nil: null, freq: 4 },
);

const maybe = <T>(...from: T[]) => fc.option(fc.constantFrom(...from), { nil: null, freq: 3 });
const anyProject: fc.Arbitrary<Omit<DrawnProject, 'name'>> = fc.record({
  area: fc.constantFrom(...AREAS),
  start: anyNode(-200, 120),
  production: anyNode(-60, 400),
  weather: maybe<Weather>('sun', 'cloud', 'rain'),
  secretary: maybe(...SECRETARIES),
  leader: maybe(...LEADERS),
  park: maybe(...PARKS),
  industries: fc.subarray(INDUSTRIES),
  invested: fc.option(fc.integer({ min: 100, max: 900_000 }), { nil: null, freq: 3 }),
  contact: fc.boolean(),
  links: anyLinks,
  problems: fc.array(fc.constantFrom('red' as const, 'yellow' as const, 'green' as const, 'done' as const), {
    maxLength: 4,
  }),
});

export interface ProjectsTown {
  projects: readonly DrawnProject[];
  drop: () => Promise<void>;
  /** What is answered; '' when it was no question about projects. @param where a project's name: in its group */
  ask: (said: string, who: string, where?: string) => Promise<string>;
  sees: (who: string, where?: string) => readonly DrawnProject[];
}

async function settleLinks(
  tx: Tx,
  project: { id: number; areaId: number },
  drawn: Record<number, DrawnLink>,
  issueIds: readonly number[],
): Promise<void> {
  const directory = createDirectory(await loadDirectory(tx, TOWN.settings));
  await takeChosenTemplate(tx, project, { byId: null, reason: (said) => said }, { now: NOW, directory });
  const links = await loadLinks(tx, project.id, 'Asia/Shanghai');
  for (const { id, definition } of links) {
    const { state, held } = drawn[definition.no]!;
    await updateLink(tx, id, {
      unconcerned: state === 'unconcerned' ? { reason: '用不着', byId: 1, at: NOW } : null,
      startedOn: state === 'open' || state === 'unconcerned' ? null : '2026-10-01',
      finishedOn: state === 'done' ? '2026-10-20' : null,
    });
    const [issueId] = issueIds;
    if (held && issueId !== undefined) await insertBlock(tx, { issueId, linkId: id, byId: null }, NOW);
  }
  const steps = links.flatMap(({ definition: { code, no } }) => {
    const { finish } = drawn[no]!;
    const duration = { kind: 'working-days', days: 5 } as never;
    return finish === null ? [] : [{ code, duration, start: '2026-10-01', finish, float: 0, actual: null }];
  });
  const targets = { start: null, production: null };
  const payload = {
    ...{ targets, from: '2026-10-01', construction: null, steps, reached: targets },
    ...{ critical: [], choice: 'fits' as const },
  };
  const plan = { projectId: project.id, payload, reason: null, madeBy: 1, calendar: '' };
  const { id } = await insertPlan(tx, plan, NOW);
  await updatePlan(tx, id, { state: 'agreed' });
}

/** Open, and a problem holds it up or its last day by the plan is over. */
export function isStuck(one: DrawnProject, no: number): boolean {
  const link = one.links?.[no];
  if (!link || link.state === 'done' || link.state === 'unconcerned') return false;
  const problem = one.problems.some((light) => light !== 'done');
  return (link.held && problem) || (link.finish !== null && link.finish < TODAY);
}

export async function settleProjects(seed: number): Promise<ProjectsTown> {
  const own: TestDatabase = await testDatabase('pglite');
  const projects = fc
    .sample(fc.array(anyProject, { minLength: COUNT, maxLength: COUNT }), { numRuns: 1, seed })[0]!
    // A park is known by its projects.
    .map((one, i) => ({
      ...one,
      park: PARKS[i] ?? one.park,
      name: `${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(i).repeat(2)}厂`,
    }));
  const ids = new Map<string, number>();
  await own.db.transaction(async (tx) => {
    const top = (await readAreas(tx))[0]!;
    const areas = new Map<string, number>();
    for (const name of AREAS) {
      const parentId = name === '高新区' ? areas.get('宜都市')! : top.id;
      areas.set(name, (await insertArea(tx, { name, parentId }))!.id);
    }
    const people = new Map<string, number>();
    for (const [i, name] of [...SECRETARIES, ...LEADERS, '冯涛', '高远', '华明'].entries()) {
      const home = name !== '华明';
      const met = { openId: `ou_${name}`, name, tenantKey: home ? 'home' : 'other', home };
      people.set(name, (await upsertPerson(tx, met, NOW + i)).id);
    }
    await grantRole(tx, { personId: people.get('高远')!, role: 'leader', areaId: top.id });
    await grantRole(tx, { personId: people.get('冯涛')!, role: 'office', areaId: areas.get('宜都市')! });
    for (const one of projects) {
      const made = (await insertProject(tx, { name: one.name, areaId: areas.get(one.area)! }, NOW))!;
      ids.set(one.name, made.id);
      await updateProject(tx, made.id, {
        startOn: one.start.planned,
        productionOn: one.production.planned,
        weather: one.weather,
        secretaryId: one.secretary === null ? null : people.get(one.secretary)!,
        leaderId: one.leader === null ? null : people.get(one.leader)!,
        park: one.park,
        industries: one.industries,
        investTotal: one.invested,
      });
      if (one.contact) await setProjectContact(tx, made.id, people.get('华明')!, true);
      for (const [name, node] of [
        ['开工', one.start],
        ['投产', one.production],
      ] as const)
        if (node.actual !== null) await saveNode(tx, made.id, name, { actualOn: node.actual });
      if (one.start.expected !== null || one.production.expected !== null)
        await saveForecast(tx, {
          projectId: made.id,
          madeOn: MADE_ON,
          reached: { start: one.start.expected, production: one.production.expected },
          shift: { start: 0, production: 0 },
          because: null,
          weather: one.weather ?? 'sun',
          told: { start: 0, production: 0 },
        });
      const issueIds: number[] = [];
      for (const light of one.problems) {
        const at = { red: -1, yellow: 1, green: 9, done: 9 }[light];
        const deadline = { day: day(TODAY, at), at: NOW + at * DAY, rule: { kind: 'day' as const } };
        const lights = {
          blueAt: light === 'green' ? NOW + 7 * DAY : NOW - 3 * DAY,
          yellowAt: light === 'green' ? NOW + 9 * DAY : NOW - 2 * DAY,
          redAt: NOW + at * DAY,
        };
        const issue = {
          ...blankIssue(NOW - 9 * DAY, deadline as never),
          kind: 'problem' as const,
          projectId: made.id,
          areaId: areas.get(one.area)!,
          status: light === 'done' ? ('closed' as const) : ('working' as const),
          closedAt: light === 'done' ? NOW - DAY : null,
          title: '要处理',
          text: '要处理',
        };
        const logged = await insertIssue(tx, issue, {
          ...lights,
          nextAt: null,
          searchTokens: searchTokens('要处理'),
        });
        if (light !== 'done') issueIds.push(logged.id);
      }
      if (one.links)
        await settleLinks(tx, { id: made.id, areaId: areas.get(one.area)! }, one.links, issueIds);
    }
  });
  const directory: Directory = createDirectory(await own.db.read((tx) => loadDirectory(tx, TOWN.settings)));
  const ask: ProjectsTown['ask'] = (said, who, where) =>
    own.db.read(async (tx) => {
      const actor = (await loadActor(tx, { openId: `ou_${who}` }))!;
      const projectIds = where === undefined ? [] : [ids.get(where)!];
      const chat: Chat | undefined =
        where === undefined
          ? undefined
          : {
              id: 'c',
              name: where,
              kind: 'project',
              external: true,
              areaId: null,
              defaultProjectId: null,
              unreachable: false,
              projectIds,
            };
      const place = { kind: chat ? 'group' : 'p2p', projectIds, defaultProjectId: null } as const;
      const context = { directory, now: NOW, actor, chat: place };
      const match = matchCommand({ text: said, mentions: [], context }, TABLE);
      if (match.kind !== 'call' || match.call.name !== 'ask') return '';
      const running = { tx, now: NOW, directory, actor, chat, chatId: 'c', chatType: place.kind };
      const command = {
        ...running,
        messageId: 'm',
        mentions: [],
        via: 'message',
      } as unknown as CommandContext;
      const answer = await answerQuestion(command, match.call);
      if (answer.kind !== 'projects' && answer.kind !== 'several') return '';
      const viewer = { now: NOW, directory, actor, chat, demo: false, features: REGISTRY };
      const drawn = await drawAnswer(tx, answer, viewer, { rows: [], usageOf: () => undefined });
      return drawn.kind === 'card' ? cardText(drawn.card) : drawn.text;
    });
  /** product.md §8: the leader all below, the office its area, a secretary and a contact their own; in a group its own. */
  const sees: ProjectsTown['sees'] = (who, where) =>
    projects.filter((one) => {
      if (where !== undefined) return one.name === where;
      if (who === '高远') return true;
      if (who === '冯涛') return one.area === '宜都市' || one.area === '高新区';
      return who === '华明' ? one.contact : one.secretary === who || one.leader === who;
    });
  return { projects, drop: () => own.drop(), ask, sees };
}
