import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { button, card, markdown } from '../../src/cards/kit.ts';
import { bodyIn, cardIn, noteForm, readForm } from '../../src/engine/form.ts';

describe('the form of a try', () => {
  test('is kept in the last error, whatever the reason', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.string(), (asText, masked, reason) => {
        const noted = noteForm({ asText, masked }, asText || masked ? reason : reason.replace(/^\[/, ''));
        expect(readForm(noted)).toEqual({ asText, masked });
      }),
    );
    expect(readForm(null)).toEqual({ asText: false, masked: false });
    expect(readForm('rate-limited')).toEqual({ asText: false, masked: false });
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
    const forms = [false, true].flatMap((asText) => [false, true].map((masked) => ({ asText, masked })));
    const uuid = crypto.randomUUID();
    const bodies = forms.map((form) => bodyIn(form, drawn, uuid));
    expect(new Set(bodies.map((body) => body.uuid)).size).toBe(4);
    for (const body of bodies) expect(body.uuid.length).toBeLessThanOrEqual(50);
  });

  test('masking leaves no number to read, and leaves what buttons carry alone', () => {
    const masked = JSON.stringify(cardIn({ asText: false, masked: true }, drawn.card));
    expect(masked.match(/13800138000/g)).toHaveLength(1);
    expect(masked).toContain('搜 13800138000');
    const text = bodyIn({ asText: true, masked: true }, drawn, 'u');
    expect(JSON.stringify(text.content)).not.toContain('13800138000');
  });

  test('a number of another length, as of a document, is not masked', () => {
    const body = bodyIn(
      { asText: true, masked: true },
      { text: '文号 20261380013800012 与 1380013800' },
      'u',
    );
    expect(body.content).toEqual({ text: '文号 20261380013800012 与 1380013800' });
  });

  test('in a plain text no tag of a person survives', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        const body = bodyIn(
          { asText: false, masked: false },
          { text: `${noise}<at user_id="all">x</at><B>` },
          'u',
        );
        expect(JSON.stringify(body.content)).not.toMatch(/<\/?[a-z]/i);
      }),
    );
  });
});
