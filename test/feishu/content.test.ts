import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/feishu/content.ts';

const read = (type: string, content: unknown) => readContent(type, JSON.stringify(content));

describe('text', () => {
  test('of a text message is its text, links as they come', () => {
    expect(read('text', { text: '@_user_1 见 [清单](https://a.cn)' })).toEqual({
      rawText: '@_user_1 见 [清单](https://a.cn)',
      attachments: [],
    });
  });

  test('of a post is its title and paragraphs, with links, mentions and code', () => {
    const content = [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '专班秘书' },
        { tag: 'text', text: ' 见 ', style: ['bold'] },
        { tag: 'a', text: '清单', href: 'https://a.cn' },
      ],
      [
        { tag: 'a', text: 'https://b.cn', href: 'https://b.cn' },
        { tag: 'emotion', emoji_type: 'OK' },
      ],
      [{ tag: 'hr' }],
      [{ tag: 'code_block', language: 'GO', text: 'x := 1' }],
      [
        { tag: 'at', user_id: '@_all', user_name: '所有人' },
        { tag: 'at', user_id: 'ou_9', user_name: '张三' },
      ],
    ];
    const { rawText } = read('post', { title: '停电', content });
    expect(rawText).toBe('停电\n@_user_1 见 [清单](https://a.cn)\nhttps://b.cn[OK]\n\nx := 1\n@_all@张三');
  });

  test('of a post still wrapped in a language is read as well', () => {
    expect(read('post', { zh_cn: { title: '', content: [[{ tag: 'text', text: '好' }]] } }).rawText).toBe(
      '\n好',
    );
  });

  test('is empty for cards, forwards, shares and stickers: nobody typed it here', () => {
    expect(
      read('interactive', { title: '办结 #12', elements: [[{ tag: 'text', text: '办结 #12' }]] }).rawText,
    ).toBe('');
    expect(readContent('merge_forward', 'Merged and Forwarded Message').rawText).toBe('');
    expect(read('share_chat', { chat_id: 'oc_1' }).rawText).toBe('');
    expect(read('sticker', { file_key: 'f' })).toEqual({ rawText: '', attachments: [] });
  });
});

describe('attachments', () => {
  const cases: [string, unknown, unknown][] = [
    ['image', { image_key: 'img_1' }, { kind: 'image', key: 'img_1' }],
    ['file', { file_key: 'f_1', file_name: '函.pdf' }, { kind: 'file', key: 'f_1', name: '函.pdf' }],
    ['audio', { file_key: 'f_2', duration: 2000 }, { kind: 'audio', key: 'f_2' }],
    [
      'media',
      { file_key: 'f_3', image_key: 'i', file_name: '现场.mp4' },
      { kind: 'video', key: 'f_3', name: '现场.mp4' },
    ],
  ];
  for (const [type, content, attachment] of cases) {
    test(`of ${type}`, () => {
      expect(read(type, content)).toEqual({ rawText: '', attachments: [attachment] });
    });
  }

  test('inside a post come out in order', () => {
    const content = [
      [{ tag: 'img', image_key: 'i1' }],
      [{ tag: 'media', file_key: 'v1', image_key: 'p' }, { tag: 'img' }],
    ];
    expect(read('post', { title: '', content }).attachments).toEqual([
      { kind: 'image', key: 'i1' },
      { kind: 'video', key: 'v1' },
    ]);
  });
});

describe('malformed content is empty', () => {
  for (const content of [
    undefined,
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"text":5}',
    '{"content":[5,[null,{"tag":9}]]}',
  ]) {
    for (const type of ['text', 'post', 'image', 'file']) {
      test(`${type} ${content}`, () => {
        const { rawText, attachments } = readContent(type, content);
        expect([rawText.trim(), attachments]).toEqual(['', []]);
      });
    }
  }
});
