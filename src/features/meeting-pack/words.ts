/** 调度包 in words. */

export const PACK_NOTES = {
  fileFollows: '同样内容的 Word 文件随后发出。',
  fileRefused:
    'Word 文件没有发出：飞书没有接收这个文件，多半是应用缺少 im:resource 权限，请联系管理员。内容与上面的卡片相同。',
} as const;

/** Of messages that could not be sent. */
export const PACK_NAMES = { card: '调度包', file: '调度包文件' } as const;
