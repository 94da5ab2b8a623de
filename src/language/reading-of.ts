import type { IssueFilter } from '../domain/issue-filter.ts';
import { PEOPLE_POSTS } from '../domain/projects-asked.ts';
import type { Measure, Reading } from '../domain/reading.ts';
import { unaccounted } from './accounted.ts';
import { amongOf, factOf, stepsOf } from './asked-of.ts';
import type { ReadContext } from './definition.ts';
import { conflictsOf } from './filter-conflicts.ts';
import { forecastOf } from './forecast-of.ts';
import { waitsSince } from './happened.ts';
import { NOUNS_TOO } from './lexicon/parts.ts';
import { type QueryWord, SILENT } from './lexicon/query-word.ts';
import { asksOfOneNode } from './nodes-said.ts';
import { onlyGrows, plainMisfits, plainOf } from './plain-of.ts';
import { asksProjects, projectsOf } from './projects-of.ts';
import { durationOf, rateOf } from './rate-of.ts';
import { heardOf, type Part } from './reading-part.ts';
import type { Scan } from './scanned.ts';
import { trendOf } from './trend-of.ts';

export type Read = { reading: Reading; unread?: undefined } | { unread: string[] };

/** Words that say nothing about which measure it is. */
const PLAIN: readonly QueryWord['tag'][] = [
  ...SILENT,
  ...(['count', 'which', 'of-projects', 'told-to', 'step', 'projects', 'top', 'standing'] as const),
  ...(['sorted', 'portion', 'nothing-done', 'elsewhere', 'pointed', 'asked', 'with-color'] as const),
  ...(['everywhere', 'here', 'state', 'me', 'our-unit', 'enterprise', 'staff', 'kind', 'basis'] as const),
];

const BESIDE_NODE = ['node-fate', 'node-planned', 'node-days', 'beside-node'] as const;

/** What each measure can use beside those. */
const USES: Partial<Record<Measure, readonly QueryWord['tag'][]>> = {
  rate: [
    'send',
    'rate',
    'by',
    'each',
    'most',
    'least',
    'more',
    'highest',
    'lowest',
    'how',
    'since-node',
    'about',
  ],
  duration: [
    'send',
    'most',
    'least',
    'more',
    'duration',
    'by',
    'each',
    'highest',
    'lowest',
    'when',
    'how',
    'since-node',
    'about',
  ],
  steps: ['by', 'most', 'more', 'how', 'ask', 'each'],
  part: ['rate', 'how', 'ask', 'send', 'after-by', 'lasting', 'when', 'enough-time'],
  trend: ['send', 'trend', 'against', 'than', 'how', 'about'],
  who: ['whose', 'after-unit', 'after-project', 'post'],
  forecast: ['node', 'when', 'enough-time', 'how', ...BESIDE_NODE],
  projects: [
    'each',
    'project-by',
    'project-order',
    'project-told',
    'node',
    'weather',
    'by',
    'enough-time',
    'projects',
    'when',
    'how',
    'newest',
    ...BESIDE_NODE,
    'carries',
  ],
};

export function measureOf(said: Scan): Measure {
  return measureIn(measuresOf(whyOf(sideBySide(sharesApart(byDefault(worstOnes(bothEnds(said))))))));
}

function measureIn(scan: Scan): Measure {
  const { tags } = scan;
  if (asksProjects(scan)) return 'projects';
  if (scan.counted) return 'steps';
  if (scan.among || (scan.second && !scan.fact)) return 'part';
  if (scan.fact) return scan.longest ? 'slowest' : 'list';
  if (tags.has('rate')) return 'rate';
  if (tags.has('duration')) return 'duration';
  if (tags.has('against') || tags.has('than')) return 'trend';
  if (tags.has('trend') && !onlyGrows(scan)) return 'trend';
  if (tags.has('post') && !isOfItems(scan)) return 'who';
  if (tags.has('whose') && !isOfItems(scan)) return 'who';
  if (asksWhen(scan)) return 'forecast';
  if (tags.has('send')) return 'file';
  if (scan.weather && scan.projectIds.length === 1) return 'progress';
  if (tags.has('why')) return 'why';
  if (scan.longest) return 'slowest';
  if (tags.has('since-when') || tags.has('due-when') || (scan.sorted && !scan.by)) return 'list';
  if (tags.has('how')) return 'progress';
  const said = (['count', 'tell', 'kind'] as const).map((tag) => heardOf(scan, tag)).join('');
  return /[哪列筛挑]|清单|名单|明细|单子|一件一件|逐件/.test(said) || tags.has('which') ? 'list' : 'count';
}

/** 什么时候开工, 来得及吗, 兴发还差几天. */
function asksWhen(scan: Scan): boolean {
  const { tags, projectIds } = scan;
  if (tags.has('enough-time') || asksOfOneNode(scan)) return true;
  return tags.has('node')
    ? tags.has('when') || tags.has('how') || (tags.has('ask') && projectIds.length === 1)
    : tags.has('when') && projectIds.length > 0;
}

/** 红的谁负责, 安琪用电的事归谁管 ask for the problems, each with its unit. */
function isOfItems(scan: Scan): boolean {
  const kinds = [scan.projectIds, scan.categoryIds, scan.unitIds].filter((ids) => ids.length > 0).length;
  return (
    kinds > 1 ||
    scan.longest !== undefined ||
    scan.states.length > 0 ||
    scan.texts.length > 0 ||
    scan.periods.length > 0
  );
}

/** 排第几, 倒数三名, of nothing that could be counted: of 按时率. */
export function byDefault(scan: Scan): Scan {
  const { standing, top, rate, duration, states, basis, step, tags, counted, fact } = scan;
  const asked = standing !== undefined || top?.bottom === true;
  const stated = states.some(({ kind }) => kind !== 'all') || basis !== undefined || step !== undefined;
  if (!asked || rate || duration || stated || counted || fact) return scan;
  const others = BY_OTHERS.filter((tag) => tags.has(tag));
  // 问题数排第几: by the number of what is open.
  const numbered = /数|多少/.test(heardOf(scan, 'count')) || others.includes('noun');
  if (standing && states.length === 0 && numbered && others.every((tag) => tag === 'noun'))
    return { ...scan, states: [{ kind: 'open' }] };
  if (others.length > 0) return scan;
  return { ...scan, rate: 'on-time', byDefault: true, tags: new Map([...tags, ['rate', 1]]) };
}

const BY_OTHERS: readonly QueryWord['tag'][] = [
  ...(['most', 'least', 'more', 'longest', 'newest', 'sorted', 'noun', 'node', 'weather', 'told'] as const),
];

/** 最让人着急的是哪几件: problems, overdue longest first; 归哪个局管，还剩几个: of each unit how many. */
function worstOnes(scan: Scan): Scan {
  const { tags, states, by, longest, categoryIds } = scan;
  const count = heardOf(scan, 'count');
  const items =
    /哪(?:一|几)?(?:件|条|桩|项|宗|起)/.test(count) && states.some(({ kind }) => kind === 'overdue');
  if (tags.has('most') && !by && !longest && items)
    return { ...scan, longest: 'overdue', tags: new Map([...tags].filter(([tag]) => tag !== 'most')) };
  // 哪类问题最难啃 就是办得最慢的: the days tell it.
  // 各类平均几天办完，哪类最慢
  if (scan.duration === 'average' && by && longest === 'overdue' && /慢/.test(heardOf(scan, 'longest'))) {
    const { longest: _, ...rest } = scan;
    return { ...rest, duration: 'slowest', tags: new Map([...tags].filter(([tag]) => tag !== 'longest')) };
  }
  // 我们局最久的一件拖了多少天了, 没办完的里最久的: of what is open, overdue or not.
  const open = states.every(({ kind }) => kind === 'open') && scan.step === undefined && !scan.having;
  if (longest === 'overdue' && !by && open && LASTS_LONGEST.test(heardOf(scan, 'longest')))
    return { ...scan, longest: 'age' };
  const named = states.filter((s) => !(s.kind === 'overdue' && !scan.heard.has(s)));
  if (tags.has('most') && scan.duration && named.length < states.length)
    return { ...scan, states: named, tags: new Map([...tags].filter(([tag]) => tag !== 'most')) };
  if (tags.has('whose') && !by && categoryIds.length > 0 && /[几多]/.test(count)) {
    const rest = [...tags].filter(([tag]) => tag !== 'whose');
    return { ...scan, by: { tag: 'by', by: 'unit', asks: true }, tags: new Map(rest) };
  }
  return scan;
}

/** Lasts, and does not say that it is late. */
const LASTS_LONGEST = /^(?:时间|时长|日子|天数|历时|耗时)?最[久长]/;

/** 按时率最高的是哪家，最低的是哪家: all of them in their order, so that both ends stand there. */
function bothEnds(scan: Scan): Scan {
  const { tags, top: _, ...rest } = scan;
  const ends = (['highest', 'most'] as const).find((high) => tags.has(high) && tags.has(OTHER_END[high]));
  return ends ? { ...rest, tags: new Map([...tags].filter(([tag]) => tag !== OTHER_END[ends])) } : scan;
}

const OTHER_END = { highest: 'lowest', most: 'least' } as const;

/** 各单位占全部逾期的几成, 占比最高的是哪一类: each one's share of what all have. */
function sharesApart(scan: Scan): Scan {
  if (scan.rate !== 'share' || !scan.by || !(scan.ofAll || scan.states.length === 0)) return scan;
  const { rate: _, ofAll: __, ...rest } = scan;
  const tags = new Map([...scan.tags].filter(([tag]) => tag !== 'rate' && tag !== 'portion'));
  return { ...rest, tags, told: 'share' };
}

/** 停表的那几个为什么停, 退回的都是什么理由: the reason that was written down, of each. */
function whyOf(scan: Scan): Scan {
  const { states, step, tags, by, fact, longest } = scan;
  if (!tags.has('why') || by || fact || longest || tags.has('rate') || tags.has('duration')) return scan;
  const paused = states.length > 0 && states.every((s) => s.kind === 'status' && s.status === 'paused');
  const others = states.filter((s) => !(s.kind === 'mark' && s.mark === 'bounced') && s.kind !== 'open');
  const bounced = others.length === 0 && (step === 'bounced' || states.some(({ kind }) => kind === 'mark'));
  const asked = paused && step === undefined ? 'paused' : bounced ? 'bounced' : undefined;
  return asked && scan.kinds.length === 0 ? { ...scan, fact: asked } : scan;
}

/** 固化成制度的有几条: what was made a rule is told of each. */
function measuresOf(scan: Scan): Scan {
  const { states, tags, by, fact, counted, rate, duration, among } = scan;
  const measured = states.some((s) => s.kind === 'mark' && s.mark === 'measured');
  const other = by ?? fact ?? counted ?? rate ?? duration ?? among;
  return measured && other === undefined && !tags.has('send') ? { ...scan, fact: 'measure' } : scan;
}

const versus = ({ tags }: Scan) => tags.has('versus-average');

/** 住建局跟资规局比哪个快, 跟平均比: each unit or project apart, so that both numbers stand there. */
function sideBySide(scan: Scan): Scan {
  const { tags, unitIds, projectIds, periods } = scan;
  const ours = tags.has('our-unit') && unitIds.length > 0 ? 1 : 0;
  const rivals =
    unitIds.length + ours > 1
      ? 'unit'
      : projectIds.length > 1 && unitIds.length === 0
        ? 'project'
        : undefined;
  const asksWhich = (['more', 'which', 'count', 'each'] as const).some((tag) => tags.has(tag));
  const who = /谁/.test(heardOf(scan, 'duration') + heardOf(scan, 'which'));
  const faster = tags.has('duration') && /谁/.test(heardOf(scan, 'duration'));
  // 最近三天谁办得最快: which unit.
  const extreme = scan.duration !== undefined && scan.duration !== 'average';
  const slow = scan.longest === 'overdue' && /慢|磨|拖拉/.test(heardOf(scan, 'longest'));
  if (
    who &&
    (extreme || slow) &&
    rivals === undefined &&
    !versus(scan) &&
    unitIds.length + ours === 0 &&
    !scan.by
  )
    return { ...scan, by: { tag: 'by', by: 'unit', asks: true } };
  const average = versus(scan);
  // 财政局和发改局平均几天: of each, and of both in the first line.
  const measured = (tags.has('duration') || tags.has('rate')) && scan.rate !== 'share' && periods.length < 2;
  const apart =
    average ||
    // 最快几天办完: the one that took least, of both together.
    (rivals !== undefined && measured && !extreme) ||
    (rivals !== undefined &&
      (tags.has('than') || faster || ((tags.has('duration') || tags.has('rate')) && asksWhich)));
  if (!apart || scan.by || (tags.has('than') && periods.length > 1)) return scan;
  const by = average ? (projectIds.length > 0 && unitIds.length === 0 ? 'project' : 'unit') : rivals;
  if (by === undefined) return scan;
  // Against the average one's own unit is among all of them.
  const gone: readonly QueryWord['tag'][] = [
    ...(['than', 'trend', 'versus-average'] as const),
    ...(average ? (['our-unit', 'more'] as const) : []),
  ];
  const counted = average && !tags.has('rate') && !tags.has('duration');
  // 财政局平均几天，全区平均又是几天: its own place says it, or that it has none.
  const one = average && !counted && unitIds.length + ours === 1 && by === 'unit' && !scan.top;
  if (one)
    return {
      ...placed(scan),
      tags: new Map([...tags].filter(([tag]) => !gone.includes(tag) || tag === 'our-unit')),
    };
  // 排第几, of no measure.
  if (counted && /[第名排位]/.test(heardOf(scan, 'versus-average'))) return scan;
  const { than: _, grows: __, ...rest } = scan;
  // 供电公司比水利局多几件: the one with more first.
  const more = tags.has('than') && !measured && !average ? ([['more', 1]] as const) : [];
  return {
    ...rest,
    tags: new Map([...[...tags].filter(([tag]) => !gone.includes(tag)), ...more]),
    by: { tag: 'by', by, asks: false },
    ...(average && (by === 'unit' ? { unitIds: [] } : { projectIds: [] })),
    ...(counted && { told: 'average' as const }),
  };
}

function placed({ than: _, grows: __, ...scan }: Scan): Scan {
  return { ...scan, standing: true, by: { tag: 'by', by: 'unit', asks: false } };
}

/** The measure with all it needs, or the words that do not go with it. */
export function readingOf(said: Scan, context: ReadContext): Read {
  const scan = measuresOf(whyOf(sideBySide(sharesApart(byDefault(worstOnes(bothEnds(said)))))));
  const measure = measureIn(scan);
  switch (measure) {
    case 'rate':
      return told(scan, context, rateOf(scan, context));
    case 'duration':
      return told(scan, context, durationOf(scan, context));
    case 'trend':
      return told(scan, context, trendOf(scan, context));
    case 'who':
      return told(scan, context, whoOf(scan));
    case 'forecast':
      return told(scan, context, forecastOf(scan, context));
    case 'projects':
      return told(scan, context, projectsOf(scan, context));
    case 'steps':
      return told(scan, context, stepsOf(scan, context));
    case 'part':
      return told(scan, context, amongOf(scan, context));
    default: {
      const since = waitsSince(scan, context);
      const reading = since.fact ? factOf(since, context) : plainOf(measure, since, context);
      return told(since, context, { reading, unread: plainMisfits(since, reading) });
    }
  }
}

/** Words lists and counts have no use for. */
const DROPPED = [
  'versus-average',
  'highest',
  'lowest',
  'enough-time',
  'node',
  'when',
  'weather',
  'monthly',
  'links',
  'link-name',
  'project-by',
  'project-order',
  'project-told',
  'post',
] as const;

function told(scan: Scan, context: ReadContext, { reading, unread: misfits }: Part): Read {
  const uses = USES[reading.measure];
  const others = uses
    ? [...scan.tags.keys()].filter((tag) => !PLAIN.includes(tag) && !uses.includes(tag))
    : [...DROPPED, scan.by ? ('whose' as const) : ('told' as const)].filter(
        (tag) =>
          scan.tags.has(tag) &&
          !(tag === 'weather' && scan.projectIds.length === 1) &&
          !(scan.told === 'share' && (tag === 'highest' || tag === 'lowest')),
      );
  // 哪个单位最急: units have no deadline.
  if (scan.by && /[急紧赶]/.test(heardOf(scan, 'due-when'))) others.push('due-when');
  const conflicts =
    reading.measure === 'trend' || reading.measure === 'projects' ? scan.clashes : conflictsOf(scan, context);
  const people = reading.measure === 'projects' && scan.tags.has('of-projects') ? [] : (scan.others ?? []);
  const unread = [
    ...scan.left,
    ...people,
    ...conflicts,
    ...misfits,
    ...perhapsMatters(scan, reading),
    // 剃光头的哪个最慢: who did nothing is not slow.
    ...(scan.tags.has('nothing-done') && scan.longest ? [heardOf(scan, 'nothing-done')] : []),
    ...others.map((tag) => heardOf(scan, tag)),
  ];
  if (unread.length === 0) unread.push(...unaccounted(scan, reading, context));
  return unread.length > 0 ? { unread: [...new Set(unread.filter((one) => one !== ''))] } : { reading };
}

/** 资金到位那件怎么样了, 奖补兑现的还有几个: of what is through nobody asks how far it is, or what is left. */
function perhapsMatters(scan: Scan, { measure, fact }: Reading): string[] {
  const { states, categoryIds, texts, heard } = scan;
  const asksOpen = measure === 'progress' || fact !== undefined || heardOf(scan, 'count').startsWith('还');
  if (!asksOpen || categoryIds.length + texts.length === 0) return [];
  const closed = states.filter((one) => one.kind === 'closed');
  return closed.flatMap((one) => NOUNS_TOO.filter((noun) => noun === heard.get(one)));
}

/** 征地找谁, 住建局谁负责: one unit, one kind of matter or one project. */
function whoOf(scan: Scan): Part {
  const { unitIds, categoryIds, projectIds } = scan;
  const [unitId] = unitIds;
  const [categoryId] = categoryIds;
  const [projectId] = projectIds;
  const one = unitIds.length + categoryIds.length + projectIds.length === 1;
  const unread = one ? [] : [heardOf(scan, 'whose') || heardOf(scan, 'post')];
  const more = [...scan.areaIds, ...scan.personOpenIds, ...scan.kinds].length > 0;
  const filter: IssueFilter = unitId === undefined ? {} : { unitIds: [unitId] };
  // 兴发谁在跟, 负责人是谁 秘书是谁: no one post is meant.
  const whose = heardOf(scan, 'whose');
  const named = /联系人/.test(whose) ? 'contact' : /秘书/.test(whose) ? 'secretary' : undefined;
  const all = whose !== '' && named === undefined && PEOPLE_POSTS.some((one) => one === scan.post);
  const post = (all ? 'people' : undefined) ?? scan.post ?? named ?? 'people';
  const reading: Reading = {
    measure: 'who',
    filter,
    ...(categoryId !== undefined && { categoryId }),
    ...(projectId !== undefined && { projectId }),
    ...((scan.post || projectId !== undefined) && { post }),
  };
  return { reading, unread: more ? [...unread, heardOf(scan, 'whose')] : unread };
}
