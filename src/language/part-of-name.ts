/** Part of a name in a question (住建, 电池基地), where it is the part of one alone. Never used where something is written. */
import { seesProject } from '../domain/access.ts';
import type { Directory } from '../domain/directory.ts';
import type { ReadContext } from './definition.ts';
import { nearestByArea } from './names.ts';
import { fold } from './phrase.ts';

export interface PartOfName {
  length: number;
  units: number[];
  projects: number[];
  /** Named without 市, 县, 区 (宜都): only where no unit or project is meant. */
  areas: number[];
}

const LONGEST = 24;
/** Parts of many names that say nothing of whose they are: 挂账管理, 待审批, 服务的. */
const OF_ANY = new Set(
  (
    '管理 资源 社会 保障 服务 行政 发展 改革 综合 利用 基地 救援 运输 项目 建设 城乡 住房 工程 公司 大队 科技 循环 回收 生产 ' +
    '有限 责任 股份 技术 工业 产业 企业 园区 中心 和社 和改 和城 材料 新材 设备 制造 加工 安全 监督 市场 规划'
  ).split(' '),
);
/** 邦普回收, 美利信基地: behind the name of its own project each tells it, but for these. */
const OF_EVERY = new Set(
  '项目 建设 工程 公司 企业 生产 产业 工业 园区 管理 服务 安全 监督 运输 规划'.split(' '),
);
/** 待审批, 没审批: done to a problem, not the office that approves. */
const DONE_TO = /(?:没有?|未|待|等|在|要|需|已|正|被|送|报|再|先)$(?<!有没有)/;

interface Named {
  id: number;
  names: string[];
}

const named = new WeakMap<Directory['data'], { units: Named[]; projects: Named[] }>();

function namesOf({ data, liveProjects }: Directory) {
  const known = named.get(data);
  if (known) return known;
  const row = (id: number, names: readonly (string | null)[]): Named => ({
    id,
    names: names.map((name) => fold(name ?? '')),
  });
  const built = {
    units: data.units.map((unit) => row(unit.id, [unit.name, ...unit.shortNames])),
    projects: liveProjects.map((one) => row(one.id, [one.name, ...one.shortNames, one.enterprise])),
  };
  named.set(data, built);
  return built;
}

/**
 * The longest part of a name, of at least two characters, that begins at `at`. Of projects only those the speaker may
 * see here count, so that nothing is told of others; people of other tenants name units in full.
 * @param of the projects just named
 */
export function partOfNameAt(
  folded: string,
  at: number,
  context: ReadContext,
  of: readonly number[] = [],
): PartOfName | undefined {
  const { directory, actor, chat } = context;
  const start = folded.slice(at, at + 2);
  if (start.length < 2 || /[^\p{L}\p{N}]/u.test(start)) return undefined;
  const area = areaAt(folded, at, directory);
  if (area) return area;
  const { units, projects } = namesOf(directory);
  const seen = ({ id }: Named) => {
    const project = directory.project(id);
    if (chat.projectIds.length > 0) return chat.projectIds.includes(id);
    return project !== undefined && seesProject(actor, project, directory);
  };
  const having = (part: string, all: readonly Named[]) =>
    all.filter(({ names }) => names.some((name) => name.includes(part)));
  let hits = {
    units: actor.person.home ? having(start, units) : [],
    projects: having(start, projects).filter(seen),
  };
  let length = 2;
  while (length < LONGEST && at + length < folded.length) {
    const part = folded.slice(at, at + length + 1);
    const longer = { units: having(part, hits.units), projects: having(part, hits.projects) };
    if (longer.units.length + longer.projects.length === 0) break;
    hits = longer;
    length++;
  }
  const home = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const ids = hits.units.map(({ id }) => id);
  const near = nearestByArea(ids, (id) => directory.unit(id)?.areaId, home, directory);
  const found = { units: near, projects: hits.projects.map(({ id }) => id), areas: [] };
  const said = folded.slice(at, at + length);
  const itsOwn = hits.projects.some(({ id }) => of.includes(id)) && !OF_EVERY.has(said);
  if ((OF_ANY.has(said) && !itsOwn) || (said === '审批' && DONE_TO.test(folded.slice(0, at))))
    return undefined;
  return found.units.length + found.projects.length > 0 ? { length, ...found } : undefined;
}

/** With what stands right behind the name of a project and is of its whole name (楚能二期). */
export function withRestOfName<F extends { ids: readonly number[]; span: readonly [number, number] }>(
  found: F,
  folded: string,
  context: ReadContext,
): F {
  const [from, until] = found.span;
  const part = partOfNameAt(folded, until, context, found.ids);
  if (!part?.projects.some((id) => found.ids.includes(id))) return found;
  return { ...found, span: [from, until + part.length] };
}

const SUFFIX = /(?:自治[县州]|工业园区?|产业园区?|开发区|园区|新区|[市县区州镇乡]|街道)$/;

/** An area by its bare name, which no unit or project begins with here. */
function areaAt(folded: string, at: number, { data }: Directory): PartOfName | undefined {
  for (const { id, name } of data.areas) {
    const bare = fold(name).replace(SUFFIX, '');
    if (bare.length >= 2 && bare.length < name.length && folded.startsWith(bare, at))
      return { length: bare.length, units: [], projects: [], areas: [id] };
  }
  return undefined;
}
