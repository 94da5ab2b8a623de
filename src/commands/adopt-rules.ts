/** Running problems get new rules, a page at a time: each page is one transaction that also asks for the next. */
import { rulesAdoptedText } from '../cards/words-admin.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { listOpenIssues } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { forgetLearnt, readState, saveState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { decideAdopt } from '../domain/adopt-rules.ts';
import type { Answer } from '../domain/answer.ts';
import type { NewRules } from '../domain/new-rules.ts';
import { rulesUnder } from '../domain/new-rules.ts';
import { changedRules } from '../domain/rules.ts';
import { compareLights } from '../domain/rules-draft.ts';
import type { Instant } from '../domain/time.ts';
import { ADOPT_RULES, type AdoptPayload } from '../kinds/jobs.ts';
import { ANSWER } from '../kinds/messages.ts';
import { applyChange } from './apply.ts';

const scopeOf = (projectId: number | null) => `${ADOPT_RULES.kind}:${projectId ?? 'all'}`;

const PAGE = 100;

/** Asks for the first page. What runs for the same problems since an earlier confirmation stops. */
export async function startAdopting(
  { tx, now, deps }: { tx: Tx; now: Instant; deps: Deps },
  change: NewRules,
  by: { byId: number; openId: string },
): Promise<void> {
  const token = deps.newId();
  if (change.projectId === null) await forgetLearnt(tx, `${ADOPT_RULES.kind}:`);
  await saveState(tx, scopeOf(change.projectId), token);
  const payload: AdoptPayload = { token, change, after: 0, adopted: 0, lights: 0, ...by };
  const row = ADOPT_RULES.row({
    id: deps.newId(),
    target: ADOPT_RULES.kind,
    payload: { ...payload },
    dueAt: now,
  });
  await enqueue(tx, [row], now);
}

/** One page. Done twice it changes nothing more, and asks for the next page only once. */
export async function adoptPage(deps: Deps, jobId: string, payload: AdoptPayload): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const now = deps.clock();
    const { projectId } = payload.change;
    if ((await readState(tx, scopeOf(projectId))) !== payload.token) return;
    const page = await listOpenIssues(tx, {
      after: payload.after,
      limit: PAGE,
      ...(projectId !== null && { projectIds: [projectId] }),
    });
    const directory = await deps.directory.get(tx);
    const source = {
      tx,
      now,
      directory,
      newId: deps.newId,
      actorId: payload.byId,
      messageId: null,
      inBulk: true,
    };
    let { adopted, lights } = payload;
    for (const seen of page) {
      const rules = rulesUnder(payload.change, seen.projectId, directory);
      if (!rules || changedRules(seen.rules, rules).length === 0) continue;
      const issue = await loadIssueForUpdate(tx, seen.id);
      const decision = issue && decideAdopt(issue, rules, { now, directory });
      if (!decision) continue;
      const compared = compareLights(issue, { projectId: issue.projectId, rules }, { directory, now });
      adopted++;
      if (compared && compared.now !== compared.under) lights++;
      await applyChange(source, issue, decision);
    }
    const next = { ...payload, after: page.at(-1)?.id ?? payload.after, adopted, lights };
    await enqueue(tx, [page.length < PAGE ? report(deps, jobId, next) : follow(deps, jobId, next)], now);
  });
  deps.wake();
}

function follow(deps: Deps, jobId: string, next: AdoptPayload) {
  return ADOPT_RULES.row({
    id: deps.newId(),
    target: ADOPT_RULES.kind,
    payload: { ...next },
    dedupeKey: `${ADOPT_RULES.kind}:${jobId}`,
    dueAt: deps.clock(),
  });
}

function report(deps: Deps, jobId: string, { adopted, lights, byId, openId }: AdoptPayload) {
  const answer: Answer = { kind: 'text', tone: 'success', text: rulesAdoptedText(adopted, lights) };
  return ANSWER.row({
    id: deps.newId(),
    target: `person:${openId}`,
    payload: { answer, openId, personId: byId },
    dedupeKey: `${ADOPT_RULES.kind}:${jobId}`,
    dueAt: deps.clock(),
  });
}
