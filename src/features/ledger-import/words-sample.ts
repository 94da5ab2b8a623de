/** 样表 in words: titles of columns and what may stand in them. */

interface SampleColumn {
  title: string;
  width: number;
  help: string;
  choices?: readonly string[];
}

const COLUMNS: readonly SampleColumn[] = [
  { title: '序号', width: 6, help: '可不填。' },
  { title: '项目名称', width: 28, help: '和系统里的项目名称或简称一致；不一致的导入时会问您对应哪一个。' },
  { title: '存在问题', width: 44, help: '一行写一件；一格写了“1.…2.…”的，导入时可以拆开。' },
  { title: '责任单位', width: 18, help: '一家；写了几家的第一家是责任单位，其余是配合单位。' },
  { title: '配合单位', width: 18, help: '可不填，几家用顿号隔开。' },
  { title: '责任人', width: 12, help: '可不填。' },
  {
    title: '完成时限',
    width: 16,
    help: '2026-12-20、12月底前、长期坚持都可以；不写按默认时限。已过的日期按历史记下，先不提醒。',
  },
  { title: '解决措施', width: 30, help: '可不填。' },
  { title: '进展情况', width: 30, help: '可不填；系统里有更新的进展时以系统为准。' },
  { title: '是否销号', width: 10, help: '是、否；写“是”的按已销号记下。', choices: ['是', '否'] },
  { title: '销号时间', width: 14, help: '可不填。' },
  { title: '备注', width: 20, help: '可不填，随事项保留。' },
];

export const SAMPLE_WORDS = {
  sheet: '问题清单',
  help: '填写说明',
  helpColumn: '列名',
  helpText: '怎么填',
  columns: COLUMNS,
  name: '台账样表文件',
  fileName: (day: string) => `问题清单样表 ${day}.xlsx`,
  refused: '这里发不出文件：应用没有上传文件的权限（im:resource）。请管理员开通并发布后再发“导入 样表”。',
} as const;
