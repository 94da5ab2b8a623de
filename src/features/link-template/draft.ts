/** Changes of a template that wait for 确认. Right and sense are asked again, for both may have changed meanwhile. */
import { confirmCard } from '../../cards/confirm.ts';
import type { Card } from '../../cards/kit.ts';
import { textCard } from '../../cards/text.ts';
import { toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft, leaveUnchanged } from '../../commands/draft-kind.ts';
import type { ClickReply } from '../../commands/reply.ts';
import {
  chooseTemplate,
  chosenStored,
  countTaken,
  findTemplate,
  lockTemplates,
  saveTemplate,
} from '../../db/link-template.ts';
import type { Tx } from '../../db/open.ts';
import { allows } from '../../domain/access.ts';
import { todayOf } from '../../domain/directory.ts';
import type { LinkTemplate } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { importCard } from './card.ts';
import { LINK_CHANGE, TEMPLATE_ACT, TEMPLATE_IMPORT } from './kinds.ts';
import { changeTemplate, isOpen, type LinkChange, templateFaults } from './rules.ts';
import { diffLinks, type LinkDifference } from './rules-diff.ts';
import { namesOf } from './view.ts';
import { durationText, FACT_NAMES, IMPORT, PREVIEW, statutoryText, titleOf } from './words.ts';
import { factTexts } from './words-facts.ts';

function refuse({ actor, directory }: CommandContext): ClickReply | undefined {
  const may = allows(actor, 'admin', null, directory);
  return may === true ? undefined : { toast: toast('warning', refusalText(may.refusal)) };
}

function done({ deps }: CommandContext, tone: 'success' | 'warning', text: string): ClickReply {
  const data = textCard(text, { tone, demo: deps.demo });
  return { toast: toast(tone, text.split('\n')[0] ?? text), card: { type: 'raw', data } };
}

/** What differs between two states of a template, in words. */
export async function differencesOf(
  tx: Tx,
  { before, after }: { before: LinkTemplate; after: LinkTemplate },
  directory: Viewer['directory'],
): Promise<LinkDifference[]> {
  const names = await namesOf(tx, [before, after], directory);
  return diffLinks(before.links, after.links, {
    before: (link) => factTexts(link, before, names),
    after: (link) => factTexts(link, after, names),
  });
}

/** The chosen template with one change; undefined when template or link are gone, or it would no longer hold. */
async function changed(
  tx: Tx,
  { template, code, change }: { template: string; code: string; change: LinkChange },
  today: Day,
): Promise<{ before: LinkTemplate; after: LinkTemplate } | undefined> {
  const before = (await findTemplate(tx, template))?.template;
  const after = before && changeTemplate(before, code, change, today);
  return before && after && templateFaults(after).length === 0 ? { before, after } : undefined;
}

function changeText(differences: readonly LinkDifference[]): string {
  return differences
    .flatMap(({ no, name, facts }) =>
      facts.map(({ fact, before, after }) =>
        PREVIEW.one(titleOf({ no, name }), FACT_NAMES[fact], before, after),
      ),
    )
    .join('\n\n');
}

export const LINK_CHANGE_DRAFT = defineDraft(LINK_CHANGE, {
  refuse,
  preview: async (tx, draftId, payload, viewer): Promise<Card> => {
    const states = await changed(tx, payload, todayOf(viewer));
    if (!states) return textCard(PREVIEW.gone, { tone: 'warning', demo: viewer.demo });
    const text = changeText(await differencesOf(tx, states, viewer.directory));
    const scope = PREVIEW.scope(payload.template, await countTaken(tx));
    const link = states.before.links.find(({ code }) => code === payload.code);
    const title = PREVIEW.title(link ? titleOf(link) : payload.template);
    return confirmCard({ draftId, title, text: `${text}\n\n${scope}` }, viewer.demo);
  },
  confirm: async (context, payload) => {
    const { tx, actor, now, directory } = context;
    await lockTemplates(tx);
    const states = await changed(tx, payload, todayOf(context));
    if (!states) return done(context, 'warning', PREVIEW.gone);
    const text = changeText(await differencesOf(tx, states, directory));
    await saveTemplate(tx, states.after, { personId: actor.person.id, at: now });
    return done(context, 'success', `${PREVIEW.changed}\n${text}`);
  },
  cancel: leaveUnchanged,
});

type Act = { template: string; act: 'choose' | 'confirm-all' | 'reviewed'; codes: string[] };

export const TEMPLATE_ACT_DRAFT = defineDraft<Act>(TEMPLATE_ACT, {
  refuse,
  preview: async (tx, draftId, { template: name, act, codes }, viewer) => {
    const stored = await findTemplate(tx, name);
    if (!stored) return textCard(PREVIEW.gone, { tone: 'warning', demo: viewer.demo });
    const { template } = stored;
    const taken = await countTaken(tx);
    const links = template.links.filter(({ code }) => codes.includes(code));
    const text = {
      choose: async () =>
        `${PREVIEW.choose((await chosenStored(tx)).template.name, name)}\n\n${PREVIEW.chooseScope(taken)}`,
      'confirm-all': async () =>
        [
          PREVIEW.confirmAll(links.length),
          ...links.map((link) =>
            PREVIEW.openLink(titleOf(link), durationText(link.promised), statutoryText(link.statutory)),
          ),
          '',
          PREVIEW.scope(name, taken),
        ].join('\n'),
      reviewed: async () => PREVIEW.reviewed(template.reviewedOn, todayOf(viewer)),
    }[act];
    return confirmCard(
      { draftId, title: PREVIEW.title(PREVIEW.acts[act](name)), text: await text() },
      viewer.demo,
    );
  },
  confirm: async (context, { template: name, act, codes }) => {
    const { tx, actor, now } = context;
    await lockTemplates(tx);
    const stored = await findTemplate(tx, name);
    if (!stored) return done(context, 'warning', PREVIEW.gone);
    const { template } = stored;
    const by = { personId: actor.person.id, at: now };
    const today = todayOf(context);
    if (act === 'choose') {
      const before = (await chosenStored(tx)).template.name;
      await chooseTemplate(tx, template, by);
      return done(context, 'success', `${PREVIEW.chosenNow(name)}\n${PREVIEW.back(before)}`);
    }
    if (act === 'reviewed') {
      await saveTemplate(tx, { ...template, reviewedOn: today }, by);
      return done(context, 'success', PREVIEW.reviewedNow(today));
    }
    const meant = (link: LinkTemplate['links'][number]) => codes.includes(link.code) && isOpen(link);
    const links = template.links.map((link) => (meant(link) ? { ...link, confirmedOn: today } : link));
    await saveTemplate(tx, { ...template, links }, by);
    return done(context, 'success', PREVIEW.confirmedAll(template.links.filter(meant).length));
  },
  cancel: leaveUnchanged,
});

export const TEMPLATE_IMPORT_DRAFT = defineDraft(TEMPLATE_IMPORT, {
  refuse,
  preview: async (tx, draftId, { template, exportedFrom }, viewer) => {
    const before = (await findTemplate(tx, template.name))?.template;
    if (!before) return textCard(PREVIEW.gone, { tone: 'warning', demo: viewer.demo });
    const differences = await differencesOf(tx, { before, after: template }, viewer.directory);
    const view = { draftId, name: template.name, exportedFrom, differences, taken: await countTaken(tx) };
    return importCard(view, await viewContext(tx, viewer, {}));
  },
  confirm: async (context, { template, base }) => {
    const { tx, actor, now } = context;
    await lockTemplates(tx);
    const stored = await findTemplate(tx, template.name);
    if (!stored || stored.changedAt !== base) return done(context, 'warning', IMPORT.stale(template.name));
    await saveTemplate(tx, template, { personId: actor.person.id, at: now });
    return done(context, 'success', IMPORT.done(template.name));
  },
  cancel: leaveUnchanged,
});
