/** What a call asks for, apart from what it is of. */
import type { Reading } from '../domain/reading.ts';

/** Without its filter. */
export function readingIn(call: Reading): Omit<Reading, 'filter'> {
  const {
    measure,
    by,
    most,
    rate,
    duration,
    compared,
    projectId,
    nodes,
    until,
    categoryId,
    taken,
    projects,
    post,
    part,
    series,
  } = call;
  const { top, standing, bound, shareOf } = call;
  return {
    measure,
    ...(by && { by }),
    ...(most && { most }),
    ...(top !== undefined && { top }),
    ...(standing !== undefined && { standing }),
    ...(bound && { bound }),
    ...(shareOf && { shareOf }),
    ...(rate && { rate }),
    ...(duration && { duration }),
    ...(taken && { taken }),
    ...(projects && { projects }),
    ...(part && { part }),
    ...(compared && { compared }),
    ...(series && { series }),
    ...(projectId !== undefined && { projectId }),
    ...(nodes && { nodes }),
    ...(post && { post }),
    ...(until && { until }),
    ...(categoryId !== undefined && { categoryId }),
  };
}
