/** Post to the office (综合办): into its group, else privately to each who holds the role; each hears of its area and below. */
import { chatsOfKind, loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import type { Chat } from '../domain/model.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { NewOutboxRow, RowKind } from '../kinds/kind.ts';
import type { OfficePayload } from '../kinds/messages.ts';

/** An area with an office of its own, and its groups that can be written to. */
export interface Office {
  areaId: number;
  chats: Chat[];
}

export interface OfficePost<A> {
  kinds: readonly RowKind<OfficePayload & A>[];
  areaId: number;
  day: Day;
  late: boolean;
  /** More of the payload. */
  about: A;
  /** Tells several of one day apart. */
  which?: string;
}

/** Areas that have a group of their office or somebody in it. */
export async function listOffices(tx: Tx, directory: Directory): Promise<Office[]> {
  const chats = (await chatsOfKind(tx, 'office')).filter((chat) => !chat.unreachable);
  return directory.data.areas.flatMap(({ id }) => {
    const own = chats.filter((chat) => (chat.areaId ?? directory.topAreaId) === id);
    const staffed = directory.data.grants.some((grant) => grant.role === 'office' && grant.areaId === id);
    return own.length > 0 || staffed ? [{ areaId: id, chats: own }] : [];
  });
}

/** The office at the top, which hears of the machine itself; undefined when there is none. */
export async function topOffice(tx: Tx, directory: Directory): Promise<Office | undefined> {
  return (await listOffices(tx, directory)).find((office) => office.areaId === directory.topAreaId);
}

/** One row per kind and recipient, the kinds in their order. */
export async function officeRows<A extends object>(
  at: { deps: Deps; tx: Tx; directory: Directory; at: Instant },
  office: Office,
  post: OfficePost<A>,
): Promise<NewOutboxRow[]> {
  const to: { target: string; chatId?: string; openId?: string }[] =
    office.chats.length > 0
      ? office.chats.map((chat) => ({ target: `chat:${chat.id}`, chatId: chat.id }))
      : await staffOf(at.tx, office.areaId, at.directory);
  return to.flatMap(({ target, ...recipient }) =>
    post.kinds.map((kind) =>
      kind.row({
        id: at.deps.newId(),
        target,
        payload: { ...post.about, ...recipient, areaId: post.areaId, day: post.day, late: post.late },
        dedupeKey: [kind.kind, post.areaId, post.day, target, ...(post.which ? [post.which] : [])].join(':'),
        dueAt: at.at,
      }),
    ),
  );
}

async function staffOf(tx: Tx, areaId: number, directory: Directory) {
  const ids = directory.data.grants
    .filter((grant) => grant.role === 'office' && grant.areaId === areaId)
    // 交接: whoever acts for them now.
    .flatMap((grant) => directory.deputyOf(grant.personId) ?? []);
  return (await findPeople(tx, [...new Set(ids)]))
    .filter((person) => person.home && person.unreachableSince === null)
    .map(({ openId }) => ({ target: `person:${openId}`, openId }));
}

/** A post of the day that could not reach an office's group, because it is gone, comes to the office privately. */
export async function postPrivately<P extends OfficePayload>(
  deps: Deps,
  kind: RowKind<P>,
  { payload }: { payload: P },
): Promise<void> {
  const { chatId, openId, replyTo, areaId, day, late, personId, ...rest } = payload;
  if (chatId === undefined || day === undefined || personId !== undefined) return;
  const at = deps.clock();
  await deps.db.transaction(async (tx) => {
    const chat = await loadChat(tx, chatId);
    if (chat && !chat.unreachable && chat.kind === 'office') return;
    const directory = await deps.directory.get(tx);
    const post = { kinds: [kind as unknown as RowKind<OfficePayload>], areaId, day, late: late === true };
    const office = { areaId, chats: [] };
    const about: object = rest;
    await enqueue(
      tx,
      await officeRows({ deps, tx, directory, at }, office, { ...post, about: { ...about } }),
      at,
    );
  });
  deps.wake();
}
