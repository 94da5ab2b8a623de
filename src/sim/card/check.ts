import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import type { SimChat } from '../types.ts';
import type { World } from '../world.ts';
import { checkCount, checkElementIds } from './counting.ts';
import { checkChart, checkChartCount, checkTable } from './data-check.ts';
import { checkForms, checkOptions } from './form-check.ts';
import { BODY, CARD, CONFIG, HEADER } from './frame-shapes.ts';
import type { Targets } from './markdown-check.ts';
import { checkMarkdown, countTables, listMarkdown, tooManyTables } from './markdown-check.ts';
import { badShape, CardProblem } from './problem.ts';
import type { Shape } from './values.ts';
import { checkShape } from './values.ts';
import type { Placed } from './walk.ts';
import { listElements } from './walk.ts';

const MAX_TABLES = 5;

/** The card's own frame: config, header and body, with nothing unknown in them. */
function checkFrame(card: Record<string, unknown>): void {
  if (card.type === 'template' || card.type === 'card') {
    throw new CardProblem(200380, 'the simulator knows neither card templates nor card entities');
  }
  const parts: [string, Shape, unknown][] = [
    ['ROOT', CARD, card],
    ['ROOT -> config', CONFIG, card.config],
    ['ROOT -> header', HEADER, card.header],
    ['ROOT -> body', BODY, card.body],
  ];
  for (const [path, shape, value] of parts) {
    if (value === undefined) continue;
    const problem = isRecord(value) ? checkShape(shape, value) : 'must be an object';
    if (problem !== undefined) throw badShape(path, problem);
  }
}

function readTargets(world: World, chat: SimChat): Targets {
  return {
    hasUser: (id) =>
      world.users[id] !== undefined ||
      id === world.bot.openId ||
      Object.values(world.users).some((u) => u.unionId === id || u.userId === id),
    hasEmail: (email) => Object.values(world.users).some((u) => u.email === email),
    hasImage: (key) => world.files[key]?.kind === 'image',
    mayAtAll: chat.type === 'group' && chat.atAll === 'all_members',
  };
}

/** People and pictures that components name. */
function checkNamed(p: Placed, targets: Targets): void {
  const { element, tag, path } = p;
  const persons = tag === 'person' ? [asString(element.user_id)] : [];
  if (tag === 'person_list' && element.drop_invalid_user_id !== true) {
    persons.push(...asList(element.persons).map((one) => asString(asRecord(one).id)));
  }
  const bad = persons.find((id) => !targets.hasUser(id));
  if (bad !== undefined) {
    throw new CardProblem(100290, 'There is an invalid user resource(at/person) in your card', {
      path,
      value: bad,
    });
  }
  const images = [element.img_key, asRecord(element.icon).img_key];
  if (tag === 'img_combination') images.push(...asList(element.img_list).map((i) => asRecord(i).img_key));
  if (tag === 'select_img') images.push(...asList(element.options).map((o) => asRecord(o).img_key));
  for (const key of images) {
    if (key !== undefined && !targets.hasImage(asString(key))) {
      throw new CardProblem(200570, 'card contains invalid image keys', {
        value: `image key ${asString(key)}`,
      });
    }
  }
}

function checkAll(world: World, chat: SimChat, card: Record<string, unknown>): void {
  checkFrame(card);
  const all = listElements(card);
  checkCount(card);
  checkElementIds(card);
  checkForms(all);
  checkOptions(all);
  for (const p of all) {
    if (p.tag === 'chart') checkChart(p);
    if (p.tag === 'table') checkTable(p);
  }
  checkChartCount(all.filter((p) => p.tag === 'chart').length);
  const targets = readTargets(world, chat);
  const markdown = listMarkdown(card);
  const tables = all.filter((p) => p.tag === 'table').length;
  if (tables + markdown.reduce((sum, text) => sum + countTables(text), 0) > MAX_TABLES) throw tooManyTables();
  for (const text of markdown) checkMarkdown(text, targets);
  for (const p of all) checkNamed(p, targets);
}

/**
 * Holds a card against what the platform takes of JSON 2.0 (feishu.md §6). Undefined when it would take it, else
 * the text after `ext=` in its refusal. Stricter in one thing: cards of JSON 1.0 are refused as unreadable.
 */
export function checkCard(world: World, chat: SimChat, card: Record<string, unknown>): string | undefined {
  try {
    checkAll(world, chat, card);
    return undefined;
  } catch (error) {
    if (error instanceof CardProblem) return error.say();
    throw error;
  }
}

/** The same for a card that takes the place of another: 2.0 cannot be replaced by 1.0 (feishu.md §6.1). */
export function checkReplacement(
  world: World,
  chat: SimChat,
  card: Record<string, unknown>,
): string | undefined {
  if (card.schema !== '2.0') {
    return new CardProblem(200830, 'card of schema V2 can not be replaced by a card of schema V1').say();
  }
  return checkCard(world, chat, card);
}
