/** What the app must be granted, each line by any one of its scopes (the first is the one docs/install/feishu-console.md asks for). */
export const NEEDED_SCOPES: readonly (readonly string[])[] = [
  ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'],
  [
    'im:message.group_at_msg:readonly',
    'im:message.group_at_msg',
    'im:message.group_at_msg.include_bot:readonly',
  ],
  ['im:message:send_as_bot', 'im:message', 'im:message:send'],
  ['im:chat:readonly', 'im:chat'],
  ['contact:user.basic_profile:readonly'],
];

/** Reading what was said in a group: catching up after an outage, logging a message by replying to it. */
export const HISTORY_SCOPES: readonly (readonly string[])[] = [
  ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
  ['im:message.group_msg', 'im:message.group_msg:readonly'],
];

/** 置顶: the project's card on top of its group. */
export const TOP_SCOPES: readonly (readonly string[])[] = [['im:chat.top_notice:write_only', 'im:chat']];

export const URGENT_SCOPES: readonly (readonly string[])[] = [['im:message.urgent']];

/** The first scope of every line of which none is granted. */
export function missingScopes(
  needed: readonly (readonly string[])[],
  granted: ReadonlySet<string>,
): string[] {
  return needed.filter((any) => !any.some((scope) => granted.has(scope))).flatMap(([first]) => first ?? []);
}
