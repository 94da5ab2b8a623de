/** Forms: every step that needs words, a day or a name, on one small card each. */
import type { FormKind } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import type { Person } from '../domain/model.ts';
import type { Day } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { deadlineText, today } from '../text/moments.ts';
import { projectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import type { FormField } from '../verbs/form.ts';
import { formOf } from '../verbs/verbs.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import {
  choiceField,
  dayField,
  fitOptions,
  lineField,
  personField,
  submitButton,
  textField,
} from './field.ts';
import { type Card, card, footnote, LIMITS, markdown, panel, textBlock } from './kit.ts';
import { fullTextAt } from './words.ts';

type Named = { id: number; name: string };

/** A form of a feature, made up. */
export interface OwnForm {
  title: string;
  /** What it is about, in one line. */
  about: string;
  fields: CardElement[];
  /** Comes back when it is handed in: encodeOwnForm of actions.ts. */
  value: Record<string, unknown>;
}

export interface FormSubject {
  /** The problem the form is about; none for log and bind. */
  issue?: Issue;
  place: 'chat' | 'person';
  /** Why the form comes, before everything else. */
  lead?: string;
  /** What was typed before the form; unset fields stay empty. */
  draft?: { id: string; text: string; unitId: number | null; projectId: number | null; day?: Day };
  /** Units to choose from, most likely first; all of the directory by default. */
  units?: readonly Named[];
  /** Projects to choose from; none by default, since names of projects are not for every group. */
  projects?: readonly Named[];
  /** Links which a new problem may hold up, by what `linkChoice` makes of them. */
  links?: readonly { id: string; name: string }[];
  /** People to choose from; in a group the members are offered when nobody is given. */
  people?: readonly Person[];
  /** Of a feature's form: all of it. */
  own?: OwnForm;
}

/** Forms that say no verb. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  log: '登记问题',
  bind: '绑定项目',
};

function titleOf(form: FormKind): string {
  return formOf(form)?.title ?? OTHER_TITLES[form] ?? '';
}

function unitFields(subject: FormSubject, ctx: ViewContext, required: boolean): CardElement[] {
  const project =
    subject.issue?.projectId == null ? undefined : ctx.directory.project(subject.issue.projectId);
  const near = new Set(project ? [project.leadUnitId, ...project.memberUnitIds] : []);
  const all =
    subject.units ??
    ctx.directory.data.units
      .filter((unit) => !unit.closed)
      .toSorted((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)));
  const { options, left } = fitOptions(all);
  if (options.length === 0) return [footnote('还没有录入单位，请联系管理员')];
  const current = subject.draft?.unitId ?? subject.issue?.unitId;
  const label = required ? '责任单位' : '责任单位（不选按分类默认）';
  return [
    ...choiceField('unitId', options, {
      label,
      required,
      initial: current == null ? undefined : String(current),
    }),
    ...(left > 0 ? [footnote(`另有 ${left} 个单位未列出，可直接发文字写单位名`)] : []),
  ];
}

function projectFields(subject: FormSubject, required: boolean): CardElement[] {
  const { options, left } = fitOptions(subject.projects ?? []);
  if (options.length === 0) return required ? [footnote('没有可选的项目')] : [];
  const current = subject.draft?.projectId ?? subject.issue?.projectId;
  const initial = current == null ? undefined : String(current);
  return [
    ...choiceField('projectId', options, { label: '项目', required, initial }),
    ...(left > 0 ? [footnote(`另有 ${left} 个项目未列出，可直接发文字写项目名`)] : []),
  ];
}

function personFields(subject: FormSubject, label: string, required: boolean): CardElement[] {
  const people = subject.people ?? [];
  if (people.length > 0 || subject.place === 'chat') return personField(people, { label, required });
  return [lineField('personName', { label, required, hint: '姓名' })];
}

function logFields(subject: FormSubject, ctx: ViewContext): CardElement[] {
  const { draft } = subject;
  // An input holds 1,000 characters; a longer text stays in the draft and is only shown.
  const text =
    draft && draft.text.length > LIMITS.inputLength
      ? [panel(`描述（${[...draft.text].length} 字）`, [textBlock(draft.text)])]
      : [textField('text', { label: '问题描述', hint: '什么事、卡在哪里', rows: 4, initial: draft?.text })];
  return [
    ...text,
    ...unitFields(subject, ctx, false),
    dayField({ label: '完成时限（不选按默认）', initial: draft?.day }),
    ...projectFields(subject, false),
    ...linkFields(subject),
  ];
}

function linkFields({ links = [] }: FormSubject): CardElement[] {
  const { options, left } = fitOptions(links);
  if (options.length === 0) return [];
  return [
    ...choiceField('linkNo', options, { label: '关联环节（卡住哪个环节，可不选）' }),
    ...(left > 0 ? [footnote(`另有 ${left} 个环节未列出，登记后可点卡片上的“卡环节”`)] : []),
  ];
}

function bindFields(subject: FormSubject): CardElement[] {
  return [
    ...projectFields(subject, false),
    lineField('newProject', {
      label: (subject.projects ?? []).length > 0 ? '或新建项目' : '项目名称（已有或新建）',
      hint: '项目名称',
    }),
    lineField('enterprise', { label: '企业名称（可不填）' }),
  ];
}

/** One fact a verb's form asks for. */
function verbField(field: FormField, subject: FormSubject, ctx: ViewContext): CardElement[] {
  const due = subject.issue?.deadline.day;
  switch (field.ask) {
    case 'reason':
      return [textField('reason', field)];
    case 'day': {
      const initial = field.initial && due !== undefined && due >= today(ctx) ? due : undefined;
      return [dayField({ label: field.label, required: true, initial })];
    }
    case 'unit':
      return unitFields(subject, ctx, true);
    case 'project':
      return projectFields(subject, true);
    case 'person':
      return personFields(subject, field.label, field.required);
  }
}

function fieldsOf(form: FormKind, subject: FormSubject, ctx: ViewContext): CardElement[] {
  if (subject.own) return subject.own.fields;
  const verbForm = formOf(form);
  if (verbForm) return verbForm.fields.flatMap((field) => verbField(field, subject, ctx));
  switch (form) {
    case 'log':
      return logFields(subject, ctx);
    case 'bind':
      return bindFields(subject);
    default:
      throw new Error(`no such form: ${form}`);
  }
}

/** What the form is about, in one line: number, title, and the fact that is going to change. */
function aboutLine(form: FormKind, issue: Issue, ctx: ViewContext): CardElement[] {
  const title = `**#${issue.id}** ${escapeMarkdown(clip(oneLine(issue.title), 60))}`;
  const facts = {
    deadline: () => `现时限 ${deadlineText(issue.deadline, ctx)}`,
    unit: () => `现责任单位 ${unitName(ctx, issue.unitId)}`,
    project: () => `现项目 ${projectName(ctx, issue.projectId)}`,
  };
  const about = formOf(form)?.about;
  const fact = about && facts[about]();
  return [markdown(fact ? `${title}<br>${escapeMarkdown(fact)}` : title)];
}

/** The form element alone, for cards that hold more than a form. */
export function formElement(form: FormKind, subject: FormSubject, ctx: ViewContext): CardElement {
  const { issue, draft, own } = subject;
  const value =
    own?.value ??
    encodeAction({
      do: 'submit',
      form,
      ...(issue && { issueId: issue.id, seen: issue.version }),
      ...(draft && { draftId: draft.id }),
    });
  const submit = submitButton(value);
  return {
    tag: 'form',
    name: `form_${form.replaceAll('-', '_')}`,
    elements: [...fieldsOf(form, subject, ctx), submit],
  };
}

/** A card with one form. What was filled in comes back through `readFormValues`. */
export function formCard(form: FormKind, subject: FormSubject, ctx: ViewContext): Card {
  const { issue, own } = subject;
  const name = own?.title ?? titleOf(form);
  const title = issue ? `#${issue.id} ${name}` : name;
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(subject.lead ? [textBlock(subject.lead)] : []),
      ...(issue ? aboutLine(form, issue, ctx) : []),
      ...(own ? [textBlock(own.about)] : []),
      formElement(form, subject, ctx),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, issue ? fullTextAt(issue.id) : '…（已截短）');
}
