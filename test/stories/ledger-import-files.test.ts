/** 导入 of what is no ledger, or one that cannot be read: a sentence that says what to do, and nothing written. */
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCOPES } from '../../src/sim/sim.ts';
import { drops, HEAD, itemsOf, ledger, sends } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
});
afterEach(async () => {
  expect(await world.deps.db.session((one) => one.query('select id from ledger_import'))).toEqual([]);
  expect(await itemsOf(world)).toEqual([]);
  await world.close();
});

const send = (bytes: Uint8Array, name?: string) => sends(world, 'song', bytes, name);
const text = (words: string) => new TextEncoder().encode(words);
const row = (n: number) => [String(n), '兴发', `第${n}处围挡缺口未封`, '住建局', '2026-12-20', '', ''];

describe('导入 refuses politely', () => {
  test.each([
    ['a WPS table', '台账.et', '另存为” .xlsx'],
    ['a document', '台账.pdf', '不是表格文件'],
    ['a picture', '台账.jpg', '不是表格文件'],
  ])('%s by its name', async (_what, name, said) => {
    expect(await send(text('x'), name)).toContain(said);
  });

  test('a workbook that did not arrive whole', async () => {
    const whole = await ledger([row(1)]);
    expect(await send(whole.slice(0, whole.length - 200))).toContain('文件不完整或已损坏');
  });

  test('a file over 10 MB, and one that would become larger than 50 MB', async () => {
    expect(await send(new Uint8Array(11 * 1024 * 1024).fill(65), '大.csv')).toContain('不超过 10 MB');
    const bomb = await new JSZip()
      .file('xl/workbook.xml', new Uint8Array(51 * 1024 * 1024))
      .generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await send(bomb)).toContain('展开后不超过 50 MB');
  });

  test('more rows or columns than it takes, with what to do', async () => {
    expect(await send(await ledger(Array.from({ length: 2001 }, (_, n) => row(n + 1))))).toContain(
      '台账有 2001 行，一次最多 2000 行',
    );
    expect(await send(await ledger(Array.from({ length: 2500 }, (_, n) => row(n + 1))))).toContain('行太多');
    const wide = [...HEAD, ...Array.from({ length: 60 }, (_, n) => `列${n}`)];
    expect(await send(await ledger([wide.map(() => 'x')], wide))).toContain('列太多');
  });

  test('a table that is no ledger is told what was looked for, with a header to copy and a sample', async () => {
    const said = await send(await ledger([['张三', '苹果', '3']], ['谁', '买了什么', '几个']));
    expect(said).toContain('没有认出台账');
    expect(said).toContain('序号 ｜ 项目名称 ｜ 存在问题 ｜ 责任单位');
    expect(said).toContain('样表');
  });

  test('an empty file and one full of zeros', async () => {
    expect(await send(text('\u0000\u0001\u0002'), '台账.xls')).toContain('不是能读的表格文件');
    expect(await send(text(' '), '台账.csv')).toContain('没有认出台账');
  });

  test('a message without a file, or one that was recalled', async () => {
    const words = await world.private('song').says('song', '你好');
    const place = world.private('song');
    expect(await place.ask('song', '导入', { replyTo: words.messageId })).toContain('没有文件');
  });

  test('without the right to read it says which is missing', async () => {
    const file = await drops(world, 'song', await ledger([row(1)]));
    world.sim.setScopes(
      DEFAULT_SCOPES.filter(
        (scope) => !['im:message', 'im:message:readonly', 'im:message.history:readonly'].includes(scope),
      ).concat('im:message:send_as_bot'),
    );
    const said = await world.private('song').ask('song', '导入', { replyTo: file.messageId });
    expect(said).toContain('im:message 或 im:message:readonly');
    world.sim.setScopes(DEFAULT_SCOPES);
  });
});
