/** given(what was done).when(somebody says something).becomes(what follows), for the rules of one issue. */
import { expect } from 'vitest';
import { createIssue, type NewIssue } from '../../src/domain/create.ts';
import type { Decided, Decision, NoticeReason, RefusalCode } from '../../src/domain/decision.ts';
import type { Directory } from '../../src/domain/directory.ts';
import type { HistoryVerb, Issue, IssueCommand } from '../../src/domain/issue.ts';
import { decideIssue } from '../../src/verbs/decide.ts';
import { actorOf, at, LAND, town, until, who, XINGFA } from './town.ts';

/** Somebody says something at a time of the town. */
export type Step = [by: number, when: string, command: IssueCommand];

export type Start = Partial<NewIssue> & { by?: number; at?: string; directory?: Directory };

/**
 * The issue most tests begin with: logged by the secretary on Monday 2026-11-23 10:00 for 自然资源局, due on Friday
 * 2026-11-27 17:30.
 */
export function logged({
  by = who.secretary,
  at: when = '2026-11-23 10:00',
  directory = town,
  ...facts
}: Start = {}): Issue {
  const created = createIssue(
    { text: '磷石膏仓库堆放不下', projectId: XINGFA, unitId: LAND, deadline: until('2026-11-27'), ...facts },
    { now: at(when), actor: actorOf(by, directory), directory },
  );
  if (!created.ok) throw new Error(`not logged: ${created.refusal.code}`);
  return { ...created.issue, id: 12 };
}

export function say(issue: Issue, [by, when, command]: Step, directory: Directory = town): Decision {
  return decideIssue(issue, command, { now: at(when), actor: actorOf(by, directory), directory });
}

export class Outcome {
  readonly before: Issue;
  readonly decision: Decision;

  constructor(before: Issue, decision: Decision) {
    this.before = before;
    this.decision = decision;
  }

  private decided(): Decided {
    if (!this.decision.ok) throw new Error(`refused: ${JSON.stringify(this.decision.refusal)}`);
    return this.decision;
  }

  get issue(): Issue {
    return this.decided().issue;
  }

  /** What is so afterwards; the version is always one up. */
  becomes(facts: Partial<Issue>): this {
    const { issue } = this.decided();
    expect(issue).toMatchObject(facts);
    expect(issue.version).toBe(this.before.version + 1);
    return this;
  }

  /** Exactly these people are told, in any order. */
  tells(...people: [personId: number, reason: NoticeReason][]): this {
    const told = this.decided().effects.flatMap((one) =>
      one.kind === 'notify' ? [[one.personId, one.reason]] : [],
    );
    expect(told.map(String).sort()).toEqual(people.map(String).sort());
    return this;
  }

  records(...verbs: HistoryVerb[]): this {
    expect(this.decided().events.map((event) => event.verb)).toEqual(verbs);
    return this;
  }

  thenRefused(code: RefusalCode, params?: Record<string, unknown>): void {
    expect(this.decision).toMatchObject({ ok: false, refusal: { code, ...(params ? { params } : {}) } });
  }
}

export function given(issue: Issue, ...steps: Step[]): { issue: Issue; when: (...step: Step) => Outcome } {
  return givenIn(town, issue, ...steps);
}

export function givenIn(directory: Directory, issue: Issue, ...steps: Step[]) {
  let state = issue;
  for (const step of steps) {
    const decision = say(state, step, directory);
    if (!decision.ok) throw new Error(`${step[2].verb} refused: ${JSON.stringify(decision.refusal)}`);
    state = decision.issue;
  }
  return { issue: state, when: (...step: Step) => new Outcome(state, say(state, step, directory)) };
}
