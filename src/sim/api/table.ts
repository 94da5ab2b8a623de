import { botInfo } from './bot-info.ts';
import { cardUpdate } from './card-update.ts';
import { chatGet } from './chat-get.ts';
import { chatMembers } from './chat-members.ts';
import { chatMembersIsIn } from './chat-members-is-in.ts';
import { chatsList } from './chats-list.ts';
import { filesCreate } from './files-create.ts';
import { imagesCreate } from './images-create.ts';
import { messageDelete } from './message-delete.ts';
import { messageGet } from './message-get.ts';
import { messagePatch } from './message-patch.ts';
import { messagePut } from './message-put.ts';
import { messageReply } from './message-reply.ts';
import { messageResource } from './message-resource.ts';
import { messageUrgentApp, messageUrgentPhone, messageUrgentSms } from './message-urgent.ts';
import { messagesList } from './messages-list.ts';
import { messagesSend } from './messages-send.ts';
import { pinsCreate } from './pins-create.ts';
import { pinsDelete } from './pins-delete.ts';
import { pinsList } from './pins-list.ts';
import { reactionsCreate } from './reactions-create.ts';
import { reactionsDelete } from './reactions-delete.ts';
import { reactionsList } from './reactions-list.ts';
import type { Route } from './route.ts';
import { scopesList } from './scopes-list.ts';
import { tokenInternal } from './token.ts';
import { topNoticeDelete, topNoticePut } from './top-notice.ts';
import { usersBasicBatch } from './users-basic-batch.ts';
import { usersBatch } from './users-batch.ts';
import { usersBatchGetId } from './users-batch-get-id.ts';

/** Every method of the Open Platform the simulator has. Fixed paths stand before those with parameters. */
const ROUTES: readonly Route[] = [
  tokenInternal,
  botInfo,
  scopesList,
  messagesSend,
  messagesList,
  messageReply,
  messageGet,
  messagePatch,
  messagePut,
  messageDelete,
  messageUrgentApp,
  messageUrgentSms,
  messageUrgentPhone,
  messageResource,
  reactionsCreate,
  reactionsList,
  reactionsDelete,
  pinsCreate,
  topNoticePut,
  topNoticeDelete,
  pinsDelete,
  pinsList,
  imagesCreate,
  filesCreate,
  cardUpdate,
  chatsList,
  chatGet,
  chatMembers,
  chatMembersIsIn,
  usersBasicBatch,
  usersBatchGetId,
  usersBatch,
];

const COMPILED = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`),
}));

/** The method that serves this request, if any. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  for (const { route, pattern } of COMPILED) {
    if (route.method !== method) continue;
    const match = pattern.exec(path);
    if (match) return { route, params: { ...match.groups } };
  }
  return undefined;
}
