import { expect, it } from 'vitest';
import { readHeader } from '../../../src/domain/ledger/header.ts';

/** What a header is made of says what it means, also where nobody has listed it. */
it.each<[string, string]>([
  ['转办日期', 'raisedOn'],
  ['巡查时间', 'raisedOn'],
  ['立案日', 'raisedOn'],
  ['承诺解决日期', 'deadline'],
  ['力争完成日', 'deadline'],
  ['办结时间要求', 'deadline'],
  ['延期后时限', 'deadline'],
  ['化解完结日期', 'closedOn'],
  ['实际闭环时间', 'closedOn'],
  ['是否攻克', 'state'],
  ['打通与否', 'state'],
  ['处置状态', 'state'],
  ['调度情况', 'progress'],
  ['最新答复', 'progress'],
  ['施工单位及负责人', 'unit'],
  ['整改主体和责任人', 'unit'],
  ['主办', 'unit'],
  ['会办', 'coUnit'],
  ['复核人员', 'verifier'],
  ['1—9月完成（万元）', 'investActual'],
  ['开竣工时间', 'buildSpan'],
  ['主要问题/类型', 'category'],
  ['主要问题/内容', 'item'],
  ['整改情况/已整改', 'closedTick'],
  ['整改情况/未整改', 'openTick'],
])('%s is %s', (header, field) => {
  expect(readHeader(header.split('/')).field).toBe(field);
});
