/** The shape of a reading and its filter where they come from outside: on buttons, and from a model. */
import { z } from 'zod';
import {
  GROUPS_BY,
  type IssueFilter,
  MARKS,
  OUTCOMES,
  SORTS,
  STEPS,
  TOLD_UP,
  TURNED_COLORS,
} from '../domain/issue-filter.ts';
import { LINK_GROUPS, LINK_ROW_ORDERS, LINK_ROW_STATES, LINK_STAGES } from '../domain/link-rows-asked.ts';
import { LINK_ORDERS, LINK_STATES } from '../domain/links-asked.ts';
import {
  FATES,
  NODE_ASPECTS,
  PACES,
  POSTS,
  PROJECT_GROUPS,
  PROJECT_ORDERS,
  PROJECT_TOLD,
} from '../domain/projects-asked.ts';
import {
  DURATIONS,
  FACTS,
  MEASURES,
  NODES,
  RATES,
  type Reading,
  SERIES_FIGURES,
  SERIES_SPANS,
  TAKEN,
} from '../domain/reading.ts';

/** Of a row. */
export const id = z.int().min(1).max(2_147_483_647);
const ids = z.array(id).max(200).exactOptional();
const oneDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const day = oneDay.exactOptional();
const percent = z.number().min(0).max(100).exactOptional();
const flag = z.boolean().exactOptional();
const yes = z.literal(true).exactOptional();
const lightColor = z.enum(['green', 'blue', 'yellow', 'red', 'paused', 'done', 'none']);

export const filterShape = z.strictObject({
  ids,
  kinds: z
    .array(z.enum(['problem', 'link', 'deferral', 'decision', 'instruction', 'task']))
    .max(6)
    .exactOptional(),
  areaIds: ids,
  projectIds: ids,
  unitIds: ids,
  unitRole: z.enum(['helping', 'any']).exactOptional(),
  jointUnitIds: ids,
  unitsLeast: z.int().min(2).max(99).exactOptional(),
  park: z.string().max(60).exactOptional(),
  industry: z.string().max(60).exactOptional(),
  categoryIds: ids,
  exceptSearch: z.array(z.string()).exactOptional(),
  exceptMarks: z.array(z.enum(MARKS)).exactOptional(),
  exceptUnitIds: ids,
  exceptProjectIds: ids,
  exceptCategoryIds: ids,
  leaderId: id.exactOptional(),
  secretaryId: id.exactOptional(),
  personId: id.exactOptional(),
  reporterId: id.exactOptional(),
  source: z.enum(['enterprise', 'staff']).exactOptional(),
  statuses: z
    .array(z.enum(['unrouted', 'unsigned', 'working', 'paused', 'verifying', 'closed', 'void']))
    .max(7)
    .exactOptional(),
  colors: z.array(lightColor).max(7).exactOptional(),
  overdue: flag,
  dueFrom: day,
  dueTo: day,
  loggedFrom: day,
  loggedTo: day,
  closedFrom: day,
  closedTo: day,
  asOf: day,
  pausedTo: day,
  quietTo: day,
  routedTo: day,
  doneTo: day,
  toldUp: z.enum(TOLD_UP).exactOptional(),
  step: z.enum(STEPS).exactOptional(),
  stepFrom: day,
  stepTo: day,
  stepTimes: z.int().min(1).max(99).exactOptional(),
  stepUnitIds: ids,
  stepById: id.exactOptional(),
  stepByLeaders: yes,
  passedLeast: z.int().min(2).max(99).exactOptional(),
  after: z.strictObject({ step: z.enum(STEPS), taken: z.boolean() }).exactOptional(),
  struck: z.strictObject({ from: day, to: day, back: yes }).exactOptional(),
  without: z.strictObject({ step: z.enum(STEPS), from: day, to: day }).exactOptional(),
  turned: z
    .strictObject({
      color: z.enum(TURNED_COLORS),
      ahead: yes,
      from: day,
      to: day,
    })
    .exactOptional(),
  outcome: z.enum(OUTCOMES).exactOptional(),
  longTerm: yes,
  asleep: yes,
  search: z.string().max(200).exactOptional(),
  onAgenda: flag,
  extension: z.enum(['any', 'asked', 'granted']).exactOptional(),
  mark: z.enum(MARKS).exactOptional(),
  similarTo: id.exactOptional(),
  sort: z.enum(SORTS).exactOptional(),
});

const nodeShape = {
  from: day,
  to: day,
  reached: flag,
  undated: yes,
  fate: z.enum(FATES).exactOptional(),
};
const projectsShape = z.strictObject({
  node: z.enum(NODES).exactOptional(),
  ...nodeShape,
  and: z.strictObject({ node: z.enum(NODES), ...nodeShape }).exactOptional(),
  weather: z
    .array(z.enum(['sun', 'cloud', 'rain']))
    .max(3)
    .exactOptional(),
  share: yes,
  pace: z.strictObject({ is: z.enum(PACES).exactOptional(), nodes: yes, forecast: yes }).exactOptional(),
  lights: z.array(lightColor).max(7).exactOptional(),
  clear: flag,
  people: z.array(id).max(4).exactOptional(),
  by: z.enum(PROJECT_GROUPS).exactOptional(),
  order: z.enum(PROJECT_ORDERS).exactOptional(),
  told: z.literal('investment').exactOptional(),
  tells: z.array(z.enum(PROJECT_TOLD)).max(4).exactOptional(),
  agreed: flag,
  versions: yes,
  links: z
    .strictObject({
      said: z.string().min(1).max(40).exactOptional(),
      also: z.array(z.string().min(1).max(40)).max(7).exactOptional(),
      is: z.enum(LINK_STATES).exactOptional(),
      from: day,
      to: day,
      first: yes,
      order: z.enum(LINK_ORDERS).exactOptional(),
      rows: z
        .strictObject({
          is: z.enum(LINK_ROW_STATES).exactOptional(),
          stages: z.array(z.enum(LINK_STAGES)).max(4).exactOptional(),
          by: z.enum(LINK_GROUPS).exactOptional(),
          order: z.enum(LINK_ROW_ORDERS).exactOptional(),
          after: yes,
          mean: yes,
        })
        .exactOptional(),
    })
    .exactOptional(),
});

export const readingShape = z.strictObject({
  measure: z.enum(MEASURES),
  filter: filterShape,
  by: z.enum(GROUPS_BY).exactOptional(),
  most: z.enum(['longest', 'overdue', 'count', 'least', 'high', 'low']).exactOptional(),
  top: z.int().min(1).max(100).exactOptional(),
  standing: id.exactOptional(),
  first: z.array(z.enum(NODE_ASPECTS)).exactOptional(),
  bound: z.strictObject({ least: percent, most: percent, over: percent, under: percent }).exactOptional(),
  rate: z.enum(RATES).exactOptional(),
  shareOf: z.enum(['all', 'place', ...GROUPS_BY]).exactOptional(),
  duration: z.enum(DURATIONS).exactOptional(),
  taken: z.enum(TAKEN).exactOptional(),
  compared: z.strictObject({ from: oneDay, to: oneDay }).exactOptional(),
  series: z
    .strictObject({
      by: z.enum(SERIES_SPANS),
      from: oneDay,
      to: oneDay,
      of: z.array(z.enum(SERIES_FIGURES)).min(1).max(8),
      most: z.enum(['high', 'low']).exactOptional(),
      pace: yes,
      mean: yes,
      until: oneDay.exactOptional(),
      drift: yes,
      finer: yes,
    })
    .exactOptional(),
  projectId: id.exactOptional(),
  nodes: z.array(z.enum(NODES)).max(2).exactOptional(),
  until: day,
  post: z.enum(POSTS).exactOptional(),
  categoryId: id.exactOptional(),
  projects: projectsShape.exactOptional(),
  having: z
    .strictObject({
      least: z.int().min(1).max(10_000).exactOptional(),
      most: z.int().min(0).max(10_000).exactOptional(),
      none: yes,
    })
    .exactOptional(),
  told: z.enum(['share', 'average']).exactOptional(),
  fact: z.enum(FACTS).exactOptional(),
  part: filterShape.exactOptional(),
});

/** `true` while the two have the same fields with the same values; otherwise `never`, which `true` is not. */
type Same<A, B> = [Required<A>, Required<B>] extends [Required<B>, Required<A>] ? true : never;
// A field one of them lacks would cost lists their further pages, unseen.
true satisfies Same<IssueFilter, z.infer<typeof filterShape>>;
true satisfies Same<Reading, z.infer<typeof readingShape>>;
