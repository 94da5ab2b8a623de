/** 导出 [条件同清单] [为 <版式>], 导出 版式 … */
import type { CallOf } from '../../commands/call.ts';
import { readList } from '../../commands/filter.ts';
import type { ReadInput } from '../../language/definition.ts';
import { cut, isBlank, trim } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { EXPORT } from './words.ts';

const LAYOUTS = /^(?:版式|模板|格式)(?:\s|$)/;
const ACT = /^(存为|保存为|另存为|存|删除|删掉|删)\s*(.*)$/s;
/** A layout stands at the end, set off: 导出 住建局 为 县表. */
const AS = /(?:^|\s)(?:为|按|用)\s*(\S{1,20}?)(?:版式|格式)?\s*$/;
/** What follows 导出 and only says what it is. */
const THING = /^(?:全部|所有)?(?:台账|清单|问题清单|excel|表格|表|文件)(?=\s|$)/;

export function readExport(input: ReadInput): CallOf<'ledger-export'> | Misuse | null {
  const { rest } = input;
  const layouts = LAYOUTS.exec(rest.folded);
  if (layouts) return readLayouts(rest.text.slice(layouts[0].length).trim());
  const as = AS.exec(rest.folded);
  const layout =
    as &&
    rest.text
      .slice(as.index)
      .trim()
      .replace(/^[为按用]\s*/, '')
      .replace(/(?:版式|格式)$/, '');
  const filtered = as ? cut(rest, 0, as.index) : rest;
  const thing = THING.exec(filtered.folded)?.[0].length ?? 0;
  const wanted = trim(cut(filtered, thing));
  if (!input.separated && thing === 0 && !isBlank(wanted)) return null;
  const list = readList({ ...input, rest: wanted, separated: true });
  if (list === null || 'problem' in list) return list;
  const { name: _, ...asked } = list;
  return {
    name: 'ledger-export',
    ...asked,
    ...(layout && { layout: layout === EXPORT.standard ? '' : layout }),
  };
}

function readLayouts(words: string): CallOf<'ledger-export'> {
  const [, act = '', name = ''] = ACT.exec(words) ?? [];
  const what =
    act === '' ? ('list' as const) : act.startsWith('删') ? ('delete' as const) : ('save' as const);
  return { name: 'ledger-export', filter: {}, layouts: { what, name: name.trim() } };
}
