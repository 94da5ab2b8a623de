/** Stand-in until the reader is merged. */
import type { LedgerDay, LedgerField, LedgerOptions, LedgerReading, LedgerTable, ProblemRow } from './model.ts';
import type { LedgerSheet } from './sheet.ts';

const F: Record<string, LedgerField> = { 序号: 'serial', 项目名称: 'project', 存在问题: 'item', 责任单位: 'unit', 配合单位: 'coUnit', 责任人: 'person', 完成时限: 'deadline', 进展情况: 'progress', 是否销号: 'state', 销号时间: 'closedOn', 解决措施: 'measure', 备注: 'note' };
const day = (text: string): LedgerDay => /^\d{4}-\d\d-\d\d$/.test(text) ? { kind: 'day', day: text, text } : text.includes('长期') ? { kind: 'long-term', text } : text === '' ? { kind: 'none', text } : { kind: 'unread', text };

export function readLedger(sheets: readonly LedgerSheet[], options: LedgerOptions): LedgerReading {
  const tables: LedgerTable[] = [];
  const left: LedgerReading['left'] = [];
  const count = { project: new Map<string, any>(), unit: new Map<string, any>(), person: new Map<string, any>() };
  for (const sheet of sheets) {
    const at = sheet.rows.findIndex((row) => row.cells.filter(({ text }) => F[text]).length >= 2);
    const head = sheet.rows[at];
    if (!head) { left.push({ sheet: sheet.name, why: sheet.rows.length ? 'no-table' : 'empty', cells: 1 }); continue; }
    const columns = head.cells.map(({ text, address }) => {
      const letter = address.replace(/\d+/, '');
      const over = options.overrides?.find((o) => o.sheet === sheet.name && o.letter === letter);
      return { letter, header: text, field: over?.field ?? F[text] ?? ('unrecognised' as const), sure: true, hidden: false };
    });
    const problems: ProblemRow[] = [];
    const unread: LedgerTable['unread'] = [];
    const skipped: LedgerTable['skipped'] = [];
    for (const row of sheet.rows.slice(at + 1)) {
      const get = (field: string) => row.cells[columns.findIndex((c) => c.field === field)]?.text ?? '';
      const ref = { sheet: sheet.name, address: row.cells[columns.findIndex((c) => c.field === 'item')]?.address ?? `A${row.no}` };
      if (row.cells.some((c) => c.text.startsWith('合计'))) { skipped.push({ at: ref, why: 'total', text: '合计' }); continue; }
      const text = get('item');
      if (text === '') { skipped.push({ at: ref, why: 'blank', text: '' }); continue; }
      for (const [k, f] of [['project', 'project'], ['unit', 'unit'], ['person', 'person']] as const) {
        const t = get(f); if (t === '') continue;
        const e = count[k].get(t) ?? { text: t, where: [], count: 0, ...(k === 'person' && { unit: get('unit') }) }; e.count++; e.where.push(ref); count[k].set(t, e);
      }
      const deadline = day(get('deadline'));
      if (deadline.kind === 'unread') unread.push({ at: ref, text: deadline.text, why: 'date', takenAs: 'no-deadline' });
      const none: LedgerDay = { kind: 'none', text: '' };
      problems.push({ kind: 'problem', at: [ref], serial: get('serial'), project: get('project'), title: text.split(/[。\n]/)[0]!, text, module: '', units: { lead: get('unit'), co: get('coUnit') ? get('coUnit').split('、') : [], ...(get('person') && { person: get('person') }), others: [] }, deadline, secondDeadline: none, measure: get('measure'), progress: get('progress'), state: get('state') === '是' ? 'closed' : 'open', stateText: get('state'), closedOn: day(get('closedOn')), raisedOn: none, verifier: '', source: '', category: '', note: get('note'), extras: [] });
    }
    tables.push({ sheet: sheet.name, no: 1, kinds: ['problems'], title: { text: '' }, headerRows: [head.no], columns, problems, projects: [], units: [], people: [], links: [], investments: [], tasks: [], holidays: [], skipped, unread, ignored: [], monthColumns: [], splittable: [], layout: { sheet: sheet.name, titleRows: [], headerRows: [], merges: [], firstRow: head.no + 1, widths: [], columns: [] } });
  }
  return { fileName: options.fileName, tables, left, names: { projects: [...count.project.values()], units: [...count.unit.values()], people: [...count.person.values()] } };
}
