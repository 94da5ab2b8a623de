/** What a call or push means, for a reader who does not know the platform's paths. */
const CALLS: [route: RegExp, words: string][] = [
  [/tenant_access_token/, '取令牌'],
  [/POST .*\/messages\/[^/]+\/reply/, '回复消息'],
  [/PATCH .*\/messages\/[^/]+$/, '更新卡片'],
  [/PUT .*\/messages\/[^/]+$/, '改消息'],
  [/DELETE .*\/messages\/[^/]+$/, '撤回消息'],
  [/urgent_(app|sms|phone)/, '加急'],
  [/\/reactions/, '表情回复'],
  [/\/pins/, 'Pin'],
  [/\/resources\//, '取附件'],
  [/POST .*\/messages(\?|$)/, '发消息'],
  [/GET .*\/messages/, '看消息'],
  [/\/images/, '传图片'],
  [/\/files/, '传文件'],
  [/\/bot\/v3\/info/, '认自己'],
  [/\/members/, '查群成员'],
  [/\/chats/, '查群'],
  [/\/contact\//, '查人'],
  [/\/card\/update|\/cardkit\//, '更新卡片'],
];

const PUSHES: Record<string, string> = {
  'im.message.receive_v1': '收到消息',
  'card.action.trigger': '点了卡片',
  'im.chat.member.bot.added_v1': '进群',
  'im.chat.member.bot.deleted_v1': '被移出群',
  'im.chat.member.user.added_v1': '有人进群',
  'im.chat.member.user.deleted_v1': '有人退群',
  'im.chat.disbanded_v1': '群解散',
  'im.chat.updated_v1': '群改名',
  'im.message.recalled_v1': '撤回',
  'im.message.reaction.created_v1': '表情',
  'im.chat.access_event.bot_p2p_chat_entered_v1': '打开单聊',
  url_verification: '地址校验',
};

export function describeCall(method: string, path: string): string {
  const line = `${method} ${path}`;
  return CALLS.find(([route]) => route.test(line))?.[1] ?? '调用';
}

export function describePush(eventType: string): string {
  return (Object.hasOwn(PUSHES, eventType) ? PUSHES[eventType] : undefined) ?? '推送';
}
