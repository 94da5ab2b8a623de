import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/cards/report.ts';
import { writeReport } from '../../src/files/report-docx.ts';

const REPORT: Report = {
  title: '调度包',
  subtitle: '宜化高新区 11月27日(周五)',
  fileName: '调度包',
  color: 'red',
  lead: ['未销号 12 件：红 2、黄 3'],
  sections: [
    {
      title: '红灯',
      lines: [
        {
          text: '#12 磷石膏仓库<堆放>不下 & "满"\u0001',
          detail: '生态环境局(孙倩) · 逾期 5 个工作日 · 见 http://a.b/?c=d,e',
          color: 'red',
          issueId: 12,
        },
      ],
      total: 3,
      counted: '件',
      empty: '无。',
    },
    { title: '黄灯', lines: [], total: 0, counted: '件', empty: '无。' },
  ],
};

async function open(report: Report) {
  const zip = await JSZip.loadAsync(await writeReport(report));
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  const xml = await read('word/document.xml');
  const paragraphs = [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)].map(([, inner]) =>
    [...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
  return { read, xml, paragraphs };
}

describe('the Word file of a report', () => {
  test('says what the card says, in the marks of official documents', async () => {
    const { paragraphs } = await open(REPORT);
    expect(paragraphs).toEqual([
      '调度包',
      '宜化高新区 11月27日（周五）',
      '未销号 12 件：红 2、黄 3。',
      '一、红灯（3 件）',
      '1．磷石膏仓库&lt;堆放&gt;不下 &amp; &quot;满&quot;（#12）。生态环境局（孙倩）；逾期 5 个工作日；见 http://a.b/?c=d,e。',
      '其余 2 件从略，详见问题台账。',
      '二、黄灯',
      '无。',
    ]);
  });

  test('title 二号 in 方正小标宋, body 三号 in 仿宋, headings in 黑体', async () => {
    const { xml } = await open(REPORT);
    const runs = [...xml.matchAll(/<w:r>([\s\S]*?)<\/w:r>/g)].map(([, run]) => ({
      font: /w:eastAsia="([^"]+)"/.exec(run!)?.[1],
      size: /<w:sz w:val="(\d+)"/.exec(run!)?.[1],
      text: /<w:t[^>]*>([^<]*)/.exec(run!)?.[1],
    }));
    expect(runs[0]).toEqual({ font: '方正小标宋简体', size: '44', text: '调度包' });
    expect(runs.find((run) => run.text?.startsWith('一、'))).toMatchObject({ font: '黑体', size: '32' });
    expect(runs.at(-1)).toEqual({ font: '仿宋_GB2312', size: '32', text: '无。' });
  });

  test('A4 with margins of 37, 35, 28 and 26 mm, and the page number at the outer edge', async () => {
    const { xml, read } = await open(REPORT);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margin = /<w:pgMar ([^>]*)\/>/.exec(xml)![1]!;
    for (const part of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"']) {
      expect(margin).toContain(part);
    }
    const footers = [await read('word/footer1.xml'), await read('word/footer2.xml')];
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
      'left',
      'right',
    ]);
    for (const footer of footers) expect(footer).toContain('PAGE');
    expect(await read('word/settings.xml')).toContain('w:evenAndOddHeaders');
  });

  test('names what stands in where a font is missing', async () => {
    const { read } = await open(REPORT);
    const table = await read('word/fontTable.xml');
    expect(table).toMatch(/w:name="方正小标宋简体"><w:altName w:val="[^"]*华文中宋/);
    expect(table).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,/);
  });
});
