/** Reader of 导入. */
import type { CallOf } from '../../commands/call.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { isBlank, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { EXPLAIN } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'ledger-import': { act: 'import' | 'sample' | 'revoke' | 'wake' };
  }
}

const ACTS: readonly [RegExp, CallOf<'ledger-import'>['act']][] = [
  [/^(?:一?[张份个]?(?:样表|样例|模板|模版|示例|例表|空表|格式)|要?样表)$/, 'sample'],
  [/^(?:撤回|撤销|收回|取消|回退|退回|作废)(?:刚才的?|上一?次的?)?$/, 'revoke'],
  [/^(?:提醒|开始提醒|确认并提醒|过期提醒)$/, 'wake'],
  [
    /^(?:这|那|刚才|上面|上传|发|的|个|份|张|一下|进来|进去|吧|到系统|excel|xlsx|xls|csv|表格?|电子表格|文件|台账|清单|问题|项目|单位|人员|名单|投资|任务|批次|环节|进度|节假日|和|、)*$/i,
    'import',
  ],
];

export function readLedgerImport(input: ReadInput): CallOf<'ledger-import'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return { name: 'ledger-import', act: 'import' };
  const said = rest.folded.replace(/\s+/g, '');
  const found = ACTS.find(([words]) => words.test(said));
  if (found) return { name: 'ledger-import', act: found[1] };
  return input.separated ? misuse(input, EXPLAIN.usage) : null;
}
