import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/sim/page/markdown/blocks.ts';
import { parseInline } from '../../../src/sim/page/markdown/inline.ts';
import { safeHref } from '../../../src/sim/page/markdown/links.ts';
import type { Inline } from '../../../src/sim/page/markdown/tokens.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });

/** Escapes as the cards room does: every character with a meaning becomes a decimal entity. */
const escaped = (value: string) => value.replace(/[^\p{L}\p{N} ]/gu, (c) => `&#${c.codePointAt(0)};`);

describe('escaped user text', () => {
  test.each([
    '<at id=all></at>',
    '**粗** _斜_ ~~删~~ `码`',
    '# 标题',
    '- 列表',
    '1. 序号',
    '> 引用',
    '---',
    '| a | b |',
    '[点我](https://example.com)',
    '![图](img_key)',
    '<font color=red>红</font>',
    '<script>alert(1)</script>',
    ':OK:',
    'https://example.com',
    '&lt;at id=all&gt;',
    '\\*',
    '```',
  ])('%s shows as the characters that were typed', (typed) => {
    expect(parseMarkdown(escaped(typed))).toEqual([{ type: 'paragraph', children: [text(typed)] }]);
  });

  test('an entity inside bold stays text and does not end the bold', () => {
    expect(parseInline('**a&#42;&#42;b**')).toEqual([{ type: 'strong', children: [text('a**b')] }]);
  });

  test('named, decimal, hexadecimal and unknown entities read as CommonMark says', () => {
    expect(parseInline('&lt;&#62;&#x41;&nbsp;&nosuch;&#0;')).toEqual([text('<>A\u00a0&nosuch;\ufffd')]);
  });
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'x',
  ])('%s is never a link target', (target) => {
    expect(safeHref(target)).toBeUndefined();
    expect(JSON.stringify(parseInline(`[字](${target})`))).not.toContain('href');
    expect(
      JSON.stringify(parseInline(`<a href='${target}'>字</a><link url='${target}'>字</link>`)),
    ).not.toContain('href');
  });

  test('a target hidden behind entities is decoded before it is judged', () => {
    expect(JSON.stringify(parseInline('[字](java&#115;cript&#58;alert)'))).not.toContain('href');
  });

  test('http, https, mail and phone targets are links, bare addresses too', () => {
    expect(parseInline('[甲](https://a.cn/x?y=(1))')).toEqual([
      { type: 'link', href: 'https://a.cn/x?y=(1)', children: [text('甲')] },
    ]);
    expect(parseInline('[电话](tel://13800000000)')[0]).toMatchObject({
      type: 'link',
      href: 'tel://13800000000',
    });
    expect(parseInline('见 https://a.cn/b，谢谢')).toEqual([
      text('见 '),
      { type: 'link', href: 'https://a.cn/b', children: [text('https://a.cn/b')] },
      text('，谢谢'),
    ]);
  });

  test('an address as a label makes one link, not two', () => {
    expect(parseInline('[https://a.cn](https://b.cn)')).toEqual([
      { type: 'link', href: 'https://b.cn', children: [text('https://a.cn')] },
    ]);
  });
});

describe('emphasis', () => {
  test('bold, italic, strike-through, code and their nesting', () => {
    expect(parseInline('**粗*斜*** ~~删~~ `a*b`')).toEqual([
      { type: 'strong', children: [text('粗'), { type: 'em', children: [text('斜')] }] },
      text(' '),
      { type: 'del', children: [text('删')] },
      text(' '),
      { type: 'code', text: 'a*b' },
    ]);
    expect(parseInline('***都有***')).toEqual([
      { type: 'em', children: [{ type: 'strong', children: [text('都有')] }] },
    ]);
    expect(parseInline('__粗__')).toEqual([{ type: 'strong', children: [text('粗')] }]);
  });

  test('bold closed after punctuation and before a letter does not show, as on the platform', () => {
    expect(parseInline('**（一）**正文')).toEqual([text('**（一）**正文')]);
    expect(parseInline('**（一）** 正文')[0]).toEqual({ type: 'strong', children: [text('（一）')] });
  });

  test('single tildes, lone stars and underscores within words are text', () => {
    expect(parseInline('3~5 天, 2 * 3, a_b_c')).toEqual([text('3~5 天, 2 * 3, a_b_c')]);
  });
});

describe('tags of the dialect', () => {
  test('mentions: one, several, everybody, by e-mail', () => {
    expect(
      parseInline('<at id=ou_1></at><at ids="ou_1, ou_2"></at><at id=all></at><at email=a@b.cn></at>'),
    ).toEqual([
      { type: 'at', all: false, ids: ['ou_1'], email: undefined },
      { type: 'at', all: false, ids: ['ou_1', 'ou_2'], email: undefined },
      { type: 'at', all: true, ids: [], email: undefined },
      { type: 'at', all: false, ids: [], email: 'a@b.cn' },
    ]);
  });

  test('coloured text nests', () => {
    expect(parseInline('<font color=red>红<font color="green">绿</font>又红</font>')).toEqual([
      {
        type: 'font',
        color: 'red',
        children: [text('红'), { type: 'font', color: 'green', children: [text('绿')] }, text('又红')],
      },
    ]);
  });

  test('person, tag, number, link, time and raw', () => {
    expect(
      parseInline("<person id = 'ou_1' show_name = true show_avatar = false style = 'capsule'></person>"),
    ).toEqual([{ type: 'person', id: 'ou_1', showName: true, showAvatar: false, capsule: true }]);
    expect(parseInline("<text_tag color='red'>逾期</text_tag>")).toEqual([
      { type: 'tag', color: 'red', children: [text('逾期')] },
    ]);
    expect(parseInline("<number_tag background_color='grey' url='https://a.cn'>12</number_tag>")).toEqual([
      { type: 'number', text: '12', background: 'grey', color: undefined, href: 'https://a.cn' },
    ]);
    expect(parseInline("<link icon='chat_outlined' url='https://a.cn' pc_url=''>战略会</link>")).toEqual([
      { type: 'link', href: 'https://a.cn', icon: 'chat_outlined', children: [text('战略会')] },
    ]);
    expect(
      parseInline("<local_datetime millisecond='1795000000000' format_type='date'></local_datetime>"),
    ).toEqual([{ type: 'datetime', millisecond: 1795000000000, format: 'date', href: undefined }]);
    expect(parseInline('<raw>**不粗**</raw>')).toEqual([text('**不粗**')]);
  });

  test('unknown, unclosed and malformed tags are text', () => {
    for (const source of [
      '<b>x</b>',
      '<at id=ou_1>',
      '<font color=red>x',
      '<img src=x onerror=alert(1)>',
      'a < b',
    ]) {
      expect(parseInline(source)).toEqual([text(source)]);
    }
  });

  test('a long run of openers is read in bounded time and depth', () => {
    const nested = '<font color=red>'.repeat(300) + '</font>'.repeat(300);
    expect(parseInline(nested).length).toBe(1);
    expect(parseMarkdown('>'.repeat(500)).length).toBe(1);
    expect(parseInline(`${'**a '.repeat(2000)}`).length).toBeGreaterThan(0);
  });
});

describe('blocks', () => {
  test('a single line feed breaks the line, an empty line begins a paragraph', () => {
    expect(parseMarkdown('一\n二<br>三\n\n四')).toEqual([
      { type: 'paragraph', children: [text('一'), { type: 'br' }, text('二'), { type: 'br' }, text('三')] },
      { type: 'paragraph', children: [text('四')] },
    ]);
  });

  test('headings, rules and fenced code', () => {
    expect(parseMarkdown('## 标题\n---\n<hr>\n```JSON\n{"a": "**"}\n```')).toEqual([
      { type: 'heading', level: 2, children: [text('标题')] },
      { type: 'hr' },
      { type: 'hr' },
      { type: 'code', lang: 'JSON', text: '{"a": "**"}' },
    ]);
  });

  test('four spaces nest a list', () => {
    expect(parseMarkdown('- 一\n    - 一之一\n- 二')).toEqual([
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          [
            { type: 'paragraph', children: [text('一')] },
            {
              type: 'list',
              ordered: false,
              start: 1,
              items: [[{ type: 'paragraph', children: [text('一之一')] }]],
            },
          ],
          [{ type: 'paragraph', children: [text('二')] }],
        ],
      },
    ]);
  });

  test('an ordered list keeps its first number; a date at the start of a line is no list', () => {
    expect(parseMarkdown('3. 三\n4. 四')[0]).toMatchObject({ type: 'list', ordered: true, start: 3 });
    expect(parseMarkdown('说明\n2026. 年底')).toEqual([
      { type: 'paragraph', children: [text('说明'), { type: 'br' }, text('2026. 年底')] },
    ]);
  });

  test('a quotation holds its following line', () => {
    expect(parseMarkdown('> 引用\n还在引用\n\n外面')).toEqual([
      {
        type: 'quote',
        children: [{ type: 'paragraph', children: [text('引用'), { type: 'br' }, text('还在引用')] }],
      },
      { type: 'paragraph', children: [text('外面')] },
    ]);
  });

  test('a table keeps alignment, escaped bars and empty cells', () => {
    expect(parseMarkdown('| 甲 | 乙 |\n| :-- | --: |\n| a\\|b | |\n| c | **d** | 多 |')).toEqual([
      {
        type: 'table',
        align: ['left', 'right'],
        header: [[text('甲')], [text('乙')]],
        rows: [
          [[text('a|b')], []],
          [[text('c')], [{ type: 'strong', children: [text('d')] }]],
        ],
      },
    ]);
  });
});
