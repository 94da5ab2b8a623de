/** Links that are asked for right after a project was shown, or after links of it: 环评批了没, 水保呢, 消防验收排在第几步. */
import type { Answer } from '../domain/answer.ts';
import { withoutLinkFrames } from '../language/lexicon/link-frames.ts';
import { isKindToo, linksNamedIn } from '../language/lexicon/link-names.ts';
import { linkSteps } from '../language/lexicon/link-walk.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import type { CommandContext } from './context.ts';
import { execute } from './dispatch.ts';
import { type Remembered, rememberProject } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';

/** 安评呢: nothing is said of it. */
const BARE = /^[\s那么还有的呢啊呀嘛咧哩吗也再问说看讲报查一下遍,，。?？、和跟]*$/u;
/** 邦普呢, 换成邦普看看: nothing is asked of it. */
const BARE_NAME =
  /^(?:那么?|再|换成?|还有|看看|[\s,，])*\p{Script=Han}{2,10}?(?:的|那边|那家|项目|呢|咧|哩|嘞|看看|也|说说|报一下|来一遍|一样|[\s\p{P}])+$/u;
const LED_NAME = /^(?:那么?|还有|再看|换成?|再看看)[\s,，]*\p{Script=Han}{2,10}[\s\p{P}]*$/u;
const LEADING = /^(?:那么?|还有|然后|再|嗯|哦|[\s,，])+/u;

/** Asked of the link that was shown; of the map, which of them is on and whose it is. */
const OF_LINK =
  /谁|哪一?[个家](?:局|单位|部门|口子)|哪家|卡|堵|几天|多久|好多天|原因|为什么|为啥|几号|哪天|什么时候|啥时候|材料|前面|前头|后面|后头|前置|接着|收费|多少钱|晚|逾期|按时|耽误/u;
const OF_MAP =
  /(?:归|该|由|是)?(?:谁|哪一?个?(?:局|单位|部门|口子)|哪家)(?:在)?(?:管|负责|牵头|办|盯)|(?:在|正在)(?:走|办|跑|做)(?:的)?(?:是)?(?:哪|什么|啥)|下一[个步关道]|(?:走|办|到)(?:了)?哪|[卡堵]在?哪|[卡堵]住|晚了|逾期|百分之|几成/u;
const OF_MANY = /哪些|几个|[几多]少?件|问题|都/u;
/** 要哪些材料, 前面还有哪些没办: of the one link. */
const OF_ITS_OWN = /材料|资料|前面|前头|后面|后头|前置|接着/u;

/** 归谁管, 卡在哪里, 当下在走哪个: the same card has it. */
async function ofThoseShown(
  context: CommandContext,
  folded: string,
  { ofLinks, link }: Remembered,
  projectId: number,
): Promise<Answer | null | undefined> {
  const many = OF_MANY.test(folded) && !(link !== undefined && OF_ITS_OWN.test(folded));
  if (!ofLinks || many || !(link === undefined ? OF_MAP : OF_LINK).test(folded)) return undefined;
  const rest = withoutLinkFrames(folded);
  if (rest === undefined || !BARE.test(rest.replace(/[它是在到该归走办当下现目前]/gu, ''))) return undefined;
  const projectIds = [projectId];
  const answer = await execute(
    context,
    link === undefined ? { name: 'link-map', projectIds } : { name: 'link-state', projectIds, words: link },
  );
  await rememberProject(context, projectId, true, link);
  return answer;
}

export function namesLink({ folded }: Phrase): boolean {
  return (linksNamedIn(simplify(folded))?.names.length ?? 0) > 0;
}

/** 那邦普, 邦普呢: a name, and nothing that is asked of it. */
export function namesOnlyProject(scan: Scan, folded: string): boolean {
  if (scan.projectIds.length !== 1 || scan.left.length > 0) return false;
  const more = scan.states.length + scan.periods.length + scan.unitIds.length + scan.categoryIds.length;
  return more === 0 && (BARE_NAME.test(folded) || LED_NAME.test(folded));
}

/** 邦普呢, after the weather of 楚能: that of another. */
export async function ofAnothersWeather(
  context: CommandContext,
  { phrase: { folded }, scan }: { phrase: Phrase; scan: Scan },
  { ofWeather }: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId] = scan.projectIds;
  if (!ofWeather || projectId === undefined || !namesOnlyProject(scan, folded)) return undefined;
  const answer = await execute(context, { name: 'weather', all: false, projectId, heard: '' });
  await rememberProject(context, projectId, false, undefined, true);
  return answer;
}

/** 邦普呢, after links of 楚能: its map, too. */
async function ofAnothersLinks(
  context: CommandContext,
  { folded }: Phrase,
  scan: Scan,
  { ofLinks }: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId] = scan.projectIds;
  if (!ofLinks || projectId === undefined || !namesOnlyProject(scan, folded)) return undefined;
  const answer = await execute(context, { name: 'link-map', projectIds: [projectId] });
  await rememberProject(context, projectId, true);
  return answer;
}

/** @param projectId the one that was shown. undefined: no link is asked for, or it does not go with it */
export async function ofItsLinks(
  context: CommandContext,
  { phrase, scan }: { phrase: Phrase; scan: Scan },
  last: Remembered,
  projectId: number,
): Promise<Answer | null | undefined> {
  const other = await ofAnothersLinks(context, phrase, scan, last);
  if (other !== undefined) return other;
  const name = context.directory.project(projectId)?.name;
  const named = linksNamedIn(simplify(phrase.folded));
  if (name === undefined || !named) return undefined;
  const { names, rest } = named;
  const again = await ofThoseShown(context, simplify(phrase.folded), last, projectId);
  if (again !== undefined) return again;
  if (names.length === 0 && linkSteps(simplify(phrase.folded)) === undefined) return undefined;
  if (scan.projectIds.length + scan.unitIds.length > 0) return undefined;
  const bare = names.length > 0 && BARE.test(rest);
  // 安评呢, after a list of problems, is of that kind.
  if (bare && names.every(isKindToo) && !last.ofLinks) return undefined;
  const said = bare ? `${names.join('、')}办下来没有` : phrase.text.trim().replace(LEADING, '');
  const text = `${name}${said}`;
  const read = matchSaid(context, text);
  if (read.kind !== 'call') return undefined;
  const { call } = read;
  if (call.name === 'link-map' || call.name === 'link-state') {
    if (String(call.projectIds) !== String(projectId)) return undefined;
    const answer = await execute(context, call);
    await rememberProject(context, projectId, true, call.name === 'link-state' ? call.words : undefined);
    return answer;
  }
  if (call.name !== 'ask' || call.unread || !call.projects?.links) return undefined;
  const answer = await askOnwards(context, call);
  await rememberProject(context, projectId, true);
  return answer;
}
