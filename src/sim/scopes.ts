/** What docs/install/feishu-console.md tells an administrator to ask for: everything but the sensitive `im:message.group_msg`. */
export const DEFAULT_SCOPES: readonly string[] = [
  'im:message',
  'im:message:send_as_bot',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.reactions:read',
  'im:message.urgent',
  'im:resource',
  'im:chat:readonly',
  'im:chat.members:read',
  'contact:contact.base:readonly',
  'contact:user.base:readonly',
  'contact:user.basic_profile:readonly',
  'contact:user.id:readonly',
];

/** Any one of these lets the app hear what people tell it in private. */
export const P2P_SCOPES = ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'];
/** Any one of these lets it hear group messages that @ it. */
export const GROUP_AT_SCOPES = [
  'im:message.group_at_msg:readonly',
  'im:message.group_at_msg',
  'im:message.group_at_msg.include_bot:readonly',
];
/** Any one of these lets it hear everything people say in its groups. */
export const GROUP_ALL_SCOPES = ['im:message.group_msg', 'im:message.group_msg:readonly'];
export const CHAT_EVENT_SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat.members:bot_access'];
export const MEMBER_EVENT_SCOPES = ['im:chat', 'im:chat:readonly', 'im:chat.members:read'];
export const MESSAGE_EVENT_SCOPES = [
  'im:message',
  'im:message:readonly',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.group_msg',
];
export const REACTION_EVENT_SCOPES = ['im:message', 'im:message:readonly', 'im:message.reactions:read'];
/** Without it user_id is null in every push and absent from every answer. */
export const USER_ID_SCOPE = 'contact:user.employee_id:readonly';
