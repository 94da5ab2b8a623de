import { describe, expect, test } from 'vitest';
import { button, card, createGroup, createScripted } from './bot.ts';

const md = (content: string) => ({ tag: 'markdown', content });
const plain = (content: string) => ({ tag: 'plain_text', content });
const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' };
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements });
const column = (...elements: unknown[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: '1' }] };
const chart = (spec: object) => ({
  tag: 'chart',
  chart_spec: {
    type: 'bar',
    data: { id: 'p', values: [{ x: 1, y: 2 }] },
    xField: 'x',
    yField: 'y',
    ...spec,
  },
});
const TABLE_MD = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |';

/** What the platform says behind `ext=`, or '' when it takes the card. */
async function say(content: unknown, atAll: 'all_members' | 'only_owner' = 'all_members'): Promise<string> {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  s.sim.setChat(chat.chatId, { atAll });
  const answer = await s.call('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id', {
    receive_id: chat.chatId,
    msg_type: 'interactive',
    content: JSON.stringify(content).replaceAll('OU_WANG', wang.openId),
  });
  if (answer.json.code === 0) return '';
  expect([answer.status, answer.json.code]).toEqual([400, 230099]);
  return answer.json.msg.replace('Failed to create card content, ext=', '');
}

describe('a card with everything we use', () => {
  test('is taken', async () => {
    const full = {
      schema: '2.0',
      config: { update_multi: true, width_mode: 'fill', summary: { content: '问题 #12' } },
      header: {
        title: plain('问题 #12'),
        subtitle: plain('兴发'),
        template: 'red',
        text_tag_list: [{ tag: 'text_tag', text: plain('红'), color: 'red' }],
        icon: { tag: 'standard_icon', token: 'alarm_outlined', color: 'red' },
      },
      body: {
        direction: 'vertical',
        padding: '12px 8px',
        vertical_spacing: 'medium',
        elements: [
          md(`<at id=OU_WANG></at> <at ids=OU_WANG,all></at> <person id='ou_nobody'></person>\n${TABLE_MD}`),
          { tag: 'div', text: { ...plain('说明'), text_size: 'notation', text_color: 'grey', lines: 2 } },
          { tag: 'hr', margin: '4px 0 4px 0' },
          { tag: 'person', user_id: 'OU_WANG', show_name: true, style: 'capsule' },
          { tag: 'person_list', persons: [{ id: 'ou_nobody' }], drop_invalid_user_id: true },
          { ...table, page_size: 10, row_height: '40px', header_style: { bold: true, lines: 1 } },
          { tag: 'chart', chart_spec: { type: 'bar', data: { values: [] } }, aspect_ratio: '16:9' },
          {
            tag: 'column_set',
            flex_mode: 'flow',
            columns: [{ tag: 'column', width: 'weighted', weight: 2, elements: [button('签收', { a: 1 })] }],
          },
          {
            tag: 'collapsible_panel',
            expanded: false,
            header: { title: md('**历史**'), icon_expanded_angle: -180 },
            border: { color: 'grey', corner_radius: '5px' },
            elements: [md('x')],
          },
          {
            tag: 'interactive_container',
            behaviors: [{ type: 'callback', value: { id: 12 } }],
            elements: [md('#12')],
          },
          { tag: 'overflow', options: [{ text: plain('历史'), value: 'history' }] },
          { tag: 'checker', text: plain('完成'), behaviors: [{ type: 'callback', value: {} }] },
          form(
            {
              tag: 'input',
              name: 'what',
              required: true,
              max_length: 80,
              label: plain('事项'),
              width: 'fill',
            },
            {
              tag: 'select_static',
              name: 'unit',
              options: [{ text: plain('住建局'), value: '1' }],
              initial_index: 1,
            },
            { tag: 'select_person', name: 'who', placeholder: plain('请选择') },
            { tag: 'multi_select_person', name: 'more', options: [{ value: 'OU_WANG' }] },
            { tag: 'date_picker', name: 'day', initial_date: '2026-01-05' },
            { tag: 'picker_time', name: 'time', initial_time: '17:30' },
            { tag: 'picker_datetime', name: 'at', initial_datetime: '2026-01-05 17:30' },
            column(submit),
          ),
        ],
      },
    };
    expect(await say(full)).toBe('');
  });
});

describe('refused', () => {
  test.each([
    ['JSON 1.0', { elements: [] }, 200621],
    ['elements at the root', { ...card(), elements: [] }, 200621],
    ['an unknown property of the card', { ...card(), fallback: {} }, 200621],
    ['update_multi false', { ...card(), config: { update_multi: false } }, 200621],
    ['an unknown config', { ...card(), config: { wide_screen_mode: true } }, 200621],
    ['a header without title', { ...card(), header: { template: 'red' } }, 200621],
    ['an unknown header color', { ...card(), header: { title: plain('x'), template: 'pink' } }, 200621],
    ['a template id', { type: 'template', data: { template_id: 'x' } }, 200380],
    ['an unknown property of a component', card({ ...md('x'), href: {} }), 200621],
    ['a missing property', card({ tag: 'markdown' }), 200621],
    ['1.0 spelling of submit', card({ ...button('x', {}), action_type: 'form_submit' }), 200621],
    ['a callback value that is a string', card(button('x', 'y')), 200621],
    ['a button of 101 characters', card(button('字'.repeat(101), {})), 200621],
    ['a bad element_id', card({ ...md('x'), element_id: '1st' }), 200621],
    ['an element_id of 21 characters', card({ ...md('x'), element_id: 'a'.repeat(21) }), 200621],
    ['one element_id twice', card({ ...md('x'), element_id: 'a' }, { ...md('y'), element_id: 'a' }), 300301],
    ['a margin out of range', card({ ...md('x'), margin: '100px' }), 200621],
    ['a table in a column', card(column(table)), 200621],
    ['a form in a column', card(column(form(submit))), 200621],
    [
      'a chart in a form',
      card(form(submit, { tag: 'chart', chart_spec: { type: 'bar', data: [] } })),
      200621,
    ],
    ['a form in a form', card(form(submit, { ...form(submit), name: 'g' })), 200621],
    ['a form without submit', card(form({ tag: 'input', name: 'a' })), 200530],
    ['a field without name in a form', card(form({ tag: 'input' }, submit)), 200530],
    ['one name twice', card(form({ tag: 'input', name: 'go' }, submit)), 200530],
    ['a form without name', card({ tag: 'form', elements: [submit] }), 200621],
    ['required outside a form', card({ tag: 'input', name: 'a', required: true }), 200621],
    ['multi select outside a form', card({ tag: 'multi_select_person', name: 'a' }), 200621],
    ['a chart without data', card({ tag: 'chart', chart_spec: { type: 'bar' } }), 200550],
    ['a chart spec as text', card({ tag: 'chart', chart_spec: '{}' }), 200550],
    ['a chart of a type nobody draws', card(chart({ type: 'gantt' })), 200550],
    ['a chart whose data has no values', card(chart({ data: {} })), 200550],
    ['a chart whose field no row has', card(chart({ yField: 'z' })), 200550],
    [
      'a series of data there is not',
      card(chart({ type: 'common', series: [{ type: 'bar', dataId: 'q' }] })),
      200550,
    ],
    ['a chart of several series without them', card(chart({ type: 'common' })), 200550],
    ['a function in a chart', card(chart({ label: { formatMethod: '(v) => v' } })), 200550],
    ['a texture, which phones do not draw', card(chart({ bar: { style: { texture: 'circle' } } })), 200550],
    [
      'a conical gradient, which phones do not draw',
      card(chart({ bar: { style: { fill: { gradient: 'conical' } } } })),
      200550,
    ],
    [
      'a time format VChart breaks on',
      card(chart({ axes: [{ layers: [{ timeFormat: '%y-%m' }] }] })),
      200550,
    ],
    ['six charts', card(...Array.from({ length: 6 }, () => chart({}))), 11310],
    ['a row with an undeclared column', card({ ...table, rows: [{ b: '1' }] }), 200915],
    [
      'a number column with text',
      card({ ...table, columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: '1' }] }),
      200914,
    ],
    ['an unknown image', card({ tag: 'img', img_key: 'img_v3_x', alt: plain('') }), 200570],
    ['an image in markdown that is unknown', card(md('![x](img_v3_x)')), 200570],
    ['an at of nobody', card(md('<at id=ou_nobody></at>')), 100290],
    ['an at of nobody in quotes', card(md("<at id='ou_nobody'></at>")), 100290],
    ['an at without anybody', card(md('<at></at>')), 100290],
    [
      'an at of nobody in lark_md',
      card({ tag: 'div', text: { tag: 'lark_md', content: '<at id=ou_x></at>' } }),
      100290,
    ],
    ['a person nobody knows', card({ tag: 'person', user_id: 'ou_nobody' }), 100290],
    ['a list with a person nobody knows', card({ tag: 'person_list', persons: [{ id: 'ou_x' }] }), 100290],
    ['five tables in one text', card(md(Array(5).fill(TABLE_MD).join('\n\n'))), 11310],
    [
      'six tables in all, markdown counted',
      card(...Array(4).fill(table), md(`${TABLE_MD}\n\n${TABLE_MD}`)),
      11310,
    ],
  ])('%s', async (_what, content, code) => {
    expect(await say(content)).toMatch(new RegExp(`^ErrCode: ${code}; `));
  });

  test('a tag that 2.0 does not have, with the path to it', async () => {
    expect(await say(card(md('x'), { tag: 'note', elements: [] }))).toBe(
      'ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [1](tag: note); ErrMsg: cards of schema V2 no longer support this capability; ErrorValue: unsupported tag note; ',
    );
  });

  test('more than 200 elements, texts counted', async () => {
    const divs = (n: number) => Array.from({ length: n }, () => ({ tag: 'div', text: plain('x') }));
    // The header's title counts too.
    expect(await say(card(...divs(99)))).toBe('');
    expect(await say(card(...divs(100)))).toBe('ErrCode: 11310; ErrMsg: element exceeds the limit; ');
  });

  test('containers nested more than five deep', async () => {
    const nest = (n: number): unknown => (n === 0 ? md('x') : column(nest(n - 1)));
    expect(await say(card(nest(5)))).toBe('');
    expect(await say(card(nest(6)))).toContain('11310');
  });

  test('@所有人 where the group does not allow it', async () => {
    expect(await say(card(md('<at id=all></at>')), 'only_owner')).toContain('100290');
  });

  test('options with the same value, and an initial option that is none', async () => {
    const options = [
      { text: plain('甲'), value: '1' },
      { text: plain('乙'), value: '1' },
    ];
    expect(await say(card({ tag: 'select_static', options }))).toContain('duplicate option value 1');
    expect(await say(card({ tag: 'select_static', options: [options[0]], initial_option: '9' }))).toContain(
      'initial option 9',
    );
  });
});

describe('what looks like a tag but is not', () => {
  test.each([
    ['escaped with entities', '&lt;at id=all&gt;&lt;/at&gt;'],
    ['in a code span', '`<at id=ou_nobody></at>`'],
    ['in a code block', '```\n<at id=ou_nobody></at>\n```'],
  ])('an at tag %s names nobody', async (_how, content) => {
    expect(await say(card(md(content)), 'only_owner')).toBe('');
  });

  test('plain text is never read as markdown', async () => {
    expect(await say(card({ tag: 'div', text: plain('<at id=ou_nobody></at>') }))).toBe('');
  });

  test('a table in a code block does not count', async () => {
    expect(await say(card(md(Array(6).fill(`\`\`\`\n${TABLE_MD}\n\`\`\``).join('\n'))))).toBe('');
  });
});
