/** What goes on from links, or from the project that was spoken of, to links as rows: 已经误了的呢, 误最多天的是哪个, 后头还会带垮哪些环节. */
import { anewChip } from '../cards/chips.ts';
import { listLinkStandings } from '../db/link-standing.ts';
import type { Answer } from '../domain/answer.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { LinkRowsAsked } from '../domain/link-rows-asked.ts';
import { isOfNamed, type LinksAsked } from '../domain/links-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { linkAspects } from '../language/lexicon/link-aspects.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { orderedAsked } from '../views/projects-asked.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { execute } from './dispatch.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { onlyAsked, onlyProject, onlySpoken } from './follow-project.ts';
import { askOnwards } from './follow-turn.ts';
import { type FoundRows, linkRowsIn } from './link-rows.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

interface Focus {
  links: LinksAsked;
  filter: IssueFilter;
  /** What was told were links. */
  ofLinks: boolean;
}

/** What was told: links of projects, one link, the project that came first, or one project. */
async function focusOf(context: CommandContext, last: Remembered): Promise<Focus | undefined> {
  const { asked } = last;
  const links = asked?.projects?.links;
  if (asked && links) return { links, filter: asked.filter, ofLinks: true };
  if (asked?.projects?.order) {
    const [first] = await orderedAsked(context.tx, asked, viewerOf(context));
    return first && { links: {}, filter: { projectIds: [first.project.id] }, ofLinks: false };
  }
  const issue = last.issueId === undefined ? undefined : await visibleIssue(context, last.issueId);
  const only = onlyProject(last) ?? onlyAsked(last) ?? onlySpoken(last) ?? issue?.projectId ?? last.about;
  if (only === undefined) return undefined;
  const said = last.link === undefined ? {} : { said: last.link };
  return { links: said, filter: { projectIds: [only] }, ofLinks: last.ofLinks === true };
}

/** What is said anew takes the place of its kind; what is so of them takes that of the days, too. */
function merged(before: Focus, { scan, reading }: FoundRows): Reading {
  const { filter, projects: { links: said = {} } = {} } = reading;
  const { rows: was = {}, said: _s, also: _a, from: _f, to: _t } = before.links;
  const { rows = {} } = said;
  const state = rows.is ?? (was.is || !before.links.rows ? was.is : undefined);
  const timed = said.from !== undefined || said.to !== undefined;
  const days = timed
    ? { from: said.from, to: said.to }
    : rows.is === undefined && !rows.after
      ? { from: before.links.from, to: before.links.to }
      : {};
  const kept: LinkRowsAsked = {
    ...(state && { is: state }),
    ...(was.stages && { stages: was.stages }),
    ...(was.by && !rows.order && !rows.is && { by: was.by }),
    ...(was.after && { after: true as const }),
    ...rows,
  };
  // 下一个该办哪个, after one of them: of all.
  const names =
    said.said === undefined
      ? rows.is !== 'next' && {
          ...(before.links.said !== undefined && { said: before.links.said }),
          ...(before.links.also && { also: before.links.also }),
        }
      : { said: said.said, ...(said.also && { also: said.also }) };
  const span = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
  const place = Object.keys(filter).length > 0 && scan.projectIds.length + scan.unitIds.length > 0;
  return {
    measure: 'projects',
    filter: place ? { ...before.filter, ...filter } : before.filter,
    projects: { links: { ...names, ...span, rows: kept } },
  };
}

/** 要几天, 哪个单位管, of a link of several projects: the link tells it, and the projects stay what is spoken of. */
function ofItself(
  context: CommandContext,
  folded: string,
  links: LinksAsked | undefined,
): Promise<Answer | null> | undefined {
  if (!links || !isOfNamed(links) || /最|[晚超误拖]/u.test(folded)) return undefined;
  const asks = linkAspects(folded, false);
  const general = asks.some(
    (one) => one === 'unit' || one === 'materials' || (one === 'long' && !/了/u.test(folded)),
  );
  const { said = '', also } = links;
  if (!general) return undefined;
  return execute(context, {
    ...{ name: 'link-state', projectIds: [], words: said, general: true, asks },
    ...(also && { also }),
  });
}

/**
 * @param eagerly before anything else is tried: only what can be of nothing but those links
 * @returns undefined: it does not go on from links
 */
export async function ofLinkRows(
  context: CommandContext,
  last: Remembered,
  text: string,
  eagerly: boolean,
): Promise<Answer | null | undefined> {
  if (!isSoon(context, last)) return undefined;
  const phrase = trim(readPhrase(text));
  const found = linkRowsIn(
    phrase,
    readContextOf(context),
    last.asked?.projects?.links ?? { ...(last.link !== undefined && { said: last.link }) },
  );
  if (!found) return undefined;
  const itself = last.asked && ofItself(context, phrase.folded, last.asked.projects?.links);
  if (itself) return itself;
  // 能评呢: another link of those.
  const other = found.reading.projects?.links?.said !== undefined && found.scan.projectIds.length === 0;
  if (!found.asks && !(other && last.asked?.projects?.links?.rows)) return undefined;
  // 哪个环节卡的项目最多 is of all of them.
  const { by, is } = found.reading.projects?.links?.rows ?? {};
  if (by === 'link' && is === 'stuck') return undefined;
  // 兴发的环评办到哪了: a whole question.
  if (found.scan.projectIds.length > 0 && found.reading.projects?.links?.said !== undefined) return undefined;
  const focus = await focusOf(context, last);
  if (!focus) return undefined;
  const [only, second] = focus.filter.projectIds ?? [];
  // One without links of its own is told by the template: its map, or the link.
  if (
    only !== undefined &&
    second === undefined &&
    (await listLinkStandings(context.tx, [only])).length === 0
  )
    return undefined;
  const rows = found.reading.projects?.links?.rows ?? {};
  const ofRows = focus.links.rows !== undefined;
  const after = rows.after || rows.is === 'next';
  const worst = last.asked?.projects?.order !== undefined && rows.is === 'stuck' && found.says;
  if (eagerly && !ofRows && !worst && !(focus.ofLinks && (rows.order || after))) return undefined;
  if (!eagerly && !focus.ofLinks && !found.says && !rows.after) return undefined;
  if (!focus.ofLinks && found.scan.projectIds.length > 0) return undefined;
  const next = merged(focus, found);
  const answer = await askOnwards(context, { name: 'ask', ...next, topic: last.topic });
  return answer?.kind === 'projects' && found.says && !focus.ofLinks
    ? { ...answer, others: [anewChip(text)] }
    : answer;
}
