import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgeClick } from '../security/forge.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));
const admin = () => world.private('lin');
const ask = (text: string) => admin().ask('lin', text);
/** Sends the form of the card this person got last; the preview is then the newest message. */
const submit = (values: Record<string, unknown>, key = 'lin') =>
  world.private(key).clicks(key, world.private(key).lastBot, '确认', values);
const confirm = (key = 'lin') => world.private(key).clicks(key, world.private(key).lastBot, '确认');
const heard = (headline: string, key: string) =>
  world
    .private(key)
    .messages.filter((one) => JSON.stringify([one.content, ...one.history]).includes(headline)).length;

describe('the rules of the deployment, changed in chat', () => {
  beforeAll(async () => {
    // Wednesday; #1 is due on Thursday the 26th, #2 on Tuesday 1 December.
    world = await openWorld({ at: '2026-11-24 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 2个工作日');
    await group().says('wang', '报 门口道路破损严重 交通运输局 5个工作日');
    await group().says('sun', '签收 #1');
    await group().says('han', '签收 #2');
    await world.advanceTo('2026-12-01 10:00');
  });
  afterAll(() => world.close());

  test('the whole ladder is shown with the form that changes it, to the administrator alone', async () => {
    expect(card(1)).toContain('黄 逾期 3 个工作日');
    expect(card(2)).toContain('蓝 今天到期');
    const said = await ask('规则');
    // The platform shows five rows of a table and hides the rest, red among them, behind a page.
    expect(said).not.toContain('| :-- |');
    expect(said).toContain('蓝灯 到期前 2 个工作日\n报给：签收人');
    expect(said).toContain('黄灯 过时限，到逾期 3 个工作日\n报给：以上各级，加单位负责人、项目秘书');
    expect(said).toContain('红灯 逾期超过 3 个工作日，或 30 天内第二次黄灯\n报给：以上各级，加分管领导');
    expect(said).toContain('长期红灯 逾期超过 6 个工作日\n报给：以上各级，加主要领导');
    expect(said).toContain('未签收 转办满 1 个工作日\n报给：联络员');
    expect(said).toContain('仍未签收 转办满 2 个工作日\n报给：单位负责人');
    expect(said).toContain('未转办 当天 17:00 还没转办\n报给：综合办');
    for (const key of ['wang', 'song', 'tang']) {
      expect(await world.private(key).ask(key, '规则')).toContain('管理员可以');
    }
    expect(await group().ask('wang', '规则 兴发')).toContain('私聊');
  });

  test('nonsense is refused with its reason, and nothing is kept', async () => {
    const before = await world.rowCounts();
    const why = async (values: Record<string, unknown>) => (await submit(values)).toast?.content ?? '';
    expect(await why({ deepRedDays: '3' })).toContain('先亮红灯，再报主要领导');
    expect(await why({ yellowDays: '-1' })).toContain('0 到 60 之间的整数');
    expect(await why({ yellowDays: '很久' })).toContain('“黄灯天数（工作日）”请写整数');
    expect(await why({ unsignedSecond: '1' })).toContain('第二次提醒要晚于第一次');
    expect(await why({ hears_unrouted: ['head'] })).toContain('未转办时还没有责任单位');
    expect(await why({})).toContain('与现在的规则相同');
    expect(await world.rowCounts()).toEqual({ ...before, inbox: before.inbox! + 6 });
    // The client itself insists on somebody; the server does not trust it to.
    expect(await submit({ hears_red: [] })).toMatchObject({ error: { message: '请填写必填项' } });
  });

  test('a preview says which running problems would show another light; only 确认 makes it so', async () => {
    const form = admin().lastBot;
    await submit({ yellowDays: '2', hears_red: ['leader', 'office'] });
    const preview = admin().lastText;
    expect(preview).toContain('黄灯天数（工作日）：3 → 2');
    expect(preview).toContain('红灯报给：分管领导 → 综合办、分管领导');
    expect(preview).toContain('只用于新登记的；在办 2 件仍按原来的规则');
    expect(preview).toContain('有 1 件在办的灯不同');
    expect(preview).toContain('#1 按此规则现在是红（现为黄）');
    expect(preview).not.toContain('磷石膏');
    await admin().clicks('lin', admin().lastBot, '取消');
    expect(admin().lastText).toContain('已取消，没有改动');
    expect(await ask('规则')).toContain('到逾期 3 个工作日');
    // The form is still there to be sent once more.
    await admin().clicks('lin', form, '确认', { yellowDays: '2', hears_red: ['leader', 'office'] });
    const waiting = admin().lastBot;
    expect((await confirm()).toast?.content).toContain('只用于新登记的');
    expect(JSON.stringify(await admin().clicks('lin', waiting, '确认').catch(String))).toMatch(
      /no button|没有|确认/,
    );
    expect(await ask('规则')).toContain('到逾期 2 个工作日');
    expect(await ask('规则')).toContain('以上各级，加综合办、分管领导');
  });

  test('running problems keep the rules they started with; new ones take the new', async () => {
    expect(card(1)).toContain('黄 逾期 3 个工作日');
    await group().says('wang', '报 食堂油烟扰民 生态环境局 1个工作日');
    await group().says('sun', '签收 #3');
    expect(await group().ask('wang', '怎么算的 #3')).toContain('逾期 2 个工作日内黄灯');
    expect(await group().ask('wang', '怎么算的 #1')).toContain('逾期 3 个工作日内黄灯');
  });

  test('only who asked may confirm', async () => {
    await ask('规则');
    await submit({ nearDueDays: '4' });
    const [draft] = await world.deps.db.session((session) =>
      session.query("select id from draft where kind = 'rules' and consumed_at is null"),
    );
    const forge = async (action: Record<string, unknown>, formValue = {}) =>
      JSON.stringify(await forgeClick(world, 'wang', world.private('wang'), action, { formValue }));
    expect(await forge({ do: 'confirm-draft', draftId: draft?.id })).toContain('请由发起人本人确认');
    expect(await forge({ do: 'submit-rules' })).toContain('管理员可以');
    const nonsense = { hears_red: ['mayor'], yellowDays: 'NaN' };
    expect(await forge({ do: 'submit-rules', projectId: 1 }, nonsense)).toContain('请');
    expect(await forge({ do: 'submit-rules', projectId: 4711 })).toContain('太旧');
    expect(await ask('规则')).toContain('到期前 2 个工作日');
  });

  test('在办的也改用: each running problem gets the rules, on record, and the ladder goes on from there', async () => {
    await ask('规则');
    await submit({ scope: 'running' });
    expect(admin().lastText).toContain('规则本身没有改动');
    expect(admin().lastText).toContain('#1 按此规则现在是红（现为黄）');
    await confirm();
    expect(admin().lastText).toContain('在办的 2 件已改用新规则，其中 1 件的灯变了');
    expect(card(1)).toContain('红 逾期 3 个工作日');
    expect(await group().ask('wang', '历史 #1')).toContain('林涛改用新规则：黄灯天数（工作日）：3 → 2');
    const yellow = heard('黄灯：已经超过时限', 'zheng');
    await world.advanceTo('2026-12-01 10:05');
    expect(heard('红灯：严重逾期', 'tang')).toBe(1);
    expect(heard('红灯：严重逾期', 'song')).toBe(1);
    expect(heard('黄灯：已经超过时限', 'zheng')).toBe(yellow);
  });

  test('back to yellow when the rules give more time, and red is heard anew when it is crossed anew', async () => {
    await ask('规则');
    await submit({ yellowDays: '4', scope: 'running' });
    await confirm();
    expect(card(1)).toContain('黄 逾期 3 个工作日');
    await world.advanceTo('2026-12-02 10:00');
    expect(card(1)).toContain('黄 逾期 4 个工作日');
    const reds = async () =>
      (await world.deps.db.session((session) =>
        session.query(
          "select detail -> 'generation' as generation from history where issue_id = 1 and verb = 'rung' and detail ->> 'rung' = 'red' order by id",
        ),
      )) as { generation: number }[];
    expect(await reds()).toEqual([{ generation: 1 }]);
    await world.advanceTo('2026-12-03 10:00');
    expect(card(1)).toContain('红 逾期 5 个工作日');
    expect(await reds()).toEqual([{ generation: 1 }, { generation: 2 }]);
    // In the morning it is told with whatever else there is.
    expect(world.private('tang').botTexts.filter((text) => text.includes('#1')).length).toBeGreaterThan(1);
  });

  test('规则 恢复默认 goes through the preview, too', async () => {
    const said = await ask('规则 恢复默认');
    expect(said).toContain('黄灯天数（工作日）：4 → 3');
    expect(said).toContain('红灯报给：综合办、分管领导 → 分管领导');
    await confirm();
    expect(await ask('规则')).toContain('到逾期 3 个工作日');
    expect(await ask('规则 恢复默认')).toContain('与现在的规则相同');
  });

  test('the single numbers of 设置 are checked beside the others', async () => {
    expect(await ask('设置 黄灯天数 6')).toContain('先亮红灯，再报主要领导');
    expect(await ask('设置 黄灯天数 0')).toContain('已设置');
    expect(await ask('规则')).toContain('黄灯 不设，过时限即红灯');
  });
});

describe('rules of one project', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
  });
  afterAll(() => world.close());

  test('its secretary changes them, nobody else but office and administrator', async () => {
    expect(await world.private('liu').ask('liu', '规则 兴发')).toMatch(/项目秘书.*可以/);
    expect(await world.private('wang').ask('wang', '规则 没有这个')).toContain('没有');
    expect(await world.private('wang').ask('wang', '规则 兴发')).toContain('本项目现在用全局的规则');
    await submit({ yellowDays: '0', hears_red: ['principal'], hears_deep_red: ['principal'] }, 'wang');
    await confirm('wang');
    expect(world.private('wang').lastText).toContain('兴发磷石膏综合利用项目');
    expect(await world.private('wang').ask('wang', '规则 兴发')).toContain('本项目另有规则');
    expect(await ask('规则')).toContain('到逾期 3 个工作日');
  });

  test('the same delay is red in one project and yellow in the other, and other people hear', async () => {
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group().says('sun', '签收 #1');
    await world.group('mlx').says('wang', '报 门口道路破损严重 交通运输局 1个工作日');
    await world.group('mlx').says('han', '签收 #2');
    await world.advanceTo('2026-11-24 18:00');
    expect(card(1)).toContain('红 今天逾期');
    expect(textOf(world.group('mlx').card(2))).toContain('黄 今天逾期');
    expect(heard('红灯：严重逾期', 'gao')).toBe(1);
    expect(heard('红灯：严重逾期', 'tang')).toBe(0);
    expect(heard('红灯：严重逾期', 'zheng')).toBe(1);
    expect(heard('黄灯：已经超过时限', 'han')).toBe(1);
  });

  test('a problem put right into another project is measured by that project’s rules', async () => {
    await group().says('wang', '报 食堂油烟扰民 生态环境局 3个工作日');
    expect(await group().ask('wang', '怎么算的 #3')).toContain('过了时限亮红灯');
    await group().says('wang', '改项目 #3 美利信');
    const there = world.group('mlx');
    expect(await there.ask('wang', '怎么算的 #3')).toContain('逾期 3 个工作日内黄灯');
    expect(await there.ask('wang', '历史 #3')).toContain('按该项目的规则算');
  });

  test('what the project does not change follows the deployment; a change it cannot live with is refused', async () => {
    await ask('规则');
    await submit({ nearDueDays: '1' });
    await confirm();
    expect(await world.private('wang').ask('wang', '规则 兴发')).toContain('到期前 1 个工作日');
    await submit({ yellowDays: '5' }, 'wang');
    await confirm('wang');
    await ask('规则');
    expect((await submit({ yellowDays: '3', deepRedDays: '4' })).toast?.content).toContain(
      '项目“兴发磷石膏综合利用项目”另有规则',
    );
  });

  test('规则 <项目> 恢复默认 follows the deployment again', async () => {
    const said = await world.private('wang').ask('wang', '规则 兴发 恢复默认');
    expect(said).toContain('黄灯天数（工作日）：5 → 3');
    await confirm('wang');
    expect(await world.private('wang').ask('wang', '规则 兴发')).toContain('本项目现在用全局的规则');
  });
});

describe('a change for many running problems', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
  });
  afterAll(() => world.close());

  test('goes page by page, each problem once, although a page is done twice', async () => {
    await group().says('wang', '报 仓库堆放不下 生态环境局 5个工作日');
    await world.deps.db.session(async (session) => {
      const columns = await session.query(
        "select string_agg(column_name, ', ') as names from information_schema.columns where table_name = 'issue' and column_name <> 'id'",
      );
      const { names } = columns[0] as { names: string };
      await session.run(`insert into issue (${names}) select ${names} from issue, generate_series(1, 224)`);
    });
    await ask('规则 在办的也改用');
    await confirm();
    expect(admin().lastText).toContain('没有要改的');
    await ask('规则');
    await submit({ nearDueDays: '5', scope: 'running' });
    expect(admin().lastText).toContain('有 225 件在办的灯不同');
    expect(admin().lastText).toContain('…另有 215 件');
    await confirm();
    expect(admin().lastText).toContain('在办的 225 件已改用新规则，其中 225 件的灯变了');
    await world.deps.db.session(async (session) => {
      const rows = await session.query(
        "select count(*)::int as n, count(distinct issue_id)::int as issues from history where verb = 'rules'",
      );
      expect(rows).toEqual([{ n: 225, issues: 225 }]);
      // A crash after the commit brings the first page back.
      await session.run(
        "update outbox set state = 'waiting', due_at = created_at where kind = 'adopt-rules'",
      );
    });
    await world.settle();
    await world.deps.db.session(async (session) => {
      const [row] = await session.query("select count(*)::int as n from history where verb = 'rules'");
      expect(row).toEqual({ n: 225 });
    });
  });
});
