/** What is said about the project's card on top of its group. */
export const TOP = {
  onlyProject: '只有项目群可以置顶项目卡片。',
  external: '这是外部群，飞书不允许机器人在外部群置顶；项目卡片可以由群主手动置顶。',
  coming: '正在置顶，请稍候。',
  refreshed: '项目卡片已在群顶部，内容已更新。',
  notThere: '本群没有由我置顶的项目卡片。',
  removed: '已取消置顶。',
  noRight:
    '项目卡片已发出，但还没有置顶的权限。请管理员在飞书开放平台给本应用开通“操作群置顶”（im:chat.top_notice:write_only）并发布，再发“置顶”。',
  failed: '项目卡片没有置顶成功，可能是群设置只许群主置顶；可以由群主手动置顶这张卡片。',
  card: '置顶的项目卡片',
  put: '置顶',
  refresh: '更新置顶的卡片',
} as const;
