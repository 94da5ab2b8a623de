/** Lines of the morning's digests. */

/** What was imported overdue and nobody has taken up. */
export const ASLEEP = {
  title: '导入的事项',
  line: (count: number) => `导入的已过期 ${count} 件，尚未开始提醒；查看请发“清单 未开始提醒”`,
} as const;
