/** What must never come out of a message's text: a target that runs, a mention, an element nobody meant. */
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/sim/page/markdown/blocks.ts';
import { parseInline } from '../../../src/sim/page/markdown/inline.ts';
import type { Block, Inline } from '../../../src/sim/page/markdown/tokens.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const label = (value: string): Inline => ({ type: 'font', color: 'default', children: [text(value)] });

/** Every target anywhere in what was parsed. */
const targets = (source: string) =>
  [...JSON.stringify(parseMarkdown(source)).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href);

describe('targets', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#x3a;alert(1)',
    'java&#9;script:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'javascript\\:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/png;base64,AAAA',
    'blob:x',
    'file:///etc/passwd',
    'ftp://a.cn/x',
    'lark://open',
    '//a.cn/x',
    '/sim/api/state',
    '#top',
    '?a=1',
    'x',
    '',
  ])('%j is refused wherever a target may stand', (target) => {
    for (const source of [
      `[字](${target})`,
      `[字](<${target}>)`,
      `[字](${target} "题")`,
      `<a href="${target}">字</a>`,
      `<a href='${target}'></a>`,
      `<link url="${target}" pc_url="${target}">字</link>`,
      `<number_tag url="${target}">3</number_tag>`,
      `<local_datetime millisecond="1" link="${target}"></local_datetime>`,
      `<${target}>`,
      `> - **[字](${target})**`,
      `| 甲 |\n| -- |\n| [字](${target}) |`,
    ])
      expect(targets(source)).toEqual([]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///x', '/sim/api/state', 'x'])(
    'of a refused target (%s) the label is left',
    (target) => {
      expect(parseInline(`见[字](${target})。`)).toEqual([text('见'), label('字'), text('。')]);
      expect(parseInline(`<a href="${target}">字</a>`)).toEqual([label('字')]);
    },
  );

  test('a protocol in angle brackets is a link for http and https alone', () => {
    expect(parseInline('<https://a.cn/x>')).toEqual([
      { type: 'link', href: 'https://a.cn/x', children: [text('https://a.cn/x')] },
    ]);
    for (const source of ['<ftp://a.cn>', '<mailto:a@b.cn>', '<a@b.cn>', '<tel:110>', '<javascript:x>'])
      expect(parseInline(source)).toEqual([text(source)]);
  });

  test('mail and phone are links when written as such; a bare address or name of a site is text', () => {
    expect(targets('[信](mailto:a@b.cn) [电](tel:110)')).toEqual(['mailto:a@b.cn', 'tel:110']);
    for (const source of ['a@b.cn', 'www.a.cn', 'a.cn', 'ftp://a.cn', 'mailto:a@b.cn', '//a.cn'])
      expect(parseInline(source)).toEqual([text(source)]);
  });

  test('a bare address ends before what ends the sentence, and is taken as it is written', () => {
    for (const [source, href] of [
      ['见https://a.cn/b。', 'https://a.cn/b'],
      ['（https://a.cn/b）', 'https://a.cn/b'],
      ['https://a.cn/b, 谢谢', 'https://a.cn/b'],
      ['"https://a.cn/b"', 'https://a.cn/b'],
      ['**https://a.cn/b**', 'https://a.cn/b'],
      ['https://a.cn/a_b_c?d=1#e', 'https://a.cn/a_b_c?d=1#e'],
      ['http://a.cn', 'http://a.cn'],
    ] as const)
      expect(targets(source)).toEqual([href]);
    for (const source of ['https://', 'https://.', 'http:/a.cn', 'HTTP：//a.cn'])
      expect(parseInline(source)).toEqual([text(source)]);
  });

  test('no definition elsewhere in the text gives a label its target', () => {
    const source = '[字][一]\n\n[一]: https://a.cn';
    expect(JSON.stringify(parseMarkdown(source))).toContain('[字][一]');
    expect(JSON.stringify(parseMarkdown(source))).toContain('[一]: ');
    expect(targets(source)).toEqual(['https://a.cn']);
    expect(targets('[字]\n\n[字]: javascript:alert(1)')).toEqual([]);
  });

  test('a link holds no second link', () => {
    expect(parseInline('[<a href="https://a.cn">甲</a>](https://b.cn)')).toEqual([
      { type: 'link', href: 'https://b.cn', children: [text('甲')] },
    ]);
    for (const source of [
      '[见 https://a.cn 和 <https://a.cn>](https://b.cn)',
      '<a href="https://b.cn">见 https://a.cn</a>',
      '<a href="https://b.cn">[甲](https://a.cn)</a>',
      '<a href="https://b.cn"><link url="https://a.cn">甲</link></a>',
      '[**<number_tag url="https://a.cn">3</number_tag>**](https://b.cn)',
    ])
      expect(targets(source)).toEqual(['https://b.cn']);
  });

  test('a picture is a key, never an address', () => {
    expect(parseInline('![图 &lt;](img_v2_1)')).toEqual([{ type: 'image', key: 'img_v2_1', alt: '图 <' }]);
    expect(targets('![图](https://a.cn/x.png)')).toEqual([]);
  });
});

describe('mentions', () => {
  test.each([
    '&lt;at id=all&gt;&lt;/at&gt;',
    '&#60;at id=all&#62;&#60;/at&#62;',
    '\\<at id=all></at>',
    '<at id=all>',
    '<at id=all',
    '< at id=all></at>',
    '<at\u00a0id=all></ at>',
    '＜at id=all＞＜/at＞',
    '`<at id=all></at>`',
    '```\n<at id=all></at>\n```',
    '    <at id=all></at>',
    '<raw><at id=all></at></raw>',
    '[<at id=all>](x)',
    '@_all @所有人',
  ])('%j mentions nobody', (source) => {
    expect(JSON.stringify(parseMarkdown(source))).not.toContain('"type":"at"');
  });

  test('within bold, colour, a quotation, a list and a table a tag is a tag', () => {
    for (const source of [
      '**<at id=all></at>**',
      '<font color=red><at id=all></at></font>',
      '> <at id=all></at>',
      '- <at id=all></at>',
      '| <at id=all></at> |\n| -- |',
      '# <at id=all></at>',
    ])
      expect(JSON.stringify(parseMarkdown(source))).toContain('"type":"at","all":true');
  });

  test('what stands in a mention is not shown; the name of a tag is read in any case', () => {
    expect(parseInline('<AT id=all>**所有人**</AT>')).toEqual([
      { type: 'at', all: true, ids: [], email: undefined },
    ]);
  });
});

describe('HTML is text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<div onclick="alert(1)">字</div>',
    '<b>粗</b>',
    '<style>* { color: red }</style>',
    '<!-- 注释 -->',
    '<!DOCTYPE html>',
    '<?php echo 1 ?>',
    '<![CDATA[x]]>',
    '</font>',
    '</at>',
    '<fontx color=red>字</fontx>',
    '<font color=red>字',
    '<font color=red>字</fon>',
    '<font color="red>字</font>',
    '<text_tag>字',
    'a < b > c',
    '<',
  ])('%s', (source) => {
    const shown = JSON.stringify(parseMarkdown(source));
    expect(shown).not.toMatch(/"type":"(?!text|paragraph|em)/);
    expect(parseMarkdown(source)).toEqual([paragraph(text(source))]);
  });

  test('an attribute of no meaning is dropped with its tag, and no value becomes a style', () => {
    expect(parseInline('<font color="red;background:url(x)" onclick="alert(1)" style="x">字</font>')).toEqual(
      [{ type: 'font', color: 'red;background:url(x)', children: [text('字')] }],
    );
  });

  test('a block of HTML does not swallow the lines after it', () => {
    expect(parseMarkdown('<div>\n**粗**\n</div>')).toEqual([
      paragraph(
        text('<div>'),
        { type: 'br' },
        { type: 'strong', children: [text('粗')] },
        { type: 'br' },
        text('</div>'),
      ),
    ]);
  });

  test('however deep the marks go, the text stays and the depth is bounded', () => {
    const source = `${'*a '.repeat(3000)}${'b* '.repeat(3000)}`;
    const shown = JSON.stringify(parseInline(source));
    expect(shown.match(/a /g)).toHaveLength(3000);
    expect(shown.match(/"children"/g)?.length).toBeLessThan(3000);
  });

  test('tags close in their order; one that closes across another stays text', () => {
    expect(parseInline('<font color=red>**粗</font>**')).toEqual([
      { type: 'font', color: 'red', children: [text('**粗')] },
      text('**'),
    ]);
    expect(parseInline('**<font color=red>粗**</font>')).toEqual([
      text('**'),
      { type: 'font', color: 'red', children: [text('粗**')] },
    ]);
  });
});

describe('what is no mark', () => {
  test.each([
    '#标题',
    '####### 七级',
    '-一',
    '1.一',
    '1234567890. 十位',
    '* ',
    '~~删~',
    '~删~',
    '==亮==',
    '^上^',
    'H~2~O',
    '[^1]',
    '[ ] 待办',
    '**',
    '** 粗 **',
    '粗**（一）**正文',
    '**😀**后',
    '`码',
    ':nosuch:',
    '$x^2$',
    '"引" -- ... (c)',
    '|甲|乙|',
    '|甲|乙|\n|--|',
  ])('%j', (source) => {
    expect(JSON.stringify(parseMarkdown(source))).not.toMatch(
      /"type":"(strong|em|del|code|heading|table|quote|link)"/,
    );
  });

  test('a line under a line is a rule, no heading', () => {
    expect(parseMarkdown('标题\n---\n正文')).toEqual([
      paragraph(text('标题')),
      { type: 'hr' },
      paragraph(text('正文')),
    ]);
    expect(parseMarkdown('标题\n===')).toEqual([paragraph(text('标题'), { type: 'br' }, text('==='))]);
  });

  test('quotation marks, dashes and dots stay as they were typed', () => {
    expect(parseInline('"引" -- ... (c) +-')).toEqual([text('"引" -- ... (c) +-')]);
  });
});

describe('what is a mark', () => {
  test('bold, italic, struck', () => {
    expect(parseInline('**粗**体 *斜*体 _斜_ __粗__ ~~删~~')).toEqual([
      { type: 'strong', children: [text('粗')] },
      text('体 '),
      { type: 'em', children: [text('斜')] },
      text('体 '),
      { type: 'em', children: [text('斜')] },
      text(' '),
      { type: 'strong', children: [text('粗')] },
      text(' '),
      { type: 'del', children: [text('删')] },
    ]);
    expect(parseInline('**<font color=red>红</font>**')).toEqual([
      { type: 'strong', children: [{ type: 'font', color: 'red', children: [text('红')] }] },
    ]);
    expect(parseInline('<text_tag color=red>**粗**</text_tag>')).toEqual([
      { type: 'tag', color: 'red', children: [{ type: 'strong', children: [text('粗')] }] },
    ]);
  });

  test('code, with back-quotes within', () => {
    expect(parseInline('`a` ``b`c`` ` d `')).toEqual([
      { type: 'code', text: 'a' },
      text(' '),
      { type: 'code', text: 'b`c' },
      text(' '),
      { type: 'code', text: 'd' },
    ]);
    expect(parseInline('`&lt;` `\\*`')).toEqual([
      { type: 'code', text: '&lt;' },
      text(' '),
      { type: 'code', text: '\\*' },
    ]);
  });

  test('headings of six levels, with closing signs', () => {
    expect(parseMarkdown('# 一\n###### 六 ##')).toEqual([
      { type: 'heading', level: 1, children: [text('一')] },
      { type: 'heading', level: 6, children: [text('六')] },
    ]);
  });

  test('every spelling of a rule and of a line break', () => {
    for (const source of ['---', '***', '___', '- - -', '<hr>', '<hr/>', '<HR />'])
      expect(parseMarkdown(`一\n${source}\n二`)).toEqual([
        paragraph(text('一')),
        { type: 'hr' },
        paragraph(text('二')),
      ]);
    for (const source of ['\n', '<br>', '<br/>', '<BR />', '  \n', '\\\n', '\r\n'])
      expect(parseMarkdown(`一${source}二`)).toEqual([paragraph(text('一'), { type: 'br' }, text('二'))]);
    expect(parseInline('一\n\n二')).toEqual([text('一'), { type: 'br' }, { type: 'br' }, text('二')]);
    expect(parseInline('一<br>')).toEqual([text('一')]);
  });

  test('code with three signs or four spaces is as typed, closed or not', () => {
    const code = (body: string, lang = ''): Block => ({ type: 'code', lang, text: body });
    expect(parseMarkdown('~~~sql\n- <at id=all></at>\n\n  b\n~~~\n后')).toEqual([
      code('- <at id=all></at>\n\n  b', 'sql'),
      paragraph(text('后')),
    ]);
    expect(parseMarkdown('```\n**a**')).toEqual([code('**a**')]);
    expect(parseMarkdown('    **a**\n\n      b\n\n后')).toEqual([
      code('**a**\n\n  b'),
      paragraph(text('后')),
    ]);
  });

  test('lists by sign and number; a blank line does not end one', () => {
    const list = (items: string[], ordered = false, start = 1): Block => ({
      type: 'list',
      ordered,
      start,
      items: items.map((item) => [paragraph(text(item))]),
    });
    expect(parseMarkdown('- 一\n\n- 二')).toEqual([list(['一', '二'])]);
    expect(parseMarkdown('* 一\n+ 二')).toEqual([list(['一']), list(['二'])]);
    expect(parseMarkdown('1) 一\n2) 二')).toEqual([list(['一', '二'], true)]);
    expect(parseMarkdown('说\n- 一\n1. 甲')).toEqual([
      paragraph(text('说')),
      list(['一']),
      list(['甲'], true),
    ]);
  });

  test('a table ends at the first line without a bar', () => {
    const cells = (...values: string[]) => values.map((value) => [text(value)]);
    expect(parseMarkdown('说\n甲 | 乙\n:-: | --\n1 | 2\n后')).toEqual([
      paragraph(text('说')),
      { type: 'table', align: ['center', undefined], header: cells('甲', '乙'), rows: [cells('1', '2')] },
      paragraph(text('后')),
    ]);
  });

  test('signs of feeling by name', () => {
    expect(parseInline('好:OK::DONE:')).toEqual([text('好👌✅')]);
  });

  test('numbered entities, and those by name which the platform knows', () => {
    expect(parseInline('&amp;&quot;&apos;&ensp;&yen;&hearts;&#x1F600;&#xD800;&#9999999;&amp')).toEqual([
      text('&"\'\u2002¥&hearts;😀\ufffd\ufffd&amp'),
    ]);
  });

  test('a backslash takes the meaning from signs only', () => {
    expect(parseInline('\\*a\\* \\中 \\\\ \\[字](x)')).toEqual([text('*a* \\中 \\ [字](x)')]);
  });
});
