/**
 * A feature is a value: what it adds to the bot, kind by kind. The spine looks up here and imports no feature.
 * One more sort of thing a feature can add is a key of `Feature`, a list in `Registry`, and the lookup in the spine.
 */

import { FORMS, SPINE_ACTIONS } from './cards/actions.ts';
import type { DraftKind } from './commands/draft-kind.ts';
import type { FeatureAction } from './commands/feature-action.ts';
import type { FeatureCommand } from './commands/feature-command.ts';
import type { FeatureFile } from './commands/feature-file.ts';
import type { FeatureForm } from './commands/feature-form.ts';
import type { FeaturePage } from './commands/feature-page.ts';
import { buildTable, type CommandTable } from './commands/table.ts';
import type { JobKind } from './engine/job.ts';
import type { MessageKind } from './engine/message.ts';
import type { Periodic } from './engine/periodic.ts';
import type { AnswerKind } from './views/answer-kind.ts';

export interface Feature {
  name: string;
  /** Rows of the command table, with their handlers. */
  commands?: readonly FeatureCommand[];
  /** Buttons on its cards, with what a click does. */
  actions?: readonly FeatureAction<unknown>[];
  /** Forms, with who gets them and what is done with them. */
  forms?: readonly FeatureForm<unknown>[];
  /** What it makes of files that come without a word. */
  files?: readonly FeatureFile[];
  /** Kinds of answers, with their drawings. */
  answers?: readonly AnswerKind<unknown>[];
  /** Kinds of rows of the outbox that are sent. */
  messages?: readonly MessageKind<unknown>[];
  /** Kinds of rows of the outbox that work instead. */
  jobs?: readonly JobKind<unknown>[];
  /** What waits for 确认. */
  drafts?: readonly DraftKind<unknown>[];
  /** What comes by itself at a time of day. */
  periodics?: readonly Periodic[];
  /** Pages for browsers; there are none without PUBLIC_URL. */
  pages?: readonly FeaturePage[];
}

/** Everything all features add, by kind. */
export interface Registry {
  table: CommandTable;
  /** By the call they run. */
  commands: ReadonlyMap<string, FeatureCommand>;
  /** By what buttons carry as `do`. */
  actions: ReadonlyMap<string, FeatureAction<unknown>>;
  forms: ReadonlyMap<string, FeatureForm<unknown>>;
  /** Asked in this order. */
  files: readonly FeatureFile[];
  answers: ReadonlyMap<string, AnswerKind<unknown>>;
  messages: ReadonlyMap<string, MessageKind<unknown>>;
  jobs: ReadonlyMap<string, JobKind<unknown>>;
  drafts: ReadonlyMap<string, DraftKind<unknown>>;
  /** Those of one time of day in this order. */
  periodics: readonly Periodic[];
  pages: ReadonlyMap<string, FeaturePage>;
}

declare module './deps.ts' {
  /** deps.ts lies below what features are made of, so it is told here what it holds. */
  interface FeatureLookup extends Registry {}
}

/** Throws, naming both features, when two define the same thing. */
export function createRegistry(features: readonly Feature[]): Registry {
  const periodics = features.flatMap((feature) => feature.periodics ?? []);
  const registry = {
    table: buildTable(features.flatMap((feature) => feature.commands ?? [])),
    commands: index(features, (feature) => feature.commands, 'name'),
    actions: index(features, (feature) => feature.actions, 'do'),
    forms: index(features, (feature) => feature.forms, 'form'),
    files: features.flatMap((feature) => feature.files ?? []),
    answers: index(features, (feature) => feature.answers, 'kind'),
    messages: index(features, (feature) => feature.messages, 'kind'),
    jobs: index(features, (feature) => feature.jobs, 'kind'),
    drafts: index(features, (feature) => feature.drafts, 'kind'),
    periodics,
    pages: index(features, (feature) => feature.pages, 'path'),
  };
  index(features, (feature) => feature.periodics, 'kind');
  for (const kind of registry.messages.keys())
    if (registry.jobs.has(kind)) throw new Error(`${kind} is a message and a job`);
  for (const name of [...registry.actions.keys(), ...registry.forms.keys()])
    if (SPINE_ACTIONS.includes(name) || FORMS.includes(name)) throw new Error(`${name} is the spine's`);
  return registry;
}

function index<T>(
  features: readonly Feature[],
  listOf: (feature: Feature) => readonly T[] | undefined,
  key: keyof T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const owners = new Map<string, string>();
  for (const feature of features) {
    for (const one of listOf(feature) ?? []) {
      const name = String(one[key]);
      const owner = owners.get(name);
      if (owner !== undefined) throw new Error(`${name} is defined by ${owner} and by ${feature.name}`);
      owners.set(name, feature.name);
      found.set(name, one);
    }
  }
  return found;
}
