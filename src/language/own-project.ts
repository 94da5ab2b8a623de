/**
 * The one project a group is for, which nobody there calls by its name (这个项目卡在哪, 我们项目什么时候开工); in private the
 * one project somebody speaks for.
 */
import type { Project } from '../domain/model.ts';
import type { ReadContext } from './definition.ts';
import { asksOfProject, byFirm, ownProjectSaid } from './lexicon/own-project.ts';
import { findProjects } from './names.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import { ownProjects } from './speaker.ts';

/** undefined: none, several, or another is named. */
function ownProject({ folded, mentions, ...phrase }: Phrase, context: ReadContext): Project | undefined {
  const { chat, directory } = context;
  const [only, second] = chat.kind === 'group' ? chat.projectIds : ownProjects(context);
  if (only === undefined || second !== undefined || mentions.length > 0) return undefined;
  const named = findProjects({ folded, mentions, ...phrase }, directory).length > 0;
  return named ? undefined : directory.project(only);
}

const nameOf = ({ name, shortNames }: Project): string =>
  shortNames.toSorted((a, b) => a.length - b.length)[0] ?? name;

/** With the project's name in the place of such words; in private 这个项目 is what was spoken of. */
export function withOwnProject(phrase: Phrase, context: ReadContext): Phrase {
  const group = context.chat.kind === 'group';
  const { contactOf } = context.actor;
  const whole = contactOf.length > 0 && phrase.mentions.length === 0 ? byFirm(phrase.folded) : phrase.folded;
  const own = ownProject(phrase, context);
  const said = own ? ownProjectSaid(whole, { firm: contactOf.includes(own.id), group }) : [];
  const text = own ? said.reduce((one, pattern) => one.replace(pattern, nameOf(own)), whole) : whole;
  // 那我们这个项目呢: how it is.
  const alone = own && /我们|咱/.test(whole) && text.replace(/^那么?|[呢\s\p{P}]+$/gu, '') === nameOf(own);
  if (alone) return readPhrase(`${nameOf(own)}怎么样了`);
  return text === phrase.folded ? phrase : readPhrase(text);
}

/** With the project's name in front, where its group is asked what a project has and none is named. */
export function ofOwnProject(phrase: Phrase, context: ReadContext): Phrase | undefined {
  if (context.chat.kind !== 'group' || !asksOfProject(phrase.folded)) return undefined;
  const own = ownProject(phrase, context);
  return own && readPhrase(`${nameOf(own)}${phrase.folded}`);
}
