/** What is said of ledgers and files: explaining, refusing, reading. The preview and the report have words of their own. */
import type { SpreadsheetProblem } from '../../files/spreadsheet.ts';

export const WORD = '导入';

export const EXPLAIN = {
  title: '导入台账',
  lines: [
    '把台账文件（.xlsx、.xls、.csv）发给我，再说“导入”；已经发过的，回复那条文件消息说“导入”。',
    '问题、项目、手续进度、投资、任务、单位人员、节假日都认得，表头照您原来的，不用改。',
    '先给您看预览：认出了什么、新增几件、哪里没看懂；点“确认”才写入。',
  ],
  note: '要一张空表照着填，点“样表”。导错了发“导入 撤回”。',
  sample: '样表',
  sampleCommand: '导入 样表',
  usage: '请发：导入（回复台账文件）、导入 样表、导入 撤回',
} as const;

export const REFUSE = {
  place: '请私聊我导入，或在综合办群里回复那条文件消息说“导入”。',
  nobody: '导入由综合办、项目秘书（自己的项目）和管理员（单位、人员、节假日）办理。',
  replyInGroup: '请回复那条文件消息说“导入”，我才知道是哪一个文件。',
  other: '请由发起导入的人点。',
  old: '这次导入已经结束，请看下面最新的卡片，或重新发文件。',
} as const;

export const OFFER = {
  title: '要导入这个文件吗？',
  text: (name: string) => `${name}\n先读出来给您看预览，点“确认”之前什么都不写入。`,
  reading: (name: string) => `正在读 ${name}，预览马上发来。`,
  cancelled: '好的，没有导入。',
} as const;

export const READ = {
  job: '读取台账文件',
  write: '写入台账',
  show: '更新导入卡片',
  noFile: '回复的消息里没有文件。请回复台账文件那条消息，再说“导入”。',
  unreadable: '没能取到这个文件：可能已撤回，或飞书暂时取不到。请把文件再发一次。',
  noScope:
    '取不到文件：应用没有下载消息里文件的权限（im:message 或 im:message:readonly）。请管理员在开放平台开通并发布后再试。',
  noGroupScope:
    '取不到群里的文件：应用没有读取群消息的权限（im:message.group_msg）。请管理员在开放平台开通并发布；或者把文件私聊发给我，说“导入”。',
  et: '这是 WPS 的 .et 格式，读不了。请在 WPS 里“另存为” .xlsx，再发一次。',
  notTable: (name: string) => `${name} 不是表格文件。请发 .xlsx、.xls 或 .csv。`,
  broken: '文件不完整或已损坏，读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 再发。',
  noLedger: (left: readonly string[]) =>
    [
      '没有认出台账。我按表头找：一行里至少要有“存在问题（事项）”“责任单位”“完成时限”“项目名称”“单位名称”这样的列名中的两个。字段竖着排、一列一件的表读不了，请转成一行一件。',
      '表头照这样写就能认：序号 ｜ 项目名称 ｜ 存在问题 ｜ 责任单位 ｜ 完成时限 ｜ 进展情况 ｜ 是否销号',
      ...(left.length > 0 ? [`看过的工作表：${left.join('、')}`] : []),
    ].join('\n'),
} as const;

export const PROBLEMS: Record<SpreadsheetProblem, string> = {
  'too-large': '文件太大：不超过 10 MB，展开后不超过 50 MB。请只留要导入的工作表，另存后再发。',
  'too-many-rows': '行太多：一张工作表不超过 2000 行。请分成几个文件。',
  'too-many-columns': '列太多：不超过 60 列。请删去用不到的列，另存后再发。',
  et: READ.et,
  encrypted: '文件有密码，读不了。请去掉密码（文件—信息—保护工作簿），再发一次。',
  'not-a-spreadsheet': '这不是能读的表格文件。请用 Excel 或 WPS 另存为 .xlsx 再发。',
};

export const TOO_MANY_ROWS = (rows: number) =>
  `台账有 ${rows} 行，一次最多 2000 行，没有导入。请分成几个文件。`;
