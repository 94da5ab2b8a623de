/** What is recorded of several projects, or several things of one: 各项目的牵头单位, 牵头单位是哪个 包保领导又是谁, 我包的项目是哪几个. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { ProjectTold } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { factWordAt } from '../language/lexicon/project-facts.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { fold, type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import { ledBy } from '../language/several-named.ts';
import { ownProjects } from '../language/speaker.ts';
import { namesIn } from './nodes-asked.ts';

const SETS = /(?:所有|各个?|每个?|全部)(?:项目|企业|专班)/u;
/** 我的项目: the projects themselves are asked for. */
const PROJECT = /项目|[几哪]个?(?:是|$)/u;
const DATES = /日子|日期|时间|计划|哪天|几号|时候|几时/u;
/** 牵头的是哪家, 哪个领导包: in words nothing else reads so. */
const FREELY = /牵头的|[哪谁][个家位]?[^,，。]{0,4}(?:牵头|包)|谁包/u;
const SPEAKS =
  /牵头|主管|领导|组长|秘书|联系人|对接人|业主|单位|投资|企业|产业|行业|园区|[开投]产?工?|我|包|導|牽頭|聯/u;
const MOST_TOLD = 4;

const LED_BY =
  /^(.{2,8}?)(?:在|负责)?牵头(?:负责)?的(?:项目|企业)(?:现在|目前|一共|总共|都|有|是|分别)*(?:哪些|哪[几个]*|几个|多少个?)?[呢啊\s\p{P}]*$/u;

/** 发改局牵头的项目有哪些: those it leads. */
function ledProjects(text: string, context: ReadContext): { scan: Scan; reading: Reading } | undefined {
  const who = LED_BY.exec(text)?.[1];
  const scan = who === undefined ? undefined : scanQuery(readPhrase(who), context);
  const [unitId, second] = scan?.unitIds ?? [];
  if (!scan || unitId === undefined || second !== undefined || scan.left.length > 0) return undefined;
  const projectIds = ledBy(unitId, context);
  const names = projectIds.map((id) => context.directory.project(id)?.name ?? '').join('、');
  return projectIds.length === 0
    ? undefined
    : {
        scan: scanQuery(readPhrase(names), context),
        reading: { measure: 'projects', filter: { projectIds }, projects: { tells: ['lead-unit'] } },
      };
}

/** undefined: something else is asked, or one thing of one project, which has a place of its own */
export function projectFactsIn(
  { text }: Phrase,
  context: ReadContext,
): { scan: Scan; reading: Reading } | undefined {
  if (!SPEAKS.test(text)) return undefined;
  const led = ledProjects(withoutFraming(simplify(fold(text))), context);
  if (led) return led;
  const phrase = readPhrase(text);
  const whole = withoutFraming(simplify(phrase.folded));
  const mine = /我/u.test(whole);
  const folded = mine ? whole : plainProjects(whole, context);
  const names = namesIn(folded, context).map(([from, until]) => withPhase(folded, from, until, context));
  const told = new Set<ProjectTold>();
  const said = new Set<string>();
  let rest = '';
  let named = '';
  for (let i = 0; i < folded.length; ) {
    const name = names.find(([from, until]) => from <= i && i < until);
    const found = name ? undefined : factWordAt(folded, i);
    if (name) named += `${folded.slice(i, name[1])}、`;
    if (!name && !found) rest += folded.charAt(i);
    if (found) {
      said.add(found.tag);
      if (found.tag !== 'mine' && found.tag !== 'fill' && found.tag !== 'which' && found.tag !== 'each')
        told.add(found.tag);
    }
    i = name ? name[1] : i + (found?.word.length ?? 1);
  }
  if (/[\p{L}\p{N}]/u.test(rest) || told.size > MOST_TOLD) return undefined;
  const scan = scanQuery(readPhrase(named), context, { people: true });
  const { projectIds } = scan;
  if (said.has('mine') ? projectIds.length > 0 || !PROJECT.test(whole) : mine) return undefined;
  const several = projectIds.length > 1 || said.has('each') || said.has('mine') || SETS.test(folded);
  const nodes = [...told].every((one) => one === 'start' || one === 'production');
  // 开工了几个 投产了几个: how many, and no days.
  if (nodes && told.size > 0 && (said.has('which') || !DATES.test(whole))) return undefined;
  // Their days alone are read where what becomes of them is.
  if (told.size === 0 ? !said.has('mine') || !said.has('which') : nodes && !several) return undefined;
  const [post, second] = [...told];
  const [only, other] = projectIds;
  if (second === undefined && (post === 'lead-unit' || post === 'leader') && FREELY.test(whole))
    if (only !== undefined && other === undefined && !said.has('mine'))
      return { scan, reading: { measure: 'who', filter: {}, projectId: only, post } };
  if (told.size > 0 && !several && (projectIds.length !== 1 || told.size < 2)) return undefined;
  if (told.size === 1 && nodes) return undefined;
  const filter = said.has('mine') ? ownOf(context) : projectIds.length > 0 ? { projectIds } : {};
  const tells: ProjectTold[] = told.size > 0 ? [...told] : ['leader', 'secretary'];
  return { scan, reading: { measure: 'projects', filter, projects: { tells } } };
}

/** As their post says it, where it is one. */
function ownOf(context: ReadContext): IssueFilter {
  const { person, leaderOf, secretaryOf } = context.actor;
  const own = ownProjects(context);
  const all = (ids: readonly number[]) => own.every((id) => ids.includes(id));
  if (all(leaderOf)) return { leaderId: person.id };
  return all(secretaryOf) ? { secretaryId: person.id } : { projectIds: own };
}

/** 楚能二期, of 楚能锂电池二期. */
function withPhase(
  folded: string,
  from: number,
  until: number,
  { directory }: ReadContext,
): [number, number] {
  const phase = /^[一二三四五]期/u.exec(folded.slice(until))?.[0];
  const said = folded.slice(from, until);
  const its = directory.liveProjects.some(
    ({ name, shortNames }) => phase && name.includes(phase) && shortNames.map(fold).includes(said),
  );
  return [from, until + (its ? (phase?.length ?? 0) : 0)];
}
