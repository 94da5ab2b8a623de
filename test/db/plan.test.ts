/** Plans as they are stored: the same on both databases, day for day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBasis, loadLinks, takeTemplate, updateLink } from '../../src/db/link.ts';
import type { Tx } from '../../src/db/open.ts';
import {
  agreedPlan,
  insertPlan,
  listPlans,
  loadForecasts,
  saveForecast,
  updatePlan,
} from '../../src/db/plan.ts';
import { insertProject } from '../../src/db/project.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { backSchedule } from '../../src/domain/plan/back-schedule.ts';
import { expectOutlook, type Outlook } from '../../src/domain/plan/forecast.ts';
import type { Forecast, PlanPayload } from '../../src/domain/plan/model.ts';
import type { NetworkLink } from '../../src/domain/plan/network.ts';
import { anyNetwork } from '../support/any-network.ts';
import { describeOnBoth } from './each-database.ts';
import { T0 } from './world.ts';

const ZONE = 'Asia/Shanghai';
const MONDAY = '2026-11-30';
const calendar = createCalendar();
const dayAt = (n: number) => calendar.addWorkingDays(MONDAY, n);

const aProject = async (tx: Tx, name: string, areaId: number) =>
  (await insertProject(tx, { name, areaId }, T0))!.id;

describeOnBoth('a plan', (on) => {
  test('of any network is read back as it was stored, and its forecast from what is stored is the one from memory', async () => {
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(
        anyNetwork(['working-days', 'days', 'same-day']),
        fc.record({
          spare: fc.nat({ max: 40 }),
          done: fc.nat({ max: 6 }),
          late: fc.nat({ max: 9 }),
          gone: fc.nat({ max: 12 }),
        }),
        async (network, { spare, done, late, gone }) => {
          const request = {
            ...network,
            targets: { start: null, production: dayAt(150 + spare) },
            from: MONDAY,
            today: MONDAY,
          };
          const made = backSchedule(request, calendar);
          if ('fault' in made) throw new Error(made.fault);
          const plan: PlanPayload = JSON.parse(JSON.stringify(made.payload));
          // What became of it: some done late, one 不涉及.
          const links = network.links.map((link, index): NetworkLink => {
            const step = plan.steps.find(({ code }) => code === link.definition.code);
            if (!step || link.definition.stage === 'accept') return link;
            if (index < done)
              return {
                ...link,
                startedOn: step.start,
                finishedOn: calendar.addWorkingDays(step.finish, late),
              };
            return index === gone ? { ...link, unconcerned: true } : link;
          });
          const projectId = await on.db.transaction(async (tx) => {
            const { people } = on.world;
            const id = await aProject(tx, `网络${++stored}`, on.world.top);
            await takeTemplate(
              tx,
              {
                projectId: id,
                name: network.basis.name,
                basis: network.basis,
                links: links.map(({ definition, unconcerned }) => ({
                  definition,
                  unitId: null,
                  unconcerned: unconcerned ? { reason: '不涉及', byId: people[0], at: T0 } : null,
                })),
                byId: null,
              },
              T0,
            );
            for (const one of await loadLinks(tx, id, ZONE)) {
              const { startedOn, finishedOn } = links.find(
                ({ definition }) => definition.code === one.definition.code,
              )!;
              if (finishedOn) await updateLink(tx, one.id, { startedOn, finishedOn });
            }
            const made = { projectId: id, payload: plan, reason: '试排', madeBy: people[0], calendar: 'c' };
            await insertPlan(tx, made, T0);
            const second = await insertPlan(tx, made, T0 + 1);
            await updatePlan(tx, second.id, {
              state: 'agreed',
              agreedBy: people[0],
              agreedAt: T0 + 2,
              contactBy: people[1],
              contactAt: T0 + 3,
            });
            return id;
          });
          await on.db.read(async (tx) => {
            const agreed = (await agreedPlan(tx, projectId))!;
            expect(agreed).toMatchObject({ version: 2, state: 'agreed', reason: '试排', agreedAt: T0 + 2 });
            expect(agreed.payload).toEqual(plan);
            expect((await listPlans(tx, projectId)).map(({ version }) => version)).toEqual([2, 1]);
            const basis = (await loadBasis(tx, projectId))!;
            expect(basis).toEqual(JSON.parse(JSON.stringify(network.basis)));
            const today = dayAt(20 + late);
            const from = (request: { links: readonly NetworkLink[]; plan: PlanPayload }) =>
              expectOutlook({ ...request, basis, today }, calendar) as Outlook;
            const told = ({ reached, shift, causes, steps }: Outlook) => ({
              reached,
              shift,
              causes,
              steps: steps.map(({ step, start, finish, float, critical }) => [
                step.code,
                start,
                finish,
                float,
                critical,
              ]),
            });
            const rows = await loadLinks(tx, projectId, ZONE);
            expect(told(from({ links: rows, plan: agreed.payload }))).toEqual(told(from({ links, plan })));
          });
        },
      ),
      { numRuns: 25 },
    );
    expect(stored).toBeGreaterThanOrEqual(25);
  });

  test('has one forecast, the newest, read back whole; of many projects those that have one', async () => {
    const forecast = (projectId: number, madeOn: string, days: number): Forecast => ({
      projectId,
      madeOn,
      reached: { start: '2027-01-20', production: null },
      shift: { start: days, production: null },
      because: 'L3',
      causes: [{ code: 'L3', days }],
      weather: 'rain',
      told: { start: 4, production: 0 },
    });
    await on.db.transaction(async (tx) => {
      const ids: number[] = [];
      for (const name of ['甲', '乙', '丙']) ids.push(await aProject(tx, name, on.world.top));
      const [first, second] = ids as [number, number];
      await saveForecast(tx, forecast(first, '2026-12-01', 3));
      await saveForecast(tx, forecast(first, '2026-12-02', 5));
      await saveForecast(tx, forecast(second, '2026-12-02', 1));
      const found = await loadForecasts(tx, ids);
      expect([...found]).toEqual([
        [first, forecast(first, '2026-12-02', 5)],
        [second, forecast(second, '2026-12-02', 1)],
      ]);
    });
  });
});
