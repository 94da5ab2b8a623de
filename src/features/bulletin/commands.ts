/** 红黑榜 asked for. */

import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { answerWith, reportArea, warning } from '../../commands/report.ts';
import { saveSetting } from '../../db/setting.ts';
import { allows, mayNot } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import { RULE_SET_NAMES, RULE_SETS, readRuleSet, ruleSetOf } from '../../domain/rule-sets.ts';
import { RULE_SET_PATH } from '../../domain/settings.ts';
import type { Day } from '../../domain/time.ts';
import type { ReadInput } from '../../language/definition.ts';
import { isBlank, trimMarks } from '../../language/phrase.ts';
import { areasBelow } from '../../views/place.ts';
import { BULLETIN } from './kinds.ts';
import { readBulletin } from './read.ts';
import { findBulletin } from './store.ts';
import { BULLETIN_TEXTS, monthText } from './words.ts';
import { RULE_SET_TEXTS, ruleSetText } from './words-cards.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `month`: its first day; the newest without one. */
    bulletin: { areaHeard: string; month?: Day };
    /** null: says which there are. */
    'rule-sets': { choose: string | null };
  }
}

/** 红黑榜 [月份]: the newest of the area, else of those below it. */
async function showBulletin(context: CommandContext, call: CallOf<'bulletin'>): Promise<Answer | null> {
  const areaId = reportArea(context, call.areaHeard);
  if (typeof areaId !== 'number') return areaId;
  const areaIds = areasBelow(areaId, context.directory);
  const found =
    (await findBulletin(context.tx, [areaId], call.month)) ??
    (await findBulletin(context.tx, areaIds, call.month));
  if (!found) {
    const text = call.month ? BULLETIN_TEXTS.noBulletin(monthText(call.month)) : BULLETIN_TEXTS.noneYet;
    return { kind: 'text', text };
  }
  return answerWith(context, [BULLETIN], { areaId: found.areaId, bulletinId: found.id });
}

function readRuleSets(input: ReadInput): CallOf<'rule-sets'> | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return { name: 'rule-sets', choose: null };
  const said = /^(?:选用|选择|选|采用|改为|改成|换成|设为)\s*:?\s*(.*)$/.exec(rest.text);
  if (said) return { name: 'rule-sets', choose: (said[1] ?? '').slice(0, 20) };
  // A name alone changes nothing.
  return input.separated || readRuleSet(rest.text) ? { name: 'rule-sets', choose: null } : null;
}

/** 规则集: shown to office, leaders and administrators; chosen by an administrator. */
async function runRuleSets(context: CommandContext, { choose }: CallOf<'rule-sets'>): Promise<Answer> {
  const { actor, directory, chat, tx } = context;
  const admin = allows(actor, 'admin', null, directory) === true;
  const upper = actor.person.home && actor.grants.length > 0;
  if (!admin && !upper)
    return { kind: 'refusal', refusal: mayNot(['office', 'leader', 'administrator']).refusal };
  if (chat && chat.kind !== 'office') return warning(RULE_SET_TEXTS.privately);
  const now = ruleSetOf(directory.settings.bulletin.ruleSet);
  if (choose === null) {
    const text = RULE_SET_TEXTS.list(
      now.name,
      RULE_SETS.map((one, i) => `${i + 1}. ${ruleSetText(one)}。`),
    );
    const others = RULE_SET_NAMES.filter((name) => name !== now.name);
    return admin
      ? { kind: 'suggest', text, commands: others.map((name) => `规则集 选用 ${name}`) }
      : { kind: 'text', text };
  }
  const may = allows(actor, 'admin', null, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const name = readRuleSet(choose);
  if (!name) return warning(RULE_SET_TEXTS.unknown(choose, RULE_SET_NAMES));
  if (name === now.name) return { kind: 'text', text: RULE_SET_TEXTS.same(name) };
  await saveSetting(tx, RULE_SET_PATH, name);
  return { kind: 'text', tone: 'success', text: RULE_SET_TEXTS.chosen(ruleSetText(ruleSetOf(name))) };
}

export const COMMANDS = [
  featureCommand('bulletin', {
    group: '报表',
    wordLast: true,
    words: ['红黑榜', '红黄牌', '红黄牌通报', '红榜', '黑榜'],
    usage: '红黑榜 [月份] [区域]',
    summary: '统计和红黑榜的草稿或已发布的',
    example: ['红黑榜', '红黑榜 2026年11月', '红黑榜 上月'],
    where: 'anywhere',
    read: readBulletin,
    run: showBulletin,
  }),
  featureCommand('rule-sets', {
    group: '报表',
    words: ['规则集', '红黄牌规则', '红黄牌规则集'],
    usage: '规则集 [选用 名称]',
    summary: '红黄牌按哪套规则定；管理员可选用',
    example: ['规则集', '规则集 选用 达序时'],
    where: 'anywhere',
    read: readRuleSets,
    run: runRuleSets,
  }),
];
