/** 报: cuts a line into what, which unit, by when; several lines into several problems. */
import { TEXT_LIMIT } from '../../domain/issue.ts';
import { titleOf } from '../../domain/title.ts';
import type { ReadContext } from '../../language/definition.ts';
import { findDeadline } from '../../language/lexicon/deadline.ts';
import { type Found, findCategory, findProjects, findUnits, nearestByArea } from '../../language/names.ts';
import { cut, isBlank, MENTION, type Phrase, trim, trimEdges } from '../../language/phrase.ts';
import type { LogLine } from '../../language/said.ts';

type Span = readonly [number, number];

/** Text of a line longer than {@link TEXT_LIMIT}, in characters as people count them. */
export function countTooMany(text: string): number | undefined {
  if (text.length <= TEXT_LIMIT) return undefined;
  const count = [...text].length;
  return count > TEXT_LIMIT ? count : undefined;
}

const NUMBERING =
  /^\s*(?:(?:\(\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?\)|\d{1,3}\s?(?:[、)]|\.(?!\d))|[一二三四五六七八九十]{1,3}[、.]|[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3220-\u3229]|\d{1,2}\u20E3|[-*+](?=\s)|[-—–•·●○▪■◆▶►◦‣➤→☐]+)\s*(?:\[[ x]\]\s*)?)/;

/** The lines of a list without their numbering; blank ones left out. */
export function splitLines(phrase: Phrase): Phrase[] {
  const lines: Phrase[] = [];
  let from = 0;
  while (from <= phrase.folded.length) {
    const end = phrase.folded.indexOf('\n', from);
    const until = end < 0 ? phrase.folded.length : end;
    const line = stripNumbering(cut(phrase, from, until));
    if (!isBlank(line)) lines.push(line);
    from = until + 1;
  }
  return lines;
}

export function stripNumbering(line: Phrase): Phrase {
  const length = NUMBERING.exec(line.folded)?.[0].length ?? 0;
  return trim(cut(line, length));
}

interface Chosen {
  id: number | null;
  candidates: number[];
}

/** Names standing alone win over names inside the sentence; several that remain are asked back. */
function choose(found: readonly Found[], narrow: (ids: number[]) => number[]): Chosen {
  const alone = found.filter((f) => f.separate);
  const names = alone.length > 0 ? alone : found;
  const ids = [...new Set(names.flatMap((f) => narrow(f.ids)))];
  return { id: ids[0] ?? null, candidates: ids.length > 1 ? ids : [] };
}

/** Masks spans so that no part of a name is read as something else. */
function mask(text: string, spans: readonly Span[], filler: string): string {
  const units = text.split('');
  for (const [from, until] of spans) units.fill(filler, from, until);
  return units.join('');
}

/** Facts of one line. `title` is '' when nothing but facts is there. */
export function readLine(line: Phrase, context: ReadContext): LogLine {
  const { directory, chat } = context;
  const names: Span[] = [...findUnits(line, directory), ...findProjects(line, directory)].map((f) => f.span);
  const people = line.mentions.map((m) => m.span);
  const deadline = findDeadline(mask(line.text, [...names, ...people], MENTION), context);
  // With the deadline blanked, 住建局3天内 shows the unit standing alone.
  const plain: Phrase = deadline.span ? { ...line, folded: mask(line.folded, [deadline.span], ' ') } : line;
  const projects = findProjects(plain, directory);
  const project = chooseProject(projects, context);
  const units = findUnits(plain, directory).filter((unit) => !projects.some((p) => covers(p, unit)));
  const areaId = areaFor(project.id ?? chat.defaultProjectId, context);
  const unit = choose(units, (ids) =>
    nearestByArea(ids, (id) => directory.unit(id)?.areaId, areaId, directory),
  );
  const spans = factSpans(line, plain, { units, projects, deadline: deadline.span });
  return {
    text: line.text,
    title: lineTitle(line, spans),
    unitId: unit.id,
    projectId: project.id,
    categoryId: findCategory(line, directory),
    assigneeOpenId: line.mentions[0]?.openId ?? null,
    deadline: deadline.read,
    unitCandidates: unit.candidates,
    projectCandidates: project.candidates,
  };
}

/** 兴发 inside 兴发集团供电部 is no unit of its own. */
function covers(outer: Found, inner: Found): boolean {
  const [a, b] = [outer.span, inner.span];
  return a[0] <= b[0] && a[1] >= b[1] && a[1] - a[0] > b[1] - b[0];
}

function areaFor(projectId: number | null, { directory, actor }: ReadContext): number | undefined {
  const project = projectId === null ? undefined : directory.project(projectId);
  return project?.areaId ?? directory.unit(actor.person.unitId ?? -1)?.areaId;
}

/** A project named in the text wins over the group's; of several the group's own. */
function chooseProject(found: readonly Found[], context: ReadContext): Chosen {
  const { chat } = context;
  const named = choose(found, (ids) => {
    const own = ids.filter((id) => chat.projectIds.includes(id));
    return own.length > 0 ? own : ids;
  });
  if (named.id !== null) return named;
  if (chat.defaultProjectId !== null) return { id: chat.defaultProjectId, candidates: [] };
  const [only] = chat.projectIds;
  return chat.projectIds.length > 1
    ? { id: only ?? null, candidates: [...chat.projectIds] }
    : { id: only ?? null, candidates: [] };
}

const BEFORE_UNIT = /(?:(?:责任单位|牵头单位|单位|由|请|给|归|交|转|找|@)[:\s]*)?[省市州县区]?$/;
const AFTER_UNIT = /^(?:牵头|负责|来办|办理|处理|解决|研究)+/;
const BEFORE_DEADLINE =
  /(?:完成时限|完成时间|办理时限|时限|期限|限期|限|截止|要求|请于|务必|请|须|于|在)[:\s]*$/;
const AFTER_DEADLINE = /^[之以]?[前内]?(?:完成|办结|解决|办好|办完|搞定|到位|处理完|处理)?/;
const BEFORE_PROJECT = /(?:项目|企业|@)[:\s]*$/;
const AFTER_PROJECT = /^(?:项目|专班)?:?/;

/** Parts of the line that are facts and may be left out of the title when they stand at its ends. */
function factSpans(
  line: Phrase,
  plain: Phrase,
  facts: { units: Found[]; projects: Found[]; deadline: [number, number] | undefined },
): Span[] {
  const widen = ([from, until]: Span, before: RegExp, after: RegExp): Span => [
    from - (before.exec(plain.folded.slice(Math.max(0, from - 10), from))?.[0].length ?? 0),
    until + (after.exec(plain.folded.slice(until, until + 10))?.[0].length ?? 0),
  ];
  const alone = (found: Found[]) => found.filter((f) => f.separate).map((f) => f.span);
  return [
    ...alone(facts.units).map((span) => widen(span, BEFORE_UNIT, AFTER_UNIT)),
    ...alone(facts.projects).map((span) => widen(span, BEFORE_PROJECT, AFTER_PROJECT)),
    ...line.mentions.map((m) => widen(m.span, BEFORE_UNIT, AFTER_UNIT)),
    ...(facts.deadline ? [widenDeadline(line, widen(facts.deadline, BEFORE_DEADLINE, AFTER_DEADLINE))] : []),
  ];
}

const VERB = /(?:完成|办结|解决|办好|办完|搞定|到位|处理完?)$/;

/** 3天内解决渗漏: the verb belongs to what follows it. */
function widenDeadline(line: Phrase, [from, until]: Span): Span {
  const goesOn = until < line.folded.length && !LOOSE.test(line.folded.charAt(until));
  const verb = goesOn ? (VERB.exec(line.folded.slice(from, until))?.[0].length ?? 0) : 0;
  return [from, until - verb];
}

const LOOSE = /[\s,.。、;:!?~…·|/\\_^*=+\-—–"'`“”‘’「」『』]/;

/** First sentence without the facts at both ends, as long as a title may be; '' when only facts are there. */
export function lineTitle(line: Phrase, facts: readonly Span[] = []): string {
  let from = 0;
  let until = line.text.length;
  const loose = (at: number) => LOOSE.test(line.folded.charAt(at));
  for (const [start, end] of facts.toSorted((a, b) => a[0] - b[0])) {
    while (from < until && loose(from)) from++;
    if (start > from) break;
    from = Math.min(Math.max(from, end), until);
  }
  for (const [start, end] of facts.toSorted((a, b) => b[1] - a[1])) {
    while (until > from && loose(until - 1)) until--;
    if (end < until) break;
    until = Math.max(Math.min(until, start), from);
  }
  const core = cut(line, from, until);
  return isBlank(core) ? '' : titleOf(trimEdges(core, LOOSE).text).replace(TRAILING, '');
}

const TRAILING = /[\s,，、:：]+$/;
