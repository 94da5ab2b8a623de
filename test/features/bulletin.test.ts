/** Forms and buttons of 红黑榜, as they stand on cards in the chats. */
import { describe, expect, test } from 'vitest';
import { decodeAction, decodeButton, encodeOwn, encodeOwnForm } from '../../src/cards/actions.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { Form } from '../../src/cards/element.ts';
import { readFormValues } from '../../src/cards/field.ts';
import { formCard } from '../../src/cards/form.ts';
import { APPROVE, DISCARD, EDIT } from '../../src/features/bulletin/buttons.ts';
import { editForm, publishForm } from '../../src/features/bulletin/card.ts';
import { fillForm } from '../../src/sim/card/form.ts';
import { buttonsOf, problemsOf, valuesOf } from '../cards/check.ts';
import { PEOPLE, sampleContext } from '../cards/samples.ts';
import { REGISTRY } from '../support/table.ts';

const ctx = sampleContext();
const ABOUT = { id: 4, title: '2026年11月红黑榜' };
const FORMS = {
  'bulletin-edit': {
    own: editForm({ ...ABOUT, choices: [{ id: 1, name: '红榜：住建局' }] }),
    title: '改榜单',
    filled: { entry: '1', listed: 'no', reason: '数据有误' },
    read: { entry: 1, listed: 'no', reason: '数据有误' },
  },
  'bulletin-approve': {
    own: publishForm({ ...ABOUT, choices: [{ id: 'oc_office', name: '综合办' }] }),
    title: '发布红黑榜',
    filled: { chatId: 'oc_office' },
    read: { chatId: 'oc_office' },
  },
};

describe.each(Object.entries(FORMS))('%s', (form, { own, title, filled, read }) => {
  const card = formCard(form, { place: 'chat', own }, ctx);

  test('is a form the platform takes, about the bulletin it names', () => {
    expect(problemsOf(card)).toEqual([]);
    expect(buttonsOf(card)).toEqual(['确认']);
    expect(cardText(card)).toContain(`${title}\n${ABOUT.title}`);
  });

  test('carries the same value as ever, and comes back as its own', () => {
    expect(valuesOf(card)).toEqual([{ v: 1, do: 'submit', form, bulletinId: 4 }]);
    const about = { bulletinId: 4 };
    expect(decodeButton(valuesOf(card)[0], REGISTRY)).toEqual({ do: 'submit-own-form', form, about });
    const opening = { v: 1, do: 'open-form', form, bulletinId: 4 };
    expect(decodeButton(opening, REGISTRY)).toEqual({ do: 'open-own-form', form, about });
  });

  test('filled in by a client comes back with the same values', () => {
    const element = card.body.elements.find((e): e is Form => e.tag === 'form')!;
    const world = { members: PEOPLE.map((person) => person.openId), blank: 'empty' } as const;
    const wire = JSON.parse(JSON.stringify(element)) as Record<string, unknown>;
    expect(readFormValues(fillForm(wire, filled, world))).toMatchObject(read);
  });

  test('whatever else stands on its button is refused, and so is a button without its bulletin', () => {
    for (const extra of [{}, { bulletinId: 0 }, { bulletinId: '4' }, { bulletinId: 4, issueId: 1 }])
      for (const step of ['open-form', 'submit', 'page'])
        expect(decodeButton({ v: 1, do: step, form, ...extra }, REGISTRY)).toHaveProperty('invalid');
  });
});

test('buttons are written as cards in the chats carry them', () => {
  const about = { bulletinId: 4 };
  expect(encodeOwn(DISCARD, about)).toEqual({ v: 1, do: 'discard-bulletin', bulletinId: 4 });
  expect(encodeOwnForm('open-form', EDIT, about)).toEqual({
    v: 1,
    do: 'open-form',
    form: 'bulletin-edit',
    bulletinId: 4,
  });
  expect(encodeOwnForm('open-form', APPROVE, about)).toMatchObject({ form: 'bulletin-approve' });
  expect(() => encodeOwn(DISCARD, { bulletinId: 0 })).toThrow();
  expect(() => encodeOwnForm('submit', EDIT, { bulletinId: 1.5 })).toThrow();
});

test('a button is read by what was registered, and by nothing else', () => {
  const discard = encodeOwn(DISCARD, { bulletinId: 4 });
  const read = { do: 'own-action', name: 'discard-bulletin', carried: { bulletinId: 4 } };
  expect(decodeButton(discard, REGISTRY)).toEqual(read);
  expect(decodeButton({ ...discard, v: 2 }, REGISTRY)).toEqual({ invalid: 'unknown version' });
  expect(decodeButton({ ...discard, as: 'ou_boss' }, REGISTRY)).toHaveProperty('invalid');
  const none = { actions: new Map(), forms: new Map() };
  expect(decodeButton(discard, none)).toHaveProperty('invalid');
  expect(decodeAction(discard)).toHaveProperty('invalid');
  const spine = { v: 1, do: 'open-form', form: 'log' };
  expect(decodeButton(spine, REGISTRY)).toEqual({ do: 'open-form', form: 'log' });
  for (const value of [null, 'x', [], { v: 1 }, { v: 1, do: 'constructor' }])
    expect(decodeButton(value, REGISTRY)).toHaveProperty('invalid');
});

test('an answer that shows a form, stored by any version, tells what it is about', () => {
  const stored = { kind: 'form', form: 'bulletin-edit', bulletinId: 4, later: 1 };
  expect(REGISTRY.forms.get('bulletin-edit')?.within.parse(stored)).toEqual({ bulletinId: 4 });
});
