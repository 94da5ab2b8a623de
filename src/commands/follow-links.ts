/** Links that are asked for right after a project was shown, or after links of it: 环评批了没, 水保呢, 消防验收排在第几步. */
import type { Answer } from '../domain/answer.ts';
import { linkAspects } from '../language/lexicon/link-aspects.ts';
import { withoutLinkFrames } from '../language/lexicon/link-frames.ts';
import { GROUP, isKindToo, linkCalled, linksNamedIn } from '../language/lexicon/link-names.ts';
import { linkSteps } from '../language/lexicon/link-walk.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { execute } from './dispatch.ts';
import { type Remembered, rememberProject, rememberShown } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';

/** 安评呢: nothing is said of it. */
const BARE = /^[\s它他那么还有的呢啊呀嘛咧哩吗也再问说看讲报查一下遍,，。?？、和跟]*$/u;
/** 邦普呢, 换成邦普看看: nothing is asked of it. */
const BARE_NAME =
  /^(?:那么?|再|换成?|还有|看看|[\s,，])*\p{Script=Han}{2,10}?(?:的|那边|那家|项目|呢|咧|哩|嘞|看看|也|说说|报一下|来一遍|一样|[\s\p{P}])+$/u;
const LED_NAME = /^(?:那么?|还有|再看|换成?|再看看)[\s,，]*\p{Script=Han}{2,10}[\s\p{P}]*$/u;
export const THAT_LINK = /[这那](?:一?[个道步]?|些|[几两三四]个)(?:环节|手续|关|步|环(?![境评保]))/u;
const LEADING = /^(?:那么?|还有|然后|再|嗯|哦|(?:它|他|它们|他们|这个项目|该项目)家?的|[\s,，])+/u;

/** Shows links or the weather of one project, for what is said next to be of them. */
export async function showAndKeep(
  context: CommandContext,
  call: CallOf<'link-map' | 'link-state' | 'weather'>,
): Promise<Answer | null> {
  const answer = await execute(context, call);
  await rememberShown(context, call);
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
  { ofWeather, asked }: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId] = scan.projectIds;
  const sky = ofWeather || asked?.projects?.weather || asked?.projects?.order === 'weather';
  if (!sky || projectId === undefined || !namesOnlyProject(scan, folded)) return undefined;
  return showAndKeep(context, { name: 'weather', all: false, projectId, heard: '' });
}

/** 邦普呢, after links of 楚能: the same of it. */
async function ofAnothersLinks(
  context: CommandContext,
  { folded }: Phrase,
  scan: Scan,
  { ofLinks, link, asks }: Remembered,
): Promise<Answer | null | undefined> {
  const [projectId] = scan.projectIds;
  if (!ofLinks || projectId === undefined || !namesOnlyProject(scan, folded)) return undefined;
  const of = { projectIds: [projectId], ...(asks && { asks }) };
  return showAndKeep(
    context,
    link === undefined ? { name: 'link-map', ...of } : { name: 'link-state', words: link, ...of },
  );
}

const OF_A_LINK =
  /^(?:那么?|还有|再|看看?|[\s,，])*(?!刚|上次|其[他它余]|别的|所有|全部|[各每]|前期)(\p{Script=Han}{2,8}?)的?(?:[这那]一?[个道]?)?(?:环节|手续|[关步](?!路))/u;
/** 规划那个环节呢: what stands for the link, which may be any part of its name. */
function partIn(folded: string): string | undefined {
  const [, part = ''] = OF_A_LINK.exec(folded) ?? [];
  const asks = [...linkAspects(part, true), ...linkAspects(part, false)];
  return asks.length > 0 || !/^.{2,}$/u.test(part) || /[什么哪几多少谁这那]/u.test(part) ? undefined : part;
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
  const folded = simplify(phrase.folded);
  const named = linksNamedIn(folded);
  if (name === undefined || !named) return undefined;
  const { names, rest } = named;
  const [link, second] = names;
  const whole = link !== undefined && link !== GROUP && BARE.test(withoutLinkFrames(rest) ?? '?');
  const part = whole ? linkCalled(link) : link === undefined || link === GROUP ? partIn(folded) : undefined;
  const others = scan.projectIds.length + scan.unitIds.length > 0;
  if (last.ofLinks && part !== undefined && second === undefined && !others) {
    const asks = linkAspects(folded, false);
    const of = { projectIds: [projectId], words: part, ...(asks.length > 0 && { asks }) };
    return showAndKeep(context, { name: 'link-state', ...of });
  }
  if (names.length === 0 && linkSteps(folded) === undefined) return undefined;
  if (others) return undefined;
  const bare = names.length > 0 && BARE.test(rest);
  // 这个环节哪个单位管: of those that were told.
  if (names.length === 0 && last.ofLinks && THAT_LINK.test(phrase.folded)) return undefined;
  // 安评呢, after a list of problems, is of that kind.
  if (bare && names.every(isKindToo) && !last.ofLinks) return undefined;
  const said = bare ? `${names.join('、')}办下来没有` : phrase.text.trim().replace(LEADING, '');
  const text = `${name}${said}`;
  const read = matchSaid(context, text);
  if (read.kind !== 'call') return undefined;
  const { call } = read;
  if (call.name === 'link-map' || call.name === 'link-state') {
    if (String(call.projectIds) !== String(projectId)) return undefined;
    return showAndKeep(context, call);
  }
  if (call.name !== 'ask' || call.unread || !call.projects?.links) return undefined;
  const answer = await askOnwards(context, call);
  await rememberProject(context, projectId, { ofLinks: true });
  return answer;
}
