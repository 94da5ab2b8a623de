/** 倒排, 双节点 and 计划. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { formAnswer } from '../../commands/feature-form.ts';
import { whichProject } from '../../commands/which-project.ts';
import { saveDraft } from '../../db/draft.ts';
import { listPlans } from '../../db/plan.ts';
import type { Answer } from '../../domain/answer.ts';
import { isDuration } from '../../domain/plan/duration.ts';
import type { LinkDuration } from '../../domain/plan/model.ts';
import { isNodeDone, NODE_NAMES as NODE_ORDER } from '../../domain/plan/schedule.ts';
import { addDays, type Day, dayOf } from '../../domain/time.ts';
import { SITE } from './buttons.ts';
import { PLAN_DRAFT } from './draft.ts';
import { computePlan, loadGround, needsConstruction } from './load.ts';
import { readPlan, readShowPlan, readSite } from './read.ts';
import { mayPlan } from './rules.ts';
import { durationText, faultText, linkText, NODE_NAMES, nameByCode, PLAN, PLAN_MISUSE } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `projectIds`: all that bear the name said; empty: none was said. */
    plan: {
      projectIds: number[];
      start: Day | null;
      production: Day | null;
      construction: LinkDuration | null;
      reason: string | null;
    };
    'plan-site': { projectIds: number[]; construction: LinkDuration };
    'plan-show': {
      projectIds: number[];
      what:
        | { kind: 'agreed' }
        | { kind: 'versions' }
        | { kind: 'version'; version: number }
        | { kind: 'compare'; before: number; after: number };
    };
  }
}

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

/** 施工 150日 alone: the newest plan with that, shown before anything is saved. */
async function replanSite(context: CommandContext, call: CallOf<'plan-site'>): Promise<Answer> {
  const { construction } = call;
  const said = `施工 ${durationText(construction).replaceAll(' ', '')}`;
  const found = whichProject(context, call, (name) => `${name} ${said}`);
  if ('answer' in found) return found.answer;
  const { project } = found;
  const may = mayPlan(context.actor, project, context.directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const plans = await listPlans(context.tx, project.id);
  const plan = plans.find((one) => one.state === 'agreed') ?? plans[0];
  if (!plan) return warn(PLAN.siteWithoutPlan);
  const { targets, reached } = plan.payload;
  const production = targets.production ?? reached.production;
  if (production === null) return warn(PLAN.siteWithoutProduction);
  const today = dayOf(context.now, context.directory.settings.timeZone);
  const open = targets.start !== null && targets.start > today && targets.start < production;
  return previewPlan(context, {
    name: 'plan',
    projectIds: [project.id],
    start: open ? targets.start : null,
    production,
    construction,
    reason: said,
  });
}

/** So many days ahead a plan still means something. */
const FAR_DAYS = 20 * 366;

/** Computes and shows; nothing of the project is written before 确认. */
async function previewPlan(context: CommandContext, call: CallOf<'plan'>): Promise<Answer> {
  const { tx, now, actor, directory, deps } = context;
  // What was said of the reason fits no button.
  const found = whichProject(context, call, (name) => (call.reason ? null : sayPlan(name, call)));
  if ('answer' in found) return found.answer;
  const { project } = found;
  const may = mayPlan(actor, project, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  const refused = refuseDays(call, dayOf(now, directory.settings.timeZone));
  if (refused) return warn(refused);
  const { start, production, construction, reason } = call;
  const asked = {
    projectId: project.id,
    targets: { start, production },
    construction,
    choice: null,
    reason,
  };
  const ground = await loadGround(tx, project.id, directory);
  const made = await computePlan(tx, asked, context);
  const nameOf = nameByCode(ground.links);
  if ('fault' in made) return warn(faultText(made, (code) => linkText(nameOf(code))));
  const done = NODE_ORDER.find((node) => call[node] && isNodeDone(made.plan.network, node));
  if (done) return warn(PLAN.nodeDone(done));
  const id = deps.newId();
  await saveDraft(tx, { id, personId: actor.person.id, kind: PLAN_DRAFT, payload: asked }, now);
  return needsConstruction(asked, ground)
    ? formAnswer(SITE, { draftId: id })
    : { kind: 'preview', draftId: id };
}

function refuseDays({ start, production, construction }: CallOf<'plan'>, today: Day): string | undefined {
  if (start && start <= today) return PLAN.past('start');
  if (production && production <= today) return PLAN.past('production');
  if (start && production && start >= production) return PLAN.order;
  if ([start, production].some((day) => day && day > addDays(today, FAR_DAYS))) return PLAN.tooFar;
  return construction && !isDuration(construction) ? PLAN_MISUSE.site : undefined;
}

/** The same sentence for one of several projects. */
function sayPlan(name: string, { start, production, construction }: CallOf<'plan'>): string {
  const days = [
    start && `${NODE_NAMES.start} ${start}`,
    production && `${NODE_NAMES.production} ${production}`,
    construction && `施工 ${durationText(construction).replaceAll(' ', '')}`,
  ];
  return ['倒排', name, ...days.filter((part) => part)].join(' ');
}

async function showPlan(context: CommandContext, call: CallOf<'plan-show'>): Promise<Answer> {
  const { what } = call;
  const chosen = whichProject(context, call, (name) => sayShow(name, what), { archived: true });
  if ('answer' in chosen) return chosen.answer;
  const { project } = chosen;
  const plans = await listPlans(context.tx, project.id);
  const find = (version: number) => plans.find((plan) => plan.version === version);
  if (what.kind === 'versions')
    return plans.length > 0 ? { kind: 'plan-versions', projectId: project.id } : warn(PLAN.noVersions);
  if (what.kind === 'compare') {
    const [before, after] = [find(what.before), find(what.after)];
    if (!before || !after) return warn(PLAN.noVersion(before ? what.after : what.before));
    return { kind: 'plan-compare', beforeId: before.id, afterId: after.id };
  }
  const plan =
    what.kind === 'version' ? find(what.version) : (plans.find((one) => one.state === 'agreed') ?? plans[0]);
  if (plan) return { kind: 'plan', planId: plan.id };
  return warn(what.kind === 'version' ? PLAN.noVersion(what.version) : PLAN.none);
}

function sayShow(name: string, what: CallOf<'plan-show'>['what']): string {
  if (what.kind === 'agreed') return `计划 ${name}`;
  if (what.kind === 'versions') return `计划 ${name} 版本`;
  return what.kind === 'version'
    ? `计划 ${name} 第${what.version}版`
    : `计划 ${name} 比较 ${what.before} ${what.after}`;
}

export const COMMANDS = [
  featureCommand('plan', {
    group: '项目与群',
    words: ['倒排', '倒排工期', '倒排计划', '双节点'],
    usage: '倒排 [项目] [开工 日期] [投产 日期] [施工 天数] [原因 …]',
    summary: '从节点往回排每个环节的日期',
    example: ['倒排 投产 2027-07-01', '双节点 开工 2026-12-26 投产 2027-07-01 施工 150日'],
    where: 'anywhere',
    afterProject: true,
    read: readPlan,
    run: previewPlan,
  }),
  featureCommand('plan-site', {
    group: '项目与群',
    after: 'plan',
    words: ['施工', '施工工期', '施工期'],
    usage: '施工 天数',
    summary: '换一个施工工期，重排商定的计划',
    example: ['施工 150日', '施工 100个工作日'],
    where: 'anywhere',
    // Said to others it is talk of the site.
    everyday: true,
    afterProject: true,
    read: readSite,
    run: replanSite,
  }),
  featureCommand('plan-show', {
    group: '项目与群',
    after: 'plan',
    words: ['计划', '工期计划', '工期', '倒排结果'],
    usage: '计划 [项目] [版本 | 第N版 | 比较 2 3]',
    summary: '商定的计划、各版和两版的差异',
    example: ['计划', '计划 版本', '计划 比较 1 2'],
    where: 'anywhere',
    afterProject: true,
    shows: true,
    contact: true,
    read: readShowPlan,
    run: showPlan,
  }),
];
