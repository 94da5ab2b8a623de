import { expect, test } from 'vitest';
import { describeThrown } from '../src/thrown.ts';

test.each<[string, unknown]>([
  ['the embedded database’s file system', { name: 'ErrnoError', errno: 51 }],
  ['the system', Object.assign(new Error('write failed'), { code: 'ENOSPC' })],
  ['PostgreSQL', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['wrapped', new Error('migration failed', { cause: { name: 'ErrnoError', errno: 51 } })],
  ['by its words only', new Error('could not write: No space left on device')],
])('a full disk is told as 磁盘已满: %s', (_, thrown) => {
  expect(describeThrown(thrown)).toContain('磁盘已满');
});

test.each<[string, unknown, string]>([
  ['an error by its message', new Error('端口 3000 已被占用'), '端口 3000 已被占用'],
  ['a text as it is', 'stop', 'stop'],
  ['an object by what it names', { name: 'ExitStatus', status: 1 }, '启动失败：ExitStatus 1'],
  ['an object that names nothing', {}, '启动失败：没有说明原因'],
  ['nothing', undefined, 'undefined'],
])('what is thrown is never told as [object Object]: %s', (_, thrown, told) => {
  expect(describeThrown(thrown)).toBe(told);
});
