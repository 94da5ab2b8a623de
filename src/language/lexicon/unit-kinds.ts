/**
 * What kinds of units are called everywhere, whatever a deployment calls its own: a department by its names before the
 * reforms of 2018 and 2023, by the short form of the trade, as a bureau or a commission. Read only in questions, and only
 * where the deployment has one such unit and nobody bears the name itself.
 */
import type { Directory } from '../../domain/directory.ts';
import type { ReadContext } from '../definition.ts';
import { readEdges } from '../edges.ts';
import { nearestByArea } from '../names.ts';
import { fold } from '../phrase.ts';

/** One kind a row, whole names first; `·` before the forms that are only said. */
const KINDS: readonly string[] = [
  '自然资源局 自然资源和规划局 自然资源与规划局 资规局 自规局 自然资源规划局 国土资源局 国土局 规划局 国土规划局 · 资规 自规',
  '住房和城乡建设局 住建局 住房城乡建设局 住建委 住房和城乡建设委员会 建设局 住房局 住房保障局 城乡建设局 · 住建',
  '生态环境局 环境保护局 环保局 环境局 生态局 · 环保 生态环境',
  '供电公司 电力公司 国网供电公司 供电局 电力局 电网公司 国家电网 电业局 · 国网',
  '应急管理局 应急局 安监局 安全生产监督管理局 应急办 · 应急 安监',
  '水利局 水务局 水利和湖泊局 水利水电局 · 水利 水务',
  '交通运输局 交通局 交运局 · 交运',
  '财政局',
  '人力资源和社会保障局 人社局 人力资源社会保障局 人力资源局 劳动局 劳动保障局 · 人社',
  '行政审批局 审批局 政务服务局 政务局 政务服务和大数据管理局 审批服务局 政务服务管理局',
  '消防救援大队 消防大队 消防队 消防局 · 消防救援',
  '发展和改革局 发改局 发改委 发展和改革委员会 发展改革局 发展改革委 · 发改',
  '经济和信息化局 经信局 工信局 经信委 工业和信息化局 科技和工信局 科经局 经科局 · 经信 工信',
  '市场监督管理局 市场监管局 市监局 工商局 质监局 · 市监',
  '商务局 商务和投资促进局 · 商务',
  '招商局 招商促进中心 投资促进局 招商中心 投促局',
  '农业农村局 农业局 农委 · 农业农村',
  '林业局 林业和草原局 林草局',
  '卫生健康局 卫健局 卫健委 卫生局 · 卫健',
  '教育局 教体局 教育体育局',
  '公安局 公安分局',
  '交警大队 交管大队 交警队 · 交警',
  '司法局',
  '审计局',
  '统计局',
  '税务局 国税局 地税局',
  '文化和旅游局 文旅局 文化旅游局 · 文旅',
  '城市管理执法局 城管局 城管委 综合执法局 城市管理局 城管执法局 · 城管',
  '科学技术局 科技局',
  '民政局',
  '医疗保障局 医保局',
  '退役军人事务局 退役军人局',
  '国有资产监督管理委员会 国资委 国资局 国资中心 · 国资',
  '气象局',
  '金融工作局 金融局 金融办 地方金融工作局',
  '燃气公司 天然气公司',
  '自来水公司 供水公司 水务公司 水务集团',
  '移动公司 中国移动',
  '电信公司 中国电信',
  '联通公司 中国联通',
];

interface Kind {
  whole: readonly string[];
  said: readonly string[];
}
const ROWS: readonly Kind[] = KINDS.map((row) => {
  const [whole = '', said = ''] = row.split(' · ');
  return { whole: whole.split(' '), said: said === '' ? [] : said.split(' ') };
});
const BY_NAME = new Map(
  ROWS.flatMap((row) => [...row.whole, ...row.said].map((name) => [name, row] as const)),
);
const LONGEST = Math.max(...[...BY_NAME.keys()].map(({ length }) => length));
const FIRST = new Set([...BY_NAME.keys()].map((name) => name.charAt(0)));

const units = new WeakMap<Directory['data'], Map<Kind, number[]>>();

function unitsOf(kind: Kind, { data }: Directory): number[] {
  const known = units.get(data) ?? new Map<Kind, number[]>();
  units.set(data, known);
  const built =
    known.get(kind) ??
    data.units
      .filter(({ closed, name, shortNames }) => {
        const names = [name, ...shortNames].map(fold);
        // 宜都市自然资源和规划局
        return !closed && names.some((one) => kind.whole.some((whole) => one.endsWith(whole)));
      })
      .map(({ id }) => id);
  known.set(kind, built);
  return built;
}

export interface KindOfUnit {
  length: number;
  ids: number[];
}

/** The unit meant by a name of its kind that begins at `at`; undefined where there is none, or several that are as near. */
export function kindOfUnitAt(folded: string, at: number, context: ReadContext): KindOfUnit | undefined {
  if (!FIRST.has(folded.charAt(at)) || !context.actor.person.home) return undefined;
  for (let length = Math.min(LONGEST, folded.length - at); length > 1; length--) {
    const said = folded.slice(at, at + length);
    const kind = BY_NAME.get(said);
    if (!kind || !standsAlone(folded, at, at + length, kind)) continue;
    const ids = unitsOf(kind, context.directory);
    const home = context.directory.unit(context.actor.person.unitId ?? -1)?.areaId;
    const near = nearestByArea(ids, (id) => context.directory.unit(id)?.areaId, home, context.directory);
    const names = new Set(near.map((id) => context.directory.unit(id)?.name));
    return near.length > 0 && names.size === 1 ? { length, ids: near } : undefined;
  }
  return undefined;
}

/** 国土局 is whole by its last sign; 应急 of 应急预案 is another word. */
function standsAlone(folded: string, from: number, until: number, kind: Kind): boolean {
  const edges = readEdges(folded);
  const rest = folded.slice(until, until + 4);
  if (kind.said.includes(folded.slice(from, until)))
    return (
      edges.isBoundary(until) &&
      edges.isBoundary(from) &&
      !/^(?:预案|演练|管理|处置|通道|电源|工程|设施|措施|部门|要求|验收|设备|检查|标准|条件|费|税|款|站|改革|合作|谈判|用地|用水|资金|补贴|手续|方面的?(?:事|问题))/.test(
        rest,
      )
    );
  return !/^(?:长|领导|里长)/.test(rest) || rest.startsWith('长期');
}
