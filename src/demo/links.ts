/** How far the links of four projects had got when the demo begins. */
import { loadLinks, updateLink } from '../db/link.ts';
import { takeChosenTemplate } from '../db/link-template.ts';
import { saveNode } from '../db/nodes.ts';
import type { Deps } from '../deps.ts';
import { START_NODE } from '../domain/plan/nodes.ts';
import type { Day } from '../domain/time.ts';
import { inZone } from './settle.ts';
import { PROJECTS } from './zone.ts';

interface Progress {
  /** Key of a project. */
  project: string;
  /** Numbers of links with the working days before the demo's first day on which each was done. */
  done: Record<number, number>;
  /** Links it does not need, and why. */
  unconcerned?: Record<number, string>;
  /** 开工 has been, so many working days before the first. */
  started?: number;
}

export const PROGRESS: readonly Progress[] = [
  { project: 'xf', done: { 1: 48, 2: 40, 3: 22, 4: 17, 5: 15, 6: 30, 7: 25, 8: 28, 9: 20, 10: 4 } },
  {
    project: 'cn',
    done: { 1: 70, 2: 62, 3: 45, 4: 40, 5: 38, 7: 50, 8: 52, 9: 44, 10: 24, 11: 14, 12: 12, 13: 8 },
    unconcerned: { 6: '年能耗在标准以下' },
  },
  {
    project: 'mlx',
    done: {
      ...{ 1: 88, 2: 83, 3: 66, 4: 61, 5: 62, 6: 80, 7: 77, 8: 82, 9: 76 },
      ...{ 10: 53, 11: 47, 12: 44, 13: 39, 14: 40, 15: 33, 16: 43, 17: 36, 18: 30 },
    },
    started: 28,
  },
  { project: 'sx', done: { 1: 2 } },
];

/** Written as what was done before the bot came: with its day, without an item. @param dayBefore the day so many working days before the first */
export async function settleLinks(
  deps: Deps,
  now: number,
  dayBefore: (days: number) => Day,
  progress: readonly Progress[] = PROGRESS,
): Promise<void> {
  const directory = await deps.db.read((tx) => deps.directory.get(tx));
  await deps.db.transaction(async (tx) => {
    for (const { project: key, done, unconcerned = {}, started } of progress) {
      const name = PROJECTS.find((one) => one.key === key)?.name;
      const project = directory.data.projects.find((one) => one.name === name);
      if (!project) continue;
      const byId = project.secretaryId;
      const reason = (question: string) => `按模板默认：${question}`;
      await takeChosenTemplate(tx, project, { byId, reason }, { now, directory });
      if (started !== undefined) await saveNode(tx, project.id, START_NODE, { actualOn: dayBefore(started) });
      for (const link of await loadLinks(tx, project.id, deps.config.timeZone)) {
        const { no } = link.definition;
        const reason = unconcerned[no];
        if (reason !== undefined)
          await updateLink(tx, link.id, { unconcerned: { reason, byId: byId ?? 0, at: now } });
        if (done[no] === undefined) continue;
        const days = inZone(done, String(no));
        const took = Math.max(0, link.definition.promised.n - 1);
        const [startedOn, finishedOn] = [dayBefore(days + took), dayBefore(days)];
        await updateLink(tx, link.id, { startedOn, finishedOn, unconcerned: null });
      }
    }
  });
}
