/** 我的: what waits for one person, each list short. */
import type { Card } from '../cards/kit.ts';
import { mineCard } from '../cards/mine.ts';
import { awayText } from '../cards/words-personal.ts';
import { listIssuesTouching } from '../db/issue-open.ts';
import type { Tx } from '../db/open.ts';
import { type Mine, sortForPerson } from '../domain/mine.ts';
import { personName } from '../text/names.ts';
import { type Viewer, viewContext } from './context.ts';
import { areasShown } from './place.ts';

/** Far more than anybody handles; the card shows the first and says how many follow. */
const READ = 300;

/** @param list nothing but what waits in this way */
export async function drawMine(tx: Tx, viewer: Viewer, list?: keyof Mine): Promise<Card> {
  const { actor, directory, chat } = viewer;
  const found = await listIssuesTouching(tx, actor, directory, READ);
  // In a project's group everybody reads along, so only its projects are listed there.
  const within = areasShown(viewer);
  const issues =
    chat?.kind === 'project'
      ? found.filter((issue) => issue.projectId !== null && chat.projectIds.includes(issue.projectId))
      : found.filter((issue) => within?.includes(issue.areaId) ?? true);
  const view = sortForPerson(issues, actor, directory);
  const { id } = actor.person;
  const context = await viewContext(tx, viewer, { issues, personIds: [directory.deputyOf(id)] });
  const deputyId = directory.deputyOf(id);
  const lead =
    deputyId === id || chat
      ? undefined
      : deputyId === null
        ? awayText('', false)
        : awayText(personName(context, deputyId), true);
  return mineCard(view, context, {
    ...(list && { list }),
    ...(!chat && { id }),
    ...(lead && { lead }),
    here: chat?.kind === 'project',
  });
}
