/** Builds ledgers as files: what a program writes, with its quirks. */

import { type CellValue, type MergeRange, writeXlsx } from 'hucre';
import JSZip from 'jszip';

export type Value = string | number | boolean | null | Date | { formula: string; shows: string | number };

export interface SheetSpec {
  name: string;
  /** From A1; undefined and null are empty. */
  rows: readonly (readonly (Value | undefined)[])[];
  /** A1:C1. */
  merges?: readonly string[];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly string[];
  hidden?: boolean;
  widths?: readonly number[];
  /** 0.00%, by address. */
  formats?: Readonly<Record<string, string>>;
}

export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
export const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

function rangeOf(merge: string): MergeRange {
  const [from = '', until = from] = merge.split(':');
  const at = (address: string) => {
    const [, letters = '', no = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return { row: Number(no) - 1, column: columnOf(letters) };
  };
  return {
    startRow: at(from).row,
    startCol: at(from).column,
    endRow: at(until).row,
    endCol: at(until).column,
  };
}

const isFormula = (value: unknown): value is { formula: string; shows: string | number } =>
  typeof value === 'object' && value !== null && 'formula' in value;

/** A workbook as Excel writes it. */
export async function xlsx(
  sheets: readonly SheetSpec[],
  options: { dateSystem?: '1900' | '1904'; password?: string } = {},
): Promise<Uint8Array> {
  return writeXlsx({
    ...(options.dateSystem && { dateSystem: options.dateSystem }),
    ...(options.password && { encryption: { password: options.password, spinCount: 1000 } }),
    sheets: sheets.map((sheet) => {
      const cells = new Map<string, object>();
      sheet.rows.forEach((row, r) => {
        row.forEach((value, c) => {
          const format = sheet.formats?.[`${lettersOf(c)}${r + 1}`];
          const key = `${r},${c}`;
          if (isFormula(value)) cells.set(key, { formula: value.formula, formulaResult: value.shows });
          else if (value instanceof Date)
            cells.set(key, { value, style: { numFmt: format ?? 'yyyy"年"m"月"d"日"' } });
          else if (format) cells.set(key, { value, style: { numFmt: format } });
        });
      });
      const width = Math.max(0, ...sheet.rows.map((row) => row.length));
      return {
        name: sheet.name,
        hidden: sheet.hidden === true,
        columns: Array.from({ length: width }, (_, c) => ({
          width: sheet.widths?.[c] ?? 12,
          hidden: sheet.hiddenColumns?.includes(lettersOf(c)) === true,
        })),
        rows: sheet.rows.map((row) =>
          Array.from({ length: row.length }, (_, c): CellValue => {
            const value = row[c];
            return value === undefined || isFormula(value) ? null : value;
          }),
        ),
        cells,
        merges: (sheet.merges ?? []).map(rangeOf),
        rowDefs: new Map((sheet.hiddenRows ?? []).map((no) => [no - 1, { hidden: true }])),
      };
    }),
  });
}

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * As WPS writes it: texts inside the cells, no table of strings, no styles part that is worth the name, its own
 * docProps, and a namespace of its own on the worksheet.
 */
export async function wps(sheets: readonly SheetSpec[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
      .map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>',
  );
  zip.file(
    'docProps/app.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>',
  );
  zip.file(
    'docProps/custom.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property></Properties>',
  );
  zip.file(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView windowWidth="28000"/></bookViews><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
  );
  sheets.forEach((sheet, at) => {
    const rows = sheet.rows.map((row, r) => {
      const cells = row.map((value, c) => {
        const address = `${lettersOf(c)}${r + 1}`;
        if (value === undefined || value === null) return `<c r="${address}"/>`;
        if (isFormula(value))
          return typeof value.shows === 'number'
            ? `<c r="${address}"><f>${xml(value.formula)}</f><v>${value.shows}</v></c>`
            : `<c r="${address}" t="str"><f>${xml(value.formula)}</f><v>${xml(value.shows)}</v></c>`;
        if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
        return `<c r="${address}" t="inlineStr"><is><r><rPr><sz val="11"/></rPr><t xml:space="preserve">${xml(String(value))}</t></r></is></c>`;
      });
      const hidden = sheet.hiddenRows?.includes(r + 1) ? ' hidden="1"' : '';
      return `<row r="${r + 1}" spans="1:${row.length}"${hidden}>${cells.join('')}</row>`;
    });
    const merges = sheet.merges?.length
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
    zip.file(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`,
    );
  });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const csvField = (value: Value | undefined) => {
  const text = value === undefined || value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Text of a sheet as .csv, merged cells blank but for their corner. */
export function csvText({ rows }: SheetSpec): string {
  return `${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}
