/** What is shown of links: the map, one link, its materials, and why 完成 waits. Drawn when it is sent. */
import { z } from 'zod';
import { encodeOwn, encodeOwnForm } from '../../cards/actions.ts';
import { button } from '../../cards/kit.ts';
import { textCard } from '../../cards/text.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import { LINK_ASPECTS, type LinkAspect } from '../../domain/link-aspects.ts';
import { missingFor } from '../../domain/plan/link-rules.ts';
import type { Day } from '../../domain/time.ts';
import { storedKind } from '../../kinds/kind.ts';
import { day, id, record, trusted } from '../../kinds/shape.ts';
import { heldHint, heldText } from '../../text/link.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import { FINISH, FORCE_FORM } from './kinds.ts';
import { linkLead, mapLead } from './lead.ts';
import { linkCard } from './link-card.ts';
import { mapCard } from './map-card.ts';
import { materialsCard } from './materials-card.ts';
import { partsCard } from './parts-card.ts';
import { isOffice } from './rights.ts';
import { loadLinkView, loadMapView } from './view.ts';
import { BUTTON_WORDS, linkTitle } from './words.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    /** `projectId` 0: nobody's, the template alone. */
    'link-map': { projectId: number; asks?: LinkAspect[] };
    /** `asks`: what is told of it before the card; `said`: what it was called, which titles of problems may hold. */
    link: { projectId: number; code: string; asks?: LinkAspect[]; said?: string };
    'link-materials': { projectId: number; code: string };
    'link-parts': { projectId: number; code: string };
    'link-held': { projectId: number; code: string; day: Day | null };
  }
}

const link = { projectId: id, code: z.string() };
/** One that a later version added is told nothing of. */
const asks = trusted<LinkAspect[]>(z.array(z.string()).max(LINK_ASPECTS.length)).exactOptional();

export const ANSWERS = [
  defineAnswer(storedKind('link-map', record({ kind: z.literal('link-map'), projectId: id, asks })), {
    place: 'anywhere',
    async draw(tx, answer, viewer) {
      const view = await loadMapView(tx, answer.projectId, viewer);
      if ('refused' in view) return { kind: 'text', text: refusalText(view.refused) };
      return { kind: 'card', card: mapCard(view, mapLead(view, answer.asks ?? [])) };
    },
  }),
  defineAnswer(
    storedKind('link', record({ kind: z.literal('link'), ...link, asks, said: z.string().exactOptional() })),
    {
      place: 'anywhere',
      async draw(tx, answer, viewer) {
        const view = await loadLinkView(tx, answer, viewer);
        if ('refused' in view) return { kind: 'text', text: refusalText(view.refused) };
        return { kind: 'card', card: linkCard(view, linkLead(view, answer.asks ?? [])) };
      },
    },
  ),
  defineAnswer(storedKind('link-materials', record({ kind: z.literal('link-materials'), ...link })), {
    place: 'anywhere',
    async draw(tx, answer, viewer) {
      const view = await loadLinkView(tx, answer, viewer);
      if ('refused' in view) return { kind: 'text', text: refusalText(view.refused) };
      return { kind: 'card', card: materialsCard(view) };
    },
  }),
  defineAnswer(storedKind('link-parts', record({ kind: z.literal('link-parts'), ...link })), {
    place: 'anywhere',
    async draw(tx, answer, viewer) {
      const view = await loadLinkView(tx, answer, viewer);
      if ('refused' in view) return { kind: 'text', text: refusalText(view.refused) };
      return { kind: 'card', card: partsCard(view) };
    },
  }),
  defineAnswer(
    storedKind('link-held', record({ kind: z.literal('link-held'), ...link, day: day.nullable() })),
    {
      place: 'anywhere',
      async draw(tx, answer, viewer) {
        const view = await loadLinkView(tx, answer, viewer);
        if ('refused' in view) return { kind: 'text', text: refusalText(view.refused) };
        const missing = missingFor(view.link, view.board.byCode);
        const about = { projectId: answer.projectId, code: answer.code, day: answer.day };
        const office = view.board.project && isOffice(viewer.actor, view.board.project, viewer.directory);
        const offers = [
          ...(missing.materials.length > 0 && missing.before.length === 0
            ? [button(BUTTON_WORDS.allThere, encodeOwn(FINISH, { ...about, allThere: true }))]
            : []),
          ...(office ? [button(BUTTON_WORDS.force, encodeOwnForm('open-form', FORCE_FORM, about))] : []),
        ];
        const text = `${heldText(view.link, missing)}\n${heldHint(view.link, missing)}`;
        const title = linkTitle(view.link.definition);
        return { kind: 'card', card: textCard(text, { title, tone: 'warning', offers, demo: viewer.demo }) };
      },
    },
  ),
];
