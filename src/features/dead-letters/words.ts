/** Why a message was given up and what it was, in words an administrator can act on. */

/** By the sender's slug (feishu/codes.ts, engine/retry.ts); a test holds that none is missing. */
const REASONS: Record<string, string> = {
  'rate-limited': '一直被飞书限速',
  'being-sent': '飞书一直说正在发送',
  'card-busy': '卡片一直有人在点',
  'internal-error': '飞书内部出错',
  'server-error': '飞书服务出错',
  'token-missing': '应用凭证失效',
  'token-invalid': '应用凭证失效',
  'daily-batch-limit': '今天的批量额度用完',
  'too-long': '内容太长',
  'type-not-allowed-here': '这里不许发卡片',
  'card-content': '卡片内容飞书不接受',
  'bot-ability-off-or-unpublished': '没加机器人能力，或没发布新版本',
  'bot-ability-off': '没加机器人能力，或没发布新版本',
  'app-inactive': '应用没有启用',
  'app-disabled': '应用被停用',
  'app-not-installed': '应用没有安装到本单位',
  'app-id-malformed': 'App ID 不对',
  'app-unknown-or-secret-wrong': 'App ID 或 App Secret 不对',
  'secret-wrong': 'App Secret 不对',
  'ip-not-allowed': '服务器 IP 不在白名单',
  'monthly-quota-used-up': '本月接口次数用完',
  'wrong-token-kind': '应用凭证种类不对',
  'scope-missing': '缺权限，请开通并发布',
  'user-token-expired': '应用凭证失效',
  'user-must-authorise': '需要授权',
  'invalid-parameter': '飞书说参数不对',
  'not-the-sender': '不是机器人自己发的消息',
  'private-chat-not-shareable': '私聊不能转发',
  'resource-of-another-bot': '引用了别的机器人的内容',
  'group-forbids-speaking': '群里禁言',
  'topic-missing': '话题不存在',
  'sensitive-content': '内容含敏感词',
  'too-many-unread-urgents': '未读的加急太多',
  'urgent-quota-used-up': '加急额度用完',
  'no-permission': '没有权限',
  'no-permission-or-external': '没有权限，多半是外部群没开“对外共享”',
  'data-loss-prevention': '被单位的防泄漏规则拦下',
  'older-than-7-days': '超过 7 天不能再动',
  'tenant-encryption-key-deleted': '单位的加密密钥已删除',
  'pin-refused': '不能置顶',
  'urgent-restricted': '不许对这个人加急',
  'uploaded-type-differs': '文件类型不符',
  'no-threads-here': '这里没有话题',
  'encrypted-chat': '加密群不能发',
  'folded-message': '被折叠的消息不能动',
  'field-validation': '飞书说字段不对',
  'invalid-receiver': '收件人不对',
  'no-right-to-send': '群里禁言，或有沟通管控',
  'id-unknown': '飞书不认得这个编号',
  'open-id-of-another-app': '这个人的编号属于别的应用',
  'chat-of-another-tenant': '这是别的单位的群',
  'external-chat': '外部群没开“对外共享”',
  'person-outside-contact-range': '这个人不在通讯录权限范围',
  'department-outside-contact-range': '部门不在通讯录权限范围',
  'file-refused': '飞书不接受这个文件',
  'unlisted-code': '飞书返回了没见过的错误码',
  'older-than-14-days': '卡片超过 14 天不能再改',
  'message-recalled': '原消息已撤回',
  'message-invisible': '原消息看不到了',
  'message-deleted': '原消息已删除',
  'message-self-destructs': '原消息已自动销毁',
  'message-id-unknown': '原消息不存在',
  unexpected: '程序出错',
};

/** No answer came: the platform may have it, and may not. */
const UNKNOWN_OUTCOME = /-unknown-outcome$/;

/** The version before noted at its head as what it was tried. */
function slugOf(lastError: string | null): string {
  return (lastError ?? '').replace(/^\[[a-z ]*\]\s*/, '');
}

/** Whether it may have arrived all the same, so that sending it again could show it twice. */
export function isUncertain(lastError: string | null): boolean {
  const slug = slugOf(lastError);
  return UNKNOWN_OUTCOME.test(slug) || slug === 'unexpected';
}

export function deadReasonText(lastError: string | null): string {
  const slug = slugOf(lastError);
  if (UNKNOWN_OUTCOME.test(slug)) return '没有收到飞书的答复';
  const field = /^unreadable-(.+)$/.exec(slug)?.[1];
  if (field !== undefined) return `这个版本读不懂它保存的内容（${field}）`;
  return REASONS[slug] ?? `错误 ${slug || '不明'}`;
}

/** What became of 重发. */
export function resentText(count: number): string {
  return count === 0
    ? '没有可以再发的：可能已经发出，或已忽略。'
    : `已放回 ${count} 条，马上再发。发“失败消息”看结果。`;
}

export function ignoredText(count: number): string {
  return count === 0 ? '没有失败消息。' : `已忽略 ${count} 条，不会再发。`;
}

/** Behind the name of a message that answers several at once. */
export function answersText(count: number): string {
  return `（答 ${count} 句话）`;
}

export const NO_SUCH_LETTER = '没有这个序号，请先发“失败消息”看清单。';

export const NOT_RESENT = '没有再发。这些消息还留着。';

/** To whom a message was to go, when they have no name we know. */
export const UNNAMED_TARGETS = {
  chat: '（没有名字的群）',
  person: '（不知姓名）',
  other: '一条消息',
} as const;
export const ACT_USAGE = '请写“重发”或“忽略”，可带序号，例如：失败消息 重发 2';
