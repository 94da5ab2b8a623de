/** The master data in one piece, read again only when its version has changed. */
import { asc } from 'drizzle-orm';
import type { HolidayRow } from '../domain/calendar.ts';
import { createDirectory, type Directory } from '../domain/directory.ts';
import type { DirectoryData, Settings } from '../domain/model.ts';
import { readAreas } from './area.ts';
import { readCategories } from './category.ts';
import { directoryVersion } from './directory-version.ts';
import { readStandIns } from './handover.ts';
import { readHolidays, readNotices, readPublishedYears } from './holiday.ts';
import type { Tx } from './open.ts';
import { readUnreachable } from './person.ts';
import { readProjects } from './project.ts';
import { roleGrant } from './schema.ts';
import { readSettings } from './setting.ts';
import { readUnits } from './unit.ts';

export { bumpDirectory, directoryVersion } from './directory-version.ts';

/** Reads all master data. The version comes first, so that data newer than it is noticed the next time. */
export async function loadDirectory(tx: Tx, defaults: Settings): Promise<DirectoryData> {
  const version = await directoryVersion(tx);
  return {
    version,
    areas: await readAreas(tx),
    units: await readUnits(tx),
    categories: await readCategories(tx),
    projects: await readProjects(tx),
    grants: await tx.select().from(roleGrant).orderBy(asc(roleGrant.personId), asc(roleGrant.areaId)),
    holidays: await readHolidays(tx),
    publishedYears: await readPublishedYears(tx),
    notices: await readNotices(tx),
    standIns: await readStandIns(tx),
    unreachable: await readUnreachable(tx),
    settings: await readSettings(tx, defaults),
  };
}

export interface DirectoryCache {
  /** The directory as `tx` sees it, its own uncommitted changes included. One query when nothing changed. */
  get(tx: Tx): Promise<Directory>;
}

/**
 * @param defaults settings for which no row is stored
 * @param builtIn the program's own holidays; the chinese-days data by default
 */
export function createDirectoryCache(defaults: Settings, builtIn?: readonly HolidayRow[]): DirectoryCache {
  let cached: Directory | undefined;
  return {
    async get(tx) {
      const version = await directoryVersion(tx);
      if (cached?.version !== version) cached = createDirectory(await loadDirectory(tx, defaults), builtIn);
      return cached;
    },
  };
}
