/** What is kept of one person can be handed out and made nameless; every step can be exported with names. */
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine, readDay, writeAudit } from '../../src/ops/audit.ts';
import { readTables } from '../../src/ops/catalogue.ts';
import { erasePerson, exportPerson, findSomebody, postsOf } from '../../src/ops/person.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const db = () => world.deps.db;
const person = (key: string) => findSomebody(db(), world.openId(key));
const erase = async (key: string) =>
  erasePerson(db(), await person(key), world.deps.config.adminOpenIds, world.now);

/** Where in the whole database the words stand. */
async function placesWith(words: string): Promise<string[]> {
  return db().session(async (session) => {
    const found: string[] = [];
    for (const { name, columns } of await readTables(session)) {
      for (const column of columns) {
        const [row] = await session.query(
          `select count(*)::int as n from "${name}" where position($1 in "${column.name}"::text) > 0`,
          [words],
        );
        if (Number(row?.n) > 0) found.push(`${name}.${column.name}`);
      }
    }
    return found;
  });
}

beforeAll(async () => {
  world = await openWorld({ admins: ['lin'] });
  await world.group('xf').says('wang', '报 1+1 堆场漏水，孙倩知道 生态环境局 3个工作日');
  await world.group('xf').clicks('sun', world.group('xf').card(1), '签收');
  await world.group('xf').says('sun', '进展 #1 已到现场，"泵"在修');
  await world.private('sun').says('sun', '我的');
});
afterAll(() => world.close());

describe('the export of a person', () => {
  test('holds the own row, the issues, every step and the messages, and nobody else’s open_id', async () => {
    const found = await exportPerson(db(), await person('sun'));
    expect(found.person).toMatchObject({ name: '孙倩', open_id: world.openId('sun') });
    expect(found.issue).toMatchObject([{ id: 1, status: 'working' }]);
    expect(JSON.stringify(found.history)).toContain('已到现场');
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['unit', 'chat_member', 'issue_card.target', 'outbox.target']),
    );
    expect(JSON.stringify(found)).not.toContain(world.openId('hua'));
  });

  test('asks back when nobody or several bear the name', async () => {
    await expect(findSomebody(db(), '没有人')).rejects.toThrow('没有找到');
    await db().session((session) =>
      session.run(
        "insert into person (open_id, name, tenant_key, home, created_at) values ('ou_twin', '孙倩', '', true, '2026-11-23Z')",
      ),
    );
    await expect(findSomebody(db(), '孙倩')).rejects.toThrow(/有 2 个人.*\n {2}ou_/);
    await db().session((session) => session.run("delete from person where open_id = 'ou_twin'"));
    expect((await findSomebody(db(), '孙倩')).openId).toBe(world.openId('sun'));
  });
});

describe('the erasure of a person', () => {
  test('is refused while there is a post, each named with how to pass it on, and changes nothing', async () => {
    const before = await exportPerson(db(), await person('sun'));
    await expect(erase('sun')).rejects.toThrow(/孙倩 还有职责[\s\S]*联络员[\s\S]*正在办 #1：发“转办 #1/);
    expect(await exportPerson(db(), await person('sun'))).toEqual(before);
    await expect(erase('song')).rejects.toThrow('角色 取消 综合办 @宋丽');
    await expect(erase('wang')).rejects.toThrow('秘书');
    await expect(erase('hua')).rejects.toThrow('企业联系人');
    await expect(erase('lin')).rejects.toThrow('ADMIN_OPEN_IDS');
  });

  test('leaves neither name nor open_id, keeps issue and history, and says where others wrote the name', async () => {
    const openId = world.openId('sun');
    await db().session((session) =>
      session.run(`update unit set coordinator_id = null where coordinator_id = (select id from person where open_id = '${openId}');
        update unit set head_id = null where head_id = (select id from person where open_id = '${openId}');
        update issue set status = 'closed', closed_at = '2026-11-23 02:00Z', next_at = null where id = 1`),
    );
    expect(await postsOf(db(), await person('sun'), [])).toEqual([]);
    const steps = await db().session((session) => session.query('select count(*)::int as n from history'));
    const done = await erase('sun');
    expect(done.namedIn).toEqual([1]);
    expect(await placesWith(openId)).toEqual([]);
    // What somebody wrote stays: in the problem, in its search words, and in the step that logged it.
    expect((await placesWith('孙倩')).toSorted()).toEqual([
      'history.before',
      'history.detail',
      'issue.search',
      'issue.text',
      'issue.title',
    ]);
    expect(await db().session((session) => session.query('select count(*)::int as n from history'))).toEqual(
      steps,
    );
    const history = await world.group('xf').ask('wang', '历史 #1');
    expect(history).toContain(done.alias);
  });

  test('who speaks again begins anew, without what was erased', async () => {
    await world.private('sun').says('sun', '帮助');
    expect(textOf(world.private('sun').lastBot)).toContain('报');
    const again = await exportPerson(db(), await person('sun'));
    expect(again.issue).toBeUndefined();
    expect(again.person).toMatchObject({ unit_id: null });
  });
});

describe('the audit', () => {
  const audit = async (form: 'csv' | 'jsonl', from = '2026-11-23', to = '2026-11-23') => {
    const out = new PassThrough();
    const read = text(out);
    const count = await writeAudit(
      db(),
      { from: readDay(from), to: readDay(to), form, timeZone: 'Asia/Shanghai', now: world.now },
      out,
    );
    out.end();
    return { count, content: await read };
  };

  test('as CSV opens in Excel: mark, quoting, local time, names, and no formula of somebody’s', async () => {
    const { count, content } = await audit('csv');
    // The decoder of the test takes the mark away, as Excel does.
    const lines = content.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '"时间","编号","事项","项目","责任单位","操作人","open_id","动作","内容","消息编号"',
    );
    expect(lines).toHaveLength(count + 1);
    expect(content).toMatch(/"2026-11-23 09:0\d:\d\d","1","1\+1 堆场漏水/);
    expect(content).toContain('""泵""在修');
    expect(content).toContain('王建国');
    expect(csvLine(['+1', '@x', '-1', 'a"b', 'a,b'])).toBe(`"'+1","'@x","'-1","a""b","a,b"\r\n`);
  });

  test('begins with the mark of UTF-8 as bytes', async () => {
    const out = new PassThrough();
    const day = readDay('2026-11-23');
    await writeAudit(
      db(),
      { from: day, to: day, form: 'csv', timeZone: 'Asia/Shanghai', now: world.now },
      out,
    );
    expect([...(out.read() as Buffer).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('as JSON lines carries the details', async () => {
    const { count, content } = await audit('jsonl');
    const rows = content
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(count);
    expect(rows.find((row) => row.verb === 'progress')).toMatchObject({ issue: 1, unit: '生态环境局' });
    expect(rows.every((row) => typeof row.detail === 'object')).toBe(true);
  });

  test('holds both days and no other, and refuses days that are none', async () => {
    expect((await audit('csv', '2026-11-24', '2026-11-30')).count).toBe(0);
    expect((await audit('csv', '2026-11-01', '2026-11-22')).count).toBe(0);
    await expect(audit('csv', '2026-11-24', '2026-11-23')).rejects.toThrow('之后');
    for (const wrong of ['2026-02-30', '昨天', '', undefined])
      expect(() => readDay(wrong)).toThrow('不是日期');
  });
});
