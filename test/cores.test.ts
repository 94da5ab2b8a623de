/** Where the workers of the tests run. */
import { expect, test } from 'vitest';
import { coresOf, coresToChoose } from './support/cores.ts';

const status = (list: string) =>
  `Name:\tnode\nCpus_allowed:\t3\nCpus_allowed_list:\t${list}\nMems_allowed:\t1\n`;

test.each([
  ['0-1', [0, 1]],
  ['0-1,4', [0, 1, 4]],
  ['3', [3]],
  ['2,6-8', [2, 6, 7, 8]],
])('cores listed as %s are read', (list, cores) => {
  expect(coresOf(status(list))).toEqual(cores);
});

test('where the kernel tells none, none are known', () => {
  expect(coresOf('Name:\tnode\n')).toEqual([]);
});

test('each worker has a core on two to four; on one, and on many, nothing is moved', () => {
  expect([1, 2, 4, 5, 64].map((count) => coresToChoose(Array.from({ length: count }, (_, i) => i)))).toEqual([
    [],
    [0, 1],
    [0, 1],
    [],
    [],
  ]);
});
