/** 挂图 and 晴雨表 where they were asked for, and the private card with a link to the pages. */
import { z } from 'zod';
import { refusalText } from '../../cards/words-refusals.ts';
import type { Tx } from '../../db/open.ts';
import type { Project } from '../../domain/model.ts';
import { formatInstant } from '../../domain/time.ts';
import { storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import type { DrawnAnswer, Viewer } from '../../views/context.ts';
import { maySeeProject } from '../../views/project.ts';
import { boardCard, linkCard, weatherCard, weathersCard } from './card.ts';
import { loadBoardLink } from './store.ts';
import { boardKey, tokenOf } from './token.ts';
import { loadBoard, loadProjectRows } from './view.ts';
import { BOARD, PAGES, WEATHER_TABLE } from './words.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    board: { projectId: number };
    /** null: of all projects. */
    weather: { projectId: number | null };
    /** `base`: where browsers find the pages. */
    'board-link': { linkId: string; base: string; print: boolean };
  }
}

/** What the place and the asker may see of it, drawn; or why not. */
async function ofProject(
  projectId: number,
  viewer: Viewer,
  draw: (project: Project) => Promise<DrawnAnswer>,
): Promise<DrawnAnswer> {
  const project = viewer.directory.project(projectId);
  if (!project || !maySeeProject(project, viewer))
    return { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };
  return draw(project);
}

export const BOARD_ANSWER = defineAnswer(
  storedKind('board', record({ kind: z.literal('board'), projectId: id })),
  {
    place: 'anywhere',
    draw: (tx, { projectId }, viewer) =>
      ofProject(projectId, viewer, async (project) => {
        const view = await loadBoard(tx, project, viewer);
        if (view.rows.length === 0) return { kind: 'text', text: BOARD.noLinks(project.name) };
        return { kind: 'card', card: boardCard(view, viewer) };
      }),
  },
);

export const WEATHER_ANSWER = defineAnswer(
  storedKind('weather', record({ kind: z.literal('weather'), projectId: id.nullable() })),
  {
    place: 'anywhere',
    draw: async (tx, { projectId }, viewer) => {
      if (projectId === null) return drawAll(tx, viewer);
      return ofProject(projectId, viewer, async (project) => {
        const view = await loadBoard(tx, project, viewer);
        if (view.rows.length === 0) return { kind: 'text', text: BOARD.noWeather(project.name) };
        return { kind: 'card', card: weatherCard(view, viewer) };
      });
    },
  },
);

async function drawAll(tx: Tx, viewer: Viewer): Promise<DrawnAnswer> {
  const seen = viewer.directory.data.projects.filter((project) => maySeeProject(project, viewer));
  const rows = await loadProjectRows(tx, seen, viewer);
  if (rows.length === 0) return { kind: 'text', text: WEATHER_TABLE.none };
  return { kind: 'card', card: weathersCard(rows, viewer) };
}

export const LINK_ANSWER = defineAnswer(
  storedKind(
    'board-link',
    record({ kind: z.literal('board-link'), linkId: z.string(), base: z.string(), print: z.boolean() }),
  ),
  {
    place: 'anywhere',
    draw: async (tx, { linkId, base, print }, viewer) => {
      const link = await loadBoardLink(tx, linkId);
      // Never for a group, nor for anybody but whom it was made for.
      const theirs = link && link.personId === viewer.actor.person.id && viewer.chat === undefined;
      if (!theirs || link.revokedAt !== null || link.expiresAt <= viewer.now)
        return { kind: 'text', text: PAGES.goneHint };
      const { settings } = viewer.directory;
      const project = link.projectId === null ? undefined : viewer.directory.project(link.projectId);
      const card = linkCard(
        {
          name: project?.name ?? PAGES.all,
          url: `${base}/board/${await tokenOf(linkId, await boardKey(tx))}`,
          until: formatInstant(link.expiresAt, settings.timeZone, { weekday: false }).replace(/^\d+年/, ''),
          print,
        },
        viewer,
      );
      return { kind: 'card', card };
    },
  },
);
