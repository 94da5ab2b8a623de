/** The agreed plan of one project, whatever it is called, and which projects have one: 楚能的排期, 还没排计划的项目有哪些. */
import type { Reading } from '../domain/reading.ts';
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import { withoutFraming } from '../language/lexicon/framing.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { plainProjects } from '../language/project-words.ts';
import { placeAsked } from '../language/projects-of.ts';
import { scanQuery } from '../language/scan.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';
import { namesIn } from './nodes-asked.ts';

const PLAN =
  /(?:倒排工期表?|倒排计划表?|倒排表|倒排|排期表?|时间表|进度计划表?|进度表|工期表|计划表|工期计划|节点计划|推进计划|工作计划|路线图|日程表)/u
    .source;
const OF_ONE = new RegExp(
  `^(?:的|那边|那个项目|项目|这边)*(?:商定的?|定好的|整个|完整的?)?${PLAN}(?:表)?(?:给我|拿来|发我|调出来|看看|看一下|看下|我看看|是?怎么排的?|是?怎样的?|怎么样|是什么|是啥|长啥样|有没有|有吗|呢|吗|的|了|[\\s\\p{P}])*$`,
  'u',
);
const PLANNED =
  /(?:(?:倒)?排(?:过|好|出|定|了|完)?(?:倒排)?计划|(?:商定|定|做|编|报|有)(?:过|好|出|了|下)?(?:倒排|环节)?(?:计划|工期)|倒排(?:工期|计划)?|排(?:过|好|出|了)?(?:工期|倒排|日子))/u
    .source;
const NONE = new RegExp(
  `(?:还|都|至今|一直)*(?:没有?|未|冇)(?:有)?${PLANNED}(?:的)?|(?:没有?|缺|无)(?:倒排|环节)?(?:计划|排期|工期)的`,
  'u',
);
const SOME = new RegExp(`(?:已经|已|都)${PLANNED}(?:了)?的?|${PLANNED}(?:了)?的`, 'u');
/** 计划改过的, 改了几回计划: how often it was agreed anew. */
const CHANGE = /(?:改动|改变|变动|变更|调整|修改|修订|重排|重订|重新商定|重新排|改|调|换)/u.source;
const CHANGED = new RegExp(
  `(?:项目|商定的?|倒排|排期)?(?:的)?(?:计划|排期|工期|倒排表|倒排)(?:表)?(?:有没有|被|都|又|还|有|的|各自|各|分别)*${CHANGE}(?:过|了|得|的|动)*(?:几|多少)?[次回遍版]?(?:数)?(?:最多|最勤|最频繁|较多)?的?|${CHANGE}(?:过|了)?(?:几|多少)?[次回遍版]?(?:的)?(?:商定的?|倒排)?(?:计划|排期|工期)(?:次数|的次数)?(?:最多|最勤|最频繁)?的?`,
  'u',
);
const ASKED =
  /^(?:有没有|没有?|是不是|[哪几多][一几少]?家|所有项目|各个?项目|每个项目|项目|企业|哪些|哪几个|哪个|几个|多少个?|有|是|都|还|的|一共|呢|吗|了|谁|家|里面|当中|列一下|说一下|[\s\p{P}、])*$/u;

/** undefined: no plan is asked for, or more than that */
export function plansAsked(
  { text }: Phrase,
  context: ReadContext,
): CallOf<'plan-show'> | { scan: Scan; reading: Reading } | undefined {
  const folded = plainProjects(withoutFraming(simplify(readPhrase(text).folded)), context).trim();
  const [span, second] = namesIn(folded, context).toSorted(([a, b], [c, d]) => a - c || d - b);
  if (span && span[0] === 0 && OF_ONE.test(folded.slice(span[1]))) {
    const { projectIds } = scanQuery(readPhrase(folded.slice(...span)), context);
    if (projectIds.length === 1) return { name: 'plan-show', projectIds, what: { kind: 'agreed' } };
  }
  const places = scanQuery(
    readPhrase(second === undefined && span ? folded.slice(...span) : '各项目'),
    context,
  );
  if (CHANGED.test(folded) && second === undefined) {
    const named = span ? `${folded.slice(0, span[0])}${folded.slice(span[1])}` : folded;
    if (!ASKED.test(named.replace(CHANGED, ' ')) || !saysOnly(places, 'by', 'projectIds')) return undefined;
    return {
      scan: places,
      reading: { measure: 'projects', filter: placeAsked(places, context), projects: { versions: true } },
    };
  }
  const agreed = NONE.test(folded) ? false : SOME.test(folded) ? true : undefined;
  if (agreed === undefined || span || second) return undefined;
  const rest = folded.replace(agreed ? SOME : NONE, ' ');
  if (!/项目|企业|哪[些几个]|谁/u.test(rest) || !ASKED.test(rest)) return undefined;
  const scan = scanQuery(readPhrase('各项目'), context);
  if (!saysOnly(scan, 'by')) return undefined;
  return {
    scan,
    reading: { measure: 'projects', filter: placeAsked(scan, context), projects: { agreed } },
  };
}
