/** A report as a Word file in official layout. Its words are those of the card (cards/report.ts). */
import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Report, ReportLine, ReportSection } from '../cards/report.ts';
import { moreInListText } from '../cards/words-reports.ts';
import { FONT, fontTable, INDENT, LINE, MARGIN, PAPER, SIZE } from './official.ts';

const SPACING = { line: LINE, lineRule: LineRuleType.EXACT } as const;
const NUMERALS = [...'一二三四五六七八九十', '十一', '十二', '十三', '十四', '十五'];

function run(text: string, font: string, size: number = SIZE.body, bold = false): TextRun {
  return new TextRun({ text: official(clean(text)), font, size, bold });
}

/** XML 1.0 knows no control characters; one in somebody's text must not spoil the file. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function centred(child: TextRun, after = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 640, lineRule: LineRuleType.AT_LEAST, after },
    children: [child],
  });
}

function body(children: TextRun[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: SPACING,
    indent: { firstLine: INDENT },
    children,
  });
}

const MARKS: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};
const CJK = '[\\u2e80-\\u9fff\\uff00-\\uffef、。“”]';
const BESIDE_CHINESE = new RegExp(`(?<=${CJK})[,;:()?!]|[,;:()?!](?=${CJK})`, 'g');

/** Marks beside Chinese characters in full width, as official documents have them. */
function official(text: string): string {
  return text.replaceAll(BESIDE_CHINESE, (mark) => MARKS[mark] ?? mark);
}

function ended(text: string): string {
  return /[。!?;:！？；：]$/.test(text) ? text : `${text}。`;
}

/** The number of an issue stands after its words: 门口积水（#12）. */
function numberLast(text: string): string {
  return text.replace(/^(\D*?)#(\d+) (.*)$/s, '$1$3（#$2）');
}

function lineParagraph(line: ReportLine, index: number): Paragraph {
  const head = `${index + 1}．${numberLast(line.text)}`;
  if (line.detail === undefined) return body([run(ended(head), FONT.body)]);
  return body([
    run(`${head}。`, FONT.body, SIZE.body, true),
    run(ended(line.detail.replaceAll(' · ', '；')), FONT.body),
  ]);
}

function sectionParagraphs(section: ReportSection, index: number): Paragraph[] {
  const total = section.counted && section.total > 0 ? `(${section.total} ${section.counted})` : '';
  const heading = new Paragraph({
    spacing: SPACING,
    indent: { firstLine: INDENT },
    keepNext: true,
    children: [run(`${NUMERALS[index] ?? index + 1}、${section.title}${total}`, FONT.heading)],
  });
  const left = section.total - section.lines.length;
  return [
    heading,
    ...(section.lines.length === 0 ? [body([run(section.empty, FONT.body)])] : []),
    ...section.lines.map(lineParagraph),
    ...(left > 0 ? [body([run(moreInListText(left, section.counted ?? '项'), FONT.body)])] : []),
  ];
}

/** — 1 — at the outer edge, one character in. */
function pageNumber(side: 'left' | 'right'): Footer {
  const outer = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [
      new Paragraph({
        alignment: outer,
        indent: { [side]: SIZE.page * 10 },
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONT.page, size: SIZE.page }),
        ],
      }),
    ],
  });
}

/** The whole file; the same report gives the same text. */
export async function writeReport(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: report.title,
    creator: '专班秘书',
    styles: {
      default: { document: { run: { font: FONT.body, size: SIZE.body, language: { eastAsia: 'zh-CN' } } } },
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: PAPER,
            margin: { ...MARGIN, footer: MARGIN.bottom - 397 },
          },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [
          centred(run(report.title, FONT.title, SIZE.title)),
          centred(run(report.subtitle, FONT.subheading), 280),
          ...report.lead.map((text) => body([run(ended(text), FONT.body)])),
          ...report.sections.flatMap(sectionParagraphs),
          ...(report.note ? [body([run(ended(report.note), FONT.subheading)])] : []),
        ],
      },
    ],
  });
  const made = await Packer.toArrayBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
  return new Uint8Array(made);
}
