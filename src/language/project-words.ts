/**
 * Whose projects a text means, put in the words the vocabulary has: 这六个项目, 我手上两个项目, 刘敏管的那四个, 搞锂电的企业. Of the
 * same length, blanks behind. A number that is not theirs stays as it is said, to be told as not understood.
 */
import type { Project } from '../domain/model.ts';
import { readNumeral } from '../domain/numerals.ts';
import type { ReadContext } from './definition.ts';
import {
  ALL_FIRMS,
  ALL_PROJECTS,
  ALL_UNITS,
  alongBranch,
  MY_PROJECTS,
  ofBranch,
  THEIR_PROJECTS,
} from './lexicon/whose-projects.ts';
import { projectsSeen } from './names-seen.ts';
import { fold } from './phrase.ts';

const padded = (said: string, word: string) => word.padEnd(said.length, ' ');
const fitsIn = (said: string, word: string) => word.length <= said.length;

export function plainProjects(folded: string, context: ReadContext): string {
  if (!/项目|企业|公司|厂|专班|条线|这块|领域|[个家]/.test(folded)) return folded;
  const { actor, directory } = context;
  const live = directory.liveProjects;
  const seen = projectsSeen(context);
  const own = new Set([...actor.secretaryOf, ...actor.leaderOf, ...actor.contactOf]);
  const mine = live.filter(({ id }) => own.has(id)).length;
  const named = liveNamed(folded, live).length > 0;
  const count = (said: string | undefined) => (said === undefined ? undefined : readNumeral(said));
  let text = folded.replace(MY_PROJECTS, (said, ...numbers: (string | undefined)[]) => {
    const many = count(numbers.slice(0, 4).find((one) => one !== undefined));
    if (mine === 0 || (many !== undefined && many !== mine) || said.length < 3) return said;
    return padded(said, fitsIn(said, '我的项目') ? '我的项目' : '我项目');
  });
  text = text.replace(THEIR_PROJECTS, (said, name: string, number: string) => {
    // 刘敏手上管着几个项目 asks for the number; 管的那几个项目 does not.
    if (number === '几' && !/[这那]几/.test(said)) return said;
    const word = `${name}管的项目`;
    return fitsIn(said, word) ? padded(said, word) : said;
  });
  text = branches(text, context);
  const units = directory.data.units.filter(({ closed }) => !closed).length;
  // What is asked without a number is of all units anyway.
  text = text.replace(ALL_UNITS, (said, number: string) =>
    count(number) === units ? padded(said, '') : said,
  );
  const isAll = (number: string) =>
    seen.length > 1 && [seen.length, live.length].includes(count(number) ?? 0);
  // 六个项目里兴发排第几: among all of them.
  if (named)
    return /排第几|第几名|占/u.test(text)
      ? text.replace(ALL_PROJECTS, (said, number: string) => (isAll(number) ? padded(said, '') : said))
      : text;
  const firms = /单位|局|部门/u.test(text)
    ? text
    : text.replace(ALL_FIRMS, (said, number: string) =>
        isAll(number) ? padded(said, fitsIn(said, '所有项目') ? '所有项目' : '') : said,
      );
  return firms.replace(ALL_PROJECTS, (said, number: string) =>
    // All there are, of whom the asker sees some: the answer has its own number.
    isAll(number) && fitsIn(said, '所有项目') ? padded(said, '所有项目') : said,
  );
}

/** 刘敏管的那三个项目: 3; undefined: no number is said of them. */
export function projectsSaid(folded: string, name: string): number | undefined {
  for (const [, who, number] of folded.matchAll(THEIR_PROJECTS))
    if (who === name && number !== undefined) return readNumeral(number);
  return undefined;
}

function liveNamed(folded: string, live: readonly Project[]): Project[] {
  return live.filter(({ name, shortNames }) =>
    [name, ...shortNames].some((one) => one.length > 1 && folded.includes(fold(one))),
  );
}

/** 搞锂电的企业, 新能源的那几个厂: the branch, as 锂电产业. */
function branches(text: string, { directory }: ReadContext): string {
  const names = [...new Set(directory.liveProjects.flatMap(({ industries }) => industries))].map(fold);
  if (names.length === 0) return text;
  const any = names.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/[^\p{L}\p{N}]/gu, '.'));
  const pattern = ofBranch(any);
  const named = liveNamed(text, directory.liveProjects);
  const along = text.replace(alongBranch(any), (said, branch: string) => {
    const own = named.length > 0 && named.every(({ industries }) => industries.map(fold).includes(branch));
    // 锂电这条线上 楚能和邦普: they are of it.
    return own ? padded(said, '') : fitsIn(said, `${branch}产业`) ? padded(said, `${branch}产业`) : said;
  });
  // 搞锂电的两家各有几个: each of them.
  const each = along.replace(pattern, (said, ...found) => {
    const [branch, number] = found as [string, string | undefined];
    const at = Number(found.find((one) => typeof one === 'number'));
    const apart = number !== undefined && /^(?:各|分别)/.test(along.slice(at + said.length));
    const word = `${branch}各项目`;
    return apart && fitsIn(said, word) ? padded(said, word) : said;
  });
  return each.replace(pattern, (said, branch: string, number: string | undefined, thing = '家') => {
    // 化工的几个项目哪个最多: each of them is asked for.
    const asked = thing === '项目' && (number === undefined || number === '几');
    if (asked)
      return padded(said, said.replace(/(?<=项目)(?:里头|里面|里边|当中|中间|上面|上头|上|中|里)$/u, ''));
    const word = thing === '项目' ? `${branch}的项目` : `${branch}产业`;
    return fitsIn(said, word) ? padded(said, word) : said;
  });
}
