/** 挂图 图片: the sheet as a picture, drawn when it is sent. */
import { z } from 'zod';
import { DEMO_MARK } from '../../cards/words.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import { loadChat } from '../../db/chat.ts';
import { loadActor } from '../../db/person.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop, textMessage } from '../../engine/rendered.ts';
import { rowKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { maySeeProject } from '../../views/project.ts';
import { drawSheet } from './sheet.ts';
import { loadBoard } from './view.ts';
import { BOARD, MESSAGE_NAMES } from './words.ts';

export interface PicturePayload {
  projectId: number;
  /** Who asked. */
  personId: number;
  /** Of a group; privately to who asked when absent. */
  chatId?: string | undefined;
}

export const BOARD_PICTURE = defineMessage(
  rowKind<PicturePayload>(
    'board-picture',
    record({ projectId: id, personId: id, chatId: z.string().optional() }),
  ),
  {
    name: MESSAGE_NAMES.picture,
    draw: async (deps, tx, { payload }, now) => {
      const actor = await loadActor(tx, { id: payload.personId });
      if (!actor) return drop('person-gone');
      const chat = payload.chatId === undefined ? undefined : await loadChat(tx, payload.chatId);
      if (chat?.unreachable) return drop('group-gone');
      const directory = await deps.directory.get(tx);
      const to = chat ? { chatId: chat.id } : { openId: actor.person.openId };
      const project = directory.project(payload.projectId);
      const viewer = { now, directory, actor, chat, demo: deps.demo, features: deps.features };
      if (!project || chat?.kind === 'unbound' || !maySeeProject(project, viewer))
        return textMessage(refusalText({ code: 'not-yours-to-see' }), to);
      const { picture } = deps;
      if (!picture) return textMessage(BOARD.noPicture, to);
      const view = await loadBoard(tx, project, { now, directory });
      if (view.rows.length === 0) return textMessage(BOARD.noLinks(project.name), to);
      const mark = deps.demo ? { mark: DEMO_MARK } : {};
      const sheet = drawSheet(view, { now, timeZone: directory.settings.timeZone, ...mark });
      return {
        kind: 'message',
        card: undefined,
        text: BOARD.pictureRefused,
        to,
        replyTo: undefined,
        file: {
          name: `${BOARD.pictureFile}.png`,
          kind: 'image',
          write: async () => {
            const { png, missing } = await picture(sheet);
            if (missing > 0) deps.log.warn('picture.missing-characters', { projectId: project.id, missing });
            return png;
          },
        },
      };
    },
  },
);
