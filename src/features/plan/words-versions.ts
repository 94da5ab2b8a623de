/** What is said of several versions of a plan. */

export const VERSIONS = {
  title: (project: string, count: number) => `${project}计划的 ${count} 个版本`,
  compare: (before: number, after: number) => `比较第 ${before}、${after} 版`,
  compareCommand: (project: string, before: number, after: number) =>
    `计划 ${project} 比较 ${before} ${after}`,
  older: (count: number) => `更早的 ${count} 版未列出，发“计划 第1版”查看`,
  heading: (version: number, state: string) => `第 ${version} 版 ${state}`,
  made: '编制',
  taskForce: '专班',
  enterprise: '企业',
  reason: (reason: string) => `原因：${reason}`,
  unplanned: '未排',
  both: (project: string, before: number, after: number) => `${project}计划：第 ${before} 版与第 ${after} 版`,
  gone: (link: string) => `${link}：新版没有`,
  added: (link: string) => `${link}：新版增加`,
  moved: (link: string, from: string, to: string, workingDays: number) => {
    const by = workingDays > 0 ? `，推后 ${workingDays} 个工作日` : `，提前 ${-workingDays} 个工作日`;
    return `${link}：完成 ${from} → ${to}${workingDays === 0 ? '' : by}`;
  },
  count: (count: number) => `变动 ${count} 个环节`,
  same: '两版各环节的日期相同。',
} as const;
