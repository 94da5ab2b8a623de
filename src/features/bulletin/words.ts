/** What is said of 红黑榜. */
import type { BulletinState } from '../../domain/bulletin.ts';
import type { Day } from '../../domain/time.ts';
import { datePartsOf } from '../../domain/time.ts';

export const BULLETIN_NOTES = {
  'not-published': '没有发出去：机器人已不在所选的群里。请换一个群，再点“同意”。',
} as const;

export const BULLETIN_STATES: Record<BulletinState, string> = {
  draft: '草稿，待审批',
  approved: '已发布',
  discarded: '不发布',
};

export const BULLETIN_NAMES = {
  post: '红黑榜',
  redraw: '更新红黑榜卡片',
  edit: '改榜单',
  publish: '发布红黑榜',
} as const;

export const NO_SUCH_MONTH = '没有这个月份，请写成：红黑榜 2026年11月';

export const BULLETIN_TEXTS = {
  noBulletin: (month: string) =>
    `${month}的红黑榜还没有。每月最后一个工作日 15:00 自动生成草稿，审批后才发布。`,
  noneYet: '还没有红黑榜。每月最后一个工作日 15:00 自动生成草稿，审批后才发布。',
  reasonMissing: (names: string) => `红榜要写理由：${names}。请先点“改榜单”写明，或选不列入。`,
  nothingListed: '没有可以发布的内容。',
  notTheirGroup: '请选本区域的群。',
  approved: (month: string, group: string) => `已同意，${month}红黑榜发布到“${group}”。`,
  discarded: (month: string) => `${month}红黑榜不发布。`,
  decided: (state: BulletinState, by: string) =>
    state === 'approved' ? `${by}已同意发布，不再重复发布。` : `${by}已决定不发布。`,
  edited: '已改',
} as const;

/** Of a form on 红黑榜: its title, its entries, the groups it may go to. */
export function bulletinTitle(month: string): string {
  return `${month}红黑榜`;
}

export function bulletinEntryText(list: 'red' | 'black', name: string): string {
  return `${list === 'red' ? '红榜' : '黑榜'}：${name}`;
}

export function bulletinGroupText(name: string, external: boolean): string {
  return `${name || '未命名的群'}${external ? '（有外部人员）' : ''}`;
}

/** 2026年11月 */
export function monthText(month: Day): string {
  const { year, month: number } = datePartsOf(month);
  return `${year}年${number}月`;
}
