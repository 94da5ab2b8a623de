/** Cards that together show every component the page draws; also the gallery of the browser test. */

export interface GalleryPeople {
  secretary: string;
  unit: string;
  enterprise: string;
  leader: string;
  imageKey: string;
}

const plain = (content: string) => ({ tag: 'plain_text', content });
const markdown = (content: string, more: object = {}) => ({ tag: 'markdown', content, ...more });
const button = (label: string, act: string, more: object = {}) => ({
  tag: 'button',
  text: plain(label),
  behaviors: [{ type: 'callback', value: { act } }],
  ...more,
});
const column = (elements: object[], more: object = {}) => ({
  tag: 'column',
  width: 'weighted',
  weight: 1,
  elements,
  ...more,
});
const card = (header: object | undefined, elements: object[], config: object = {}) => ({
  schema: '2.0',
  config: { update_multi: true, ...config },
  ...(header ? { header } : {}),
  body: { elements },
});

/** A problem as the bot would show it: the sort of card people see most. */
export function issueCard(people: GalleryPeople, state = '待签收', template = 'blue') {
  return card(
    {
      template,
      title: plain('#12 磷石膏仓库堆放不下'),
      subtitle: plain('兴发项目 · 企业反映'),
      text_tag_list: [
        { tag: 'text_tag', text: plain(state), color: template === 'grey' ? 'neutral' : template },
        { tag: 'text_tag', text: plain('绿色通道'), color: 'green' },
      ],
    },
    [
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        columns: [
          column([markdown('<font color=grey>责任单位</font>\n**生态环境局**')]),
          column([markdown('<font color=grey>完成时限</font>\n**11月26日 周四**(3 个工作日)')]),
          column([
            markdown(
              `<font color=grey>登记人</font>\n<person id = '${people.secretary}' show_name = true show_avatar = true></person>`,
            ),
          ]),
          column([
            markdown("<font color=grey>响应</font>\n<text_tag color='yellow'>黄</text_tag> 逾期 1 个工作日"),
          ]),
        ],
      },
      markdown(`<at id=${people.unit}></at> 请签收或说明理由退回。`),
      { tag: 'hr' },
      {
        tag: 'column_set',
        flex_mode: 'flow',
        columns: [
          column([button('签收', 'sign', { type: 'primary_filled' })], { width: 'auto' }),
          column(
            [
              button('退回', 'back', {
                confirm: { title: plain('退回 #12'), text: plain('退回后由综合办重新转办,确定吗?') },
              }),
            ],
            { width: 'auto' },
          ),
          column([button('转办', 'route')], { width: 'auto' }),
          column([button('催办', 'urge', { disabled: true, disabled_tips: plain('今天已催过一次') })], {
            width: 'auto',
          }),
        ],
      },
    ],
    { summary: { content: '#12 磷石膏仓库堆放不下 · 待签收' } },
  );
}

export function markdownCard(people: GalleryPeople) {
  return card(
    { template: 'wathet', title: plain('Markdown'), icon: { tag: 'standard_icon', token: 'info_outlined' } },
    [
      markdown(
        [
          '## 二级标题',
          `<at id=${people.unit}></at> <at id=all></at> **粗** *斜* ~~删~~ \`代码\` :DONE:`,
          '<font color=red>红字</font> <font color=green>绿字</font> <font color=grey>灰字</font> <text_tag color=blue>标签</text_tag> 角标<number_tag>7</number_tag>',
          "[链接](https://open.feishu.cn) <link icon='chat_outlined' url='https://open.feishu.cn'>带图标的链接</link> <local_datetime millisecond='1795393860000' format_type='date'></local_datetime>",
          '转义:&#42;&#42;不粗&#42;&#42; &lt;at id=all&gt;&lt;/at&gt; &lt;script&gt;alert(1)&lt;/script&gt;',
          '不安全:[点我](javascript:alert(1)) <img src=x onerror=alert(1)>',
          '- 一级',
          '    - 二级',
          '- 又一级',
          '',
          '1. 第一',
          '2. 第二',
          '',
          '> 引用一段话',
          '',
          '---',
          '```json',
          '{"a": 1}',
          '```',
        ].join('\n'),
      ),
      markdown(
        [
          '| 单位 | 件数 |',
          '| :-- | --: |',
          ...Array.from({ length: 7 }, (_, i) => `| 单位${i + 1} | ${i} |`),
        ].join('\n'),
      ),
    ],
  );
}

export function textCard(people: GalleryPeople) {
  return card({ template: 'green', title: plain('文字、人员、图片') }, [
    {
      tag: 'div',
      icon: { tag: 'standard_icon', token: 'time_outlined', color: 'orange' },
      text: { ...plain('纯文本 **不解析** <b>原样</b>\n第二行'), text_color: 'grey', text_size: 'normal' },
    },
    {
      tag: 'div',
      fields: [
        { is_short: true, text: { tag: 'lark_md', content: '**责任单位**\n住建局' } },
        { is_short: true, text: { tag: 'lark_md', content: '**时限**\n周五' } },
        { is_short: false, text: { tag: 'lark_md', content: '**说明** 占满一行' } },
      ],
    },
    { tag: 'person', user_id: people.leader, show_name: true, show_avatar: true, style: 'capsule' },
    {
      tag: 'person_list',
      show_name: true,
      show_avatar: true,
      persons: [{ id: people.secretary }, { id: people.unit }],
    },
    {
      tag: 'person_list',
      show_name: false,
      show_avatar: true,
      persons: [{ id: people.secretary }, { id: people.unit }, { id: people.leader }],
    },
    {
      tag: 'img',
      img_key: people.imageKey,
      alt: plain('现场照片'),
      scale_type: 'crop_center',
      size: 'large',
    },
    { tag: 'hr' },
    {
      tag: 'div',
      text: { ...plain('右对齐的小字'), text_size: 'notation', text_align: 'right', text_color: 'grey' },
    },
  ]);
}

export function columnsCard() {
  const figure = (value: string, label: string, ground: string) =>
    column(
      [
        markdown(`**${value}**`, { text_align: 'center', text_size: 'heading-1' }),
        markdown(label, { text_align: 'center', text_size: 'notation' }),
      ],
      {
        background_style: ground,
        padding: '10px',
        vertical_spacing: '0px',
      },
    );
  return card({ template: 'orange', title: plain('分栏') }, [
    {
      tag: 'column_set',
      flex_mode: 'none',
      columns: [figure('3', '红', 'red-50'), figure('5', '黄', 'yellow-50'), figure('21', '绿', 'green-50')],
    },
    {
      tag: 'column_set',
      flex_mode: 'trisect',
      columns: [figure('1', '一', 'grey'), figure('2', '二', 'grey'), figure('3', '三', 'grey')],
    },
    {
      tag: 'column_set',
      flex_mode: 'stretch',
      background_style: 'grey',
      columns: [
        column([markdown('窄屏时上下排')], { padding: '8px' }),
        column([markdown('第二列')], { padding: '8px' }),
      ],
    },
    {
      tag: 'column_set',
      columns: [column([markdown('定宽')], { width: '120px' }), column([markdown('其余')])],
    },
  ]);
}

export function tableCard(people: GalleryPeople) {
  const row = (n: number) => ({
    no: `#${n}`,
    what: n % 2 ? '**用电不足**' : '林地手续',
    state: [{ text: n % 2 ? '逾期' : '办理中', color: n % 2 ? 'red' : 'blue' }],
    money: 12345.6 * n,
    who: [people.unit],
    due: 1795393860000 + n * 86_400_000,
  });
  return card({ template: 'indigo', title: plain('表格') }, [
    {
      tag: 'table',
      page_size: 3,
      freeze_first_column: true,
      header_style: { bold: true, background_style: 'grey' },
      columns: [
        { name: 'no', display_name: '编号', data_type: 'text', width: '80px' },
        { name: 'what', display_name: '事项', data_type: 'lark_md' },
        { name: 'state', display_name: '状态', data_type: 'options' },
        {
          name: 'money',
          display_name: '投资',
          data_type: 'number',
          format: { symbol: '¥', precision: 2, separator: true },
          horizontal_align: 'right',
        },
        { name: 'who', display_name: '责任人', data_type: 'persons' },
        { name: 'due', display_name: '时限', data_type: 'date', date_format: 'YYYY-MM-DD' },
      ],
      rows: Array.from({ length: 7 }, (_, i) => row(i + 1)),
    },
  ]);
}

export function chartCard() {
  return card({ template: 'turquoise', title: plain('图表') }, [
    {
      tag: 'chart',
      aspect_ratio: '2:1',
      chart_spec: {
        type: 'bar',
        title: { text: '各单位未办结' },
        data: {
          values: [
            { unit: '住建局', count: 5 },
            { unit: '生态环境局', count: 3 },
            { unit: '供电公司', count: 8 },
          ],
        },
        xField: 'unit',
        yField: 'count',
      },
    },
  ]);
}

export function formCard() {
  const option = (label: string, value: string) => ({ text: plain(label), value });
  return card({ template: 'blue', title: plain('报问题') }, [
    {
      tag: 'form',
      name: 'report',
      elements: [
        {
          tag: 'input',
          name: 'what',
          required: true,
          label: plain('事项'),
          placeholder: plain('一句话说清是什么事'),
          max_length: 80,
        },
        {
          tag: 'input',
          name: 'detail',
          input_type: 'multiline_text',
          rows: 3,
          label: plain('详情'),
          default_value: '已有内容',
        },
        {
          tag: 'select_static',
          name: 'unit',
          required: true,
          placeholder: plain('责任单位'),
          options: [option('住建局', 'zjj'), option('生态环境局', 'sthj')],
        },
        {
          tag: 'multi_select_static',
          name: 'co',
          placeholder: plain('协办单位'),
          options: [option('供电公司', 'gd'), option('自然资源局', 'zrzy')],
        },
        { tag: 'select_person', name: 'who', placeholder: plain('责任人') },
        { tag: 'multi_select_person', name: 'cc', placeholder: plain('抄送') },
        { tag: 'date_picker', name: 'due', placeholder: plain('完成时限'), initial_date: '2026-11-26' },
        { tag: 'picker_time', name: 'time', placeholder: plain('几点前') },
        { tag: 'picker_datetime', name: 'meet', placeholder: plain('会议时间') },
        { tag: 'checker', name: 'green', text: plain('走绿色通道') },
        {
          tag: 'column_set',
          flex_mode: 'flow',
          columns: [
            column(
              [
                {
                  tag: 'button',
                  name: 'ok',
                  type: 'primary_filled',
                  text: plain('确认'),
                  form_action_type: 'submit',
                  behaviors: [{ type: 'callback', value: { act: 'submit' } }],
                },
              ],
              { width: 'auto' },
            ),
            column([{ tag: 'button', name: 'no', text: plain('重填'), form_action_type: 'reset' }], {
              width: 'auto',
            }),
          ],
        },
      ],
    },
  ]);
}

export function controlsCard(people: GalleryPeople) {
  const types = [
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ];
  return card({ template: 'purple', title: plain('按钮与容器') }, [
    {
      tag: 'column_set',
      flex_mode: 'flow',
      columns: types.map((type) => column([button(type, type, { type })], { width: 'auto' })),
    },
    {
      tag: 'column_set',
      flex_mode: 'flow',
      columns: ['tiny', 'small', 'medium', 'large'].map((size) =>
        column([button(size, size, { size })], { width: 'auto' }),
      ),
    },
    button('占满一行', 'wide', { width: 'fill', type: 'primary' }),
    {
      tag: 'button',
      text: plain('打开网页'),
      behaviors: [{ type: 'open_url', default_url: 'https://open.feishu.cn' }],
    },
    {
      tag: 'select_static',
      placeholder: plain('改单位'),
      options: [
        { text: plain('住建局'), value: 'zjj' },
        { text: plain('供电公司'), value: 'gd' },
      ],
      behaviors: [{ type: 'callback', value: { act: 'unit' } }],
    },
    {
      tag: 'input',
      name: 'quick',
      placeholder: plain('一句话结果'),
      behaviors: [{ type: 'callback', value: { act: 'quick' } }],
    },
    {
      tag: 'checker',
      name: 'tick',
      text: plain('材料一:土地证'),
      checked_style: { show_strikethrough: true, opacity: 0.6 },
      behaviors: [{ type: 'callback', value: { act: 'tick' } }],
    },
    {
      tag: 'overflow',
      options: [
        { text: plain('历史'), value: 'history' },
        { text: plain('帮助页'), multi_url: { url: 'https://open.feishu.cn' } },
      ],
    },
    {
      tag: 'interactive_container',
      has_border: true,
      border_color: 'blue',
      corner_radius: '8px',
      padding: '10px 12px',
      behaviors: [{ type: 'callback', value: { act: 'container' } }],
      elements: [
        markdown('**整块可点** #13 供电容量不足'),
        { tag: 'person', user_id: people.unit, show_name: true },
      ],
    },
    {
      tag: 'collapsible_panel',
      expanded: false,
      header: {
        title: { tag: 'markdown', content: '**办理经过**(3)' },
        icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined' },
        icon_position: 'right',
        icon_expanded_angle: -180,
      },
      border: { color: 'grey', corner_radius: '8px' },
      elements: [markdown('11月20日 登记\n11月21日 转办\n11月22日 签收')],
    },
  ]);
}

export function galleryCards(people: GalleryPeople): { name: string; card: object }[] {
  return [
    { name: 'markdown', card: markdownCard(people) },
    { name: 'text', card: textCard(people) },
    { name: 'columns', card: columnsCard() },
    { name: 'table', card: tableCard(people) },
    { name: 'chart', card: chartCard() },
    { name: 'form', card: formCard() },
    { name: 'controls', card: controlsCard(people) },
    { name: 'issue', card: issueCard(people) },
  ];
}
