import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { button, card, markdown } from '../../src/cards/kit.ts';
import { bodyIn, cardIn, mentionedIn, noteRendition, readRendition } from '../../src/engine/rendition.ts';

describe('the rendition of a try', () => {
  test('is kept in its column, whatever the last error says', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.string(),
        (asText, masked, unmentioned, reason) => {
          const rendition = noteRendition({ asText, masked, unmentioned });
          const lastError = rendition === null ? reason.replace(/^\[/, '') : reason;
          expect(readRendition({ rendition, lastError })).toEqual({ asText, masked, unmentioned });
        },
      ),
    );
    const plain = { asText: false, masked: false, unmentioned: false };
    expect(readRendition({ rendition: null, lastError: null })).toEqual(plain);
    expect(readRendition({ rendition: null, lastError: 'rate-limited' })).toEqual(plain);
  });

  test('of a row the version before put back is read from the head of its last error', () => {
    const of = (lastError: string) => readRendition({ rendition: null, lastError });
    expect(of('[text] card-content')).toEqual({ asText: true, masked: false, unmentioned: false });
    expect(of('[masked] data-loss-prevention')).toEqual({ asText: false, masked: true, unmentioned: false });
    expect(of('[text masked] data-loss-prevention')).toEqual({
      asText: true,
      masked: true,
      unmentioned: false,
    });
  });

  const drawn = {
    card: card({
      title: '#1 打 13800138000',
      color: 'blue',
      summary: '13800138000',
      elements: [
        markdown('电话 13800138000'),
        button('查', { v: 1, do: 'answer', command: '搜 13800138000' }),
      ],
      demo: false,
    }),
  };

  test('other content never goes under the same uuid, and no uuid is longer than the platform takes', () => {
    const either = [false, true];
    const forms = either.flatMap((asText) =>
      either.flatMap((masked) => either.map((unmentioned) => ({ asText, masked, unmentioned }))),
    );
    const uuid = crypto.randomUUID();
    const bodies = forms.map((form) => bodyIn(form, drawn, uuid));
    expect(new Set(bodies.map((body) => body.uuid)).size).toBe(8);
    for (const body of bodies) expect(body.uuid.length).toBeLessThanOrEqual(50);
  });

  test('masking leaves no number to read, and leaves what buttons carry alone', () => {
    const masked = JSON.stringify(cardIn({ asText: false, masked: true, unmentioned: false }, drawn.card));
    expect(masked.match(/13800138000/g)).toHaveLength(1);
    expect(masked).toContain('搜 13800138000');
    const text = bodyIn({ asText: true, masked: true, unmentioned: false }, drawn, 'u');
    expect(JSON.stringify(text.content)).not.toContain('13800138000');
  });

  test('without mentions it names those it knows, in the card and in the text, and mentions nobody', () => {
    const mentions = card({
      title: '#1',
      color: 'blue',
      summary: '#1',
      elements: [markdown('等 <at id=ou_1></at> <at id=ou_2></at> **签收**')],
      demo: false,
    });
    const names = new Map([['ou_1', '张<三']]);
    const rendition = { asText: false, masked: false, unmentioned: true };
    const shown = JSON.stringify(cardIn(rendition, mentions, names));
    expect(shown).not.toContain('<at');
    expect(shown).toContain('有关同志');
    expect(shown).not.toContain('<三');
    const text = bodyIn({ ...rendition, asText: true, unmentioned: false }, { card: mentions }, 'u', names);
    expect(JSON.stringify(text.content)).toContain('@张<三 @有关同志 签收');
    expect(mentionedIn(rendition, mentions)).toEqual(['ou_1', 'ou_2']);
    expect(mentionedIn({ ...rendition, unmentioned: false }, mentions)).toEqual([]);
  });

  test('a number of another length, as of a document, is not masked', () => {
    const body = bodyIn(
      { asText: true, masked: true, unmentioned: false },
      { text: '文号 20261380013800012 与 1380013800' },
      'u',
    );
    expect(body.content).toEqual({ text: '文号 20261380013800012 与 1380013800' });
  });

  test('in a plain text no tag of a person survives', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        const body = bodyIn(
          { asText: false, masked: false, unmentioned: false },
          { text: `${noise}<at user_id="all">x</at><B>` },
          'u',
        );
        expect(JSON.stringify(body.content)).not.toMatch(/<\/?[a-z]/i);
      }),
    );
  });
});
