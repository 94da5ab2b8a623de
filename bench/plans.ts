/** The row of the morning's forecasts: every project of a city, in processor time, without the database. */
import { createCalendar } from '../src/domain/calendar.ts';
import { backSchedule } from '../src/domain/plan/back-schedule.ts';
import { DEFAULT_TEMPLATE } from '../src/domain/plan/default-template.ts';
import { expectOutlook } from '../src/domain/plan/forecast.ts';
import { linksOfTemplate } from '../src/domain/plan/network.ts';
import { weatherOf } from '../src/domain/plan/weather.ts';
import type { Printer } from './clock.ts';

const FROM = '2026-11-30';
const TODAY = '2027-03-01';

export interface ForecastCost {
  links: number;
  cpuMs: number;
}

/** Each of another length, a third of its links done, and none on time. */
export function measureForecasts(projects: number): ForecastCost {
  const calendar = createCalendar();
  const { links: _links, ...basis } = DEFAULT_TEMPLATE;
  const before = process.cpuUsage();
  let links = 0;
  for (let n = 0; n < projects; n++) {
    const construction = { n: 100 + (n % 200), unit: 'days' } as const;
    const fresh = linksOfTemplate(DEFAULT_TEMPLATE).map((link) => ({ ...link, unconcerned: null }));
    const targets = { start: null, production: null };
    const made = backSchedule(
      { links: fresh, basis, construction, targets, from: FROM, today: FROM },
      calendar,
    );
    if ('fault' in made) throw new Error(made.fault);
    const done = fresh.map((link, index) =>
      index < 7 ? { ...link, startedOn: FROM, finishedOn: '2027-01-15' } : link,
    );
    const outlook = expectOutlook({ links: done, basis, plan: made.payload, today: TODAY }, calendar);
    if ('fault' in outlook) throw new Error(outlook.fault);
    weatherOf(outlook, new Map(), TODAY, calendar);
    links += outlook.steps.length;
  }
  const { user, system } = process.cpuUsage(before);
  return { links, cpuMs: (user + system) / 1000 };
}

export function printForecasts(projects: number, { row }: Printer): void {
  const { links, cpuMs } = measureForecasts(projects);
  row(['plans and forecasts', 'steps', 'CPU ms']);
  row(['--:', '--:', '--:']);
  row([projects, links, cpuMs.toFixed(0)]);
}
