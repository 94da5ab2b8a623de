/** Items of other kinds than 问题: made by a plan, a batch or a promise, not by 报. Who may is asked by whoever makes them. */
import { notices, recordTold, tellResponsible } from './decide/change.ts';
import type { IssueEffect } from './decision.ts';
import type { Directory } from './directory.ts';
import type { HistoryEvent, Issue } from './issue.ts';
import { TEXT_LIMIT, TITLE_LIMIT } from './issue.ts';
import { type ItemFacts, newItem } from './new-item.ts';
import { officePeople } from './recipients.ts';

export interface CreatedItem {
  issue: Omit<Issue, 'id'>;
  events: HistoryEvent[];
  effects: IssueEffect[];
}

/** `tell`: whether the unit hears of it at once; a morning's digest tells it anyway. */
export interface ItemInput extends Omit<ItemFacts, 'areaId' | 'rules'> {
  areaId?: number;
  tell?: boolean;
}

/** @param byId who made it; null: the clock */
export function createItem(input: ItemInput, byId: number | null, directory: Directory): CreatedItem {
  const { tell = true, areaId, ...facts } = input;
  const project = input.projectId === null ? undefined : directory.project(input.projectId);
  const issue = newItem({
    ...facts,
    title: facts.title.slice(0, TITLE_LIMIT),
    text: facts.text.slice(0, TEXT_LIMIT),
    areaId: areaId ?? project?.areaId ?? directory.topAreaId,
    rules: directory.rulesFor(input.projectId),
  });
  const told =
    issue.unitId === null
      ? ({ personIds: officePeople(issue, directory), reason: 'to-route' } as const)
      : tellResponsible(issue, 'to-sign', directory);
  const effects = tell ? notices([told], byId, directory) : [];
  const { kind, title, projectId, unitId, assigneeId, deadline } = issue;
  const logged: HistoryEvent = {
    verb: 'log',
    detail: { kind, title, projectId, unitId, assigneeId, deadline: deadline.day, phrase: deadline.phrase },
  };
  return { issue, events: recordTold([logged], effects), effects };
}
