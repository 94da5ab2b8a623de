/** What a heading between rows, a title or the name of a sheet says of the rows below: their project, unit or state. Pure. */
import { fold } from './fold.ts';
import { isGenericName } from './generic.ts';
import { SETTLE } from './header.ts';
import type { LedgerOptions } from './model.ts';
import type { LedgerSheet } from './sheet.ts';
import { unitNamed } from './spelled-out.ts';
import { titledProject } from './title.ts';

export interface Heading {
  project?: string;
  unit?: string;
  state?: 'open' | 'closed';
}

/** 一、 （二） 3. 4 : what counts headings; the 三 of 三峡 and the 一 of 一期 is none. */
const ORDER =
  /^\s*(?:(?:附?表|附件)[一二三四五六七八九十\d]{1,3}(?:[、.．:：]|\s+|$)|[（(][一二三四五六七八九十\d]{1,3}[)）]\s*[、.．:：]?|[一二三四五六七八九十\d]{1,3}(?:[、.．:：)）]|\s+))\s*/;
const BRACKETS = /\s*(?:[（(][^（()）]*[)）]|【[^【】]*】)\s*$/;
const LABEL = /^(?:项目|工程)(?:名称)?\s*[:：]\s*/;

/** 项目, 基地, 二期 and what else the name of a project ends in. */
const PROJECT_NAME =
  /(?:项目|工程|基地|[一二三四五六七八九十\d]期|[一二三四五六七八九十\d]期(?:项目|工程)|产业园|工业园|科技园|物流园|电站|变电站|污水处理厂|生产线|综合体|(?:有限|股份|有限责任)公司|集团|扩建|技改|改扩建)$/;
const CLOSED = new RegExp(
  `^(?:[^未不待]{0,12})?已(?:经)?(?:全部)?(?:${SETTLE}|结)+(?:的)?(?:问题|事项|项目|任务|诉求|卡点|堵点|难点|困难|工作|台账|清单|明细|汇总|情况|部分|类|表|库)*$`,
);
/** 本周办结销号问题: struck off, of a time that is over or goes on. */
const STRUCK_OFF =
  /^(?:本[周月季期]|上[周月季期]|近期|今年|本年度?|累计)(?:办结|完成|解决)?(?:销号|核销|摘牌|清零)(?:的)?(?:问题|事项|项目|任务|诉求|卡点|堵点|难点|困难|台账|清单|明细|汇总|情况)$/;
const OPEN = new RegExp(
  `^(?:[^已]{0,12})?(?:未|尚未|待|正在|推进)(?:全部|完全)?(?:${SETTLE}|结|推进|落实)?(?:中|的)?(?:问题|事项|项目|任务|诉求|卡点|堵点|难点|困难|工作|台账|清单|明细|汇总|情况|部分|类|表|库)*$`,
);

/** A heading without what counts it and without what stands in brackets behind it. */
function bareHeading(text: string): string {
  let bare = text
    .replace(/\s*\n\s*/g, ' ')
    .replace(ORDER, '')
    .trim();
  while (BRACKETS.test(bare) && bare.replace(BRACKETS, '') !== '') bare = bare.replace(BRACKETS, '');
  return bare.replace(/[:：]\s*$/, '').trim();
}

/** Known as a project of the deployment, or called as only projects are. */
function projectNamed(bare: string, { known }: LedgerOptions): string | undefined {
  // 项目名称：甲项目    包联领导：…: what is labelled further on is no part of the name.
  const [said = ''] = bare.replace(LABEL, '').split(/\s{2,}|[;；]|\s(?=\S{2,6}[:：])/);
  const name = said.trim();
  if (known?.projects?.has(fold(name))) return name;
  if (known?.units.has(name) || isGenericName(name) || name.length > 40) return undefined;
  if (LABEL.test(bare)) return name;
  const titled = titledProject(name);
  if (titled !== undefined) return titled;
  return PROJECT_NAME.test(name) && !/[。；;，,]/.test(name) ? name : undefined;
}

/** What a heading that stands over rows of a table says of them. */
export function readHeading(text: string, options: LedgerOptions): Heading {
  const bare = bareHeading(text);
  const folded = fold(bare);
  if (CLOSED.test(folded) || STRUCK_OFF.test(folded)) return { state: 'closed' };
  if (OPEN.test(folded)) return { state: 'open' };
  const unit = unitNamed(text.replace(ORDER, ''), options);
  const project = unit === undefined ? projectNamed(bare, options) : undefined;
  return { ...(project !== undefined && { project }), ...(unit !== undefined && { unit }) };
}

/** Where one heading of a table is a project all of its kind are: 邦普电池回收 beside 楚能二期项目. */
export function bareProjects(
  headings: readonly string[],
  options: LedgerOptions,
): ReadonlyMap<string, string> {
  const said = headings.map((text) => ({ text, bare: bareHeading(text), is: readHeading(text, options) }));
  const projects = said.filter(({ is }) => is.project !== undefined).length;
  const free = said.filter(({ is }) => is.state === undefined && is.unit === undefined);
  const all = projects > 0 && projects * 2 >= free.length;
  return new Map(
    free.flatMap(({ text, bare, is }) => {
      const name = is.project ?? (all && isName(bare) && !isGeneral(bare) ? bare : undefined);
      return name === undefined ? [] : [[text, name] as const];
    }),
  );
}

/** 其他问题, 要素保障类: a kind of problems and no project. */
const isGeneral = (bare: string) => GENERAL.test(bare) || isGenericName(bare);

const isName = (bare: string) => bare.length >= 2 && bare.length <= 30 && !/[。；;，,：:]/.test(bare);

/** What sheets are called that say nothing of their rows, or something other than a project. */
const GENERAL =
  /sheet\d*|工作表|^表?\d*$|台账|清单|问题|诉求|事项|任务|汇总|总表|明细|统计|情况|调度|周报|月报|日报|\d月|\d周|\d季|年|批|类$|办结|销号|解决|完成|说明|须知|模板|样[例表]|示例|字典|选项|参考|数据|附[件表]|封面|目录|下拉|名单|通讯录|(?:用地|用水|用电|用气|用工|用能|用林|用海|融资|资金|环保|环评|能耗|手续|审批|征拆|征地|拆迁|要素|配套|政策|安全|质量|招商|其他|其它|历史遗留|基础设施|水电气|营商环境)(?:保障|问题|方面|类)?$|[省市县区镇乡村]$|街道$/i;

/**
 * One sheet a project: its name, when no column says which. Of a name nobody knows and that does not end as projects
 * do, only where another sheet beside it has the same header.
 */
export function projectOfSheet(
  { name }: Pick<LedgerSheet, 'name'>,
  alike: readonly string[],
  options: LedgerOptions,
): string | undefined {
  const bare = bareHeading(name);
  const known = options.known?.projects?.has(fold(bare)) === true;
  if (!known && (GENERAL.test(bare) || unitNamed(bare, options) !== undefined)) return undefined;
  const project = projectNamed(bare, options);
  if (project !== undefined) return project;
  const others = alike.filter((other) => other !== name && !GENERAL.test(bareHeading(other)));
  const person = options.known?.people.has(bare) === true;
  return others.length > 0 && bare.length >= 2 && !person ? bare : undefined;
}

/** What is asked for when a sheet or a title says 已销号: the state of rows that say none. */
export function stateNamed(text: string): 'open' | 'closed' | undefined {
  return readHeading(text, NOBODY).state;
}

const NOBODY: LedgerOptions = { today: '2000-01-01', timeZone: 'UTC', fileName: '' };
