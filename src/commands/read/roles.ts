/** 由住建局牵头、供电公司配合: who leads and who helps, as notices and minutes write it. */
import type { Named } from '../../language/names.ts';
import type { Phrase } from '../../language/phrase.ts';
import type { Span } from './title.ts';

export interface Roles {
  leads: Named[];
  helpers: Named[];
  /** What was read, 由 before it and 配合 behind it included. */
  spans: Span[];
}

const LEAD = /^(?:等?(?:单位|部门))?(?:牵头|主办|主责|负责)(?=$|[\s,、。;])/;
const HELP = /^(?:等?(?:单位|部门))?(?:共同|积极)?(?:配合|协助|协办|参与)(?=$|[\s,、。;])/;
const BETWEEN = /^(?:[\s、,/]+|[和与及])$/;
const BY = /(?:由|请)\s*$/;

/** Undefined unless somebody leads and somebody else helps: 供电公司配合不力 is a complaint. */
export function readRoles({ folded }: Phrase, names: readonly Named[]): Roles | undefined {
  const roles: Roles = { leads: [], helpers: [], spans: [] };
  let chain: Named[] = [];
  for (const name of names.filter(({ unitIds }) => unitIds.length > 0)) {
    const last = chain.at(-1);
    if (last && !BETWEEN.test(folded.slice(last.span[1], name.span[0]))) chain = [];
    chain.push(name);
    const right = folded.slice(name.span[1], name.span[1] + 20);
    const [lead, help] = [LEAD.exec(right), HELP.exec(right)];
    const [first] = chain;
    if ((!lead && !help) || !first) continue;
    const from = first.span[0] - (BY.exec(folded.slice(0, first.span[0]))?.[0].length ?? 0);
    roles.spans.push([from, name.span[1] + (lead ?? help ?? [''])[0].length]);
    if (lead) roles.leads.push(...chain);
    else roles.helpers.push(...chain);
    chain = [];
  }
  return roles.leads.length > 0 && roles.helpers.length > 0 ? roles : undefined;
}
