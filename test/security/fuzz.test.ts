/** Whatever is sent is read or refused: no reader of outside text throws, and what it gives fits the database. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction, TAP_VERBS } from '../../src/cards/actions.ts';
import { readFormValues } from '../../src/cards/field.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { readHolidayNotice } from '../../src/domain/calendar/holiday-notice.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { readDeadline } from '../../src/domain/deadline.ts';
import { DEFAULT_HOURS } from '../../src/domain/worktime.ts';
import { readContent } from '../../src/feishu/content.ts';
import { parsePush } from '../../src/feishu/parse.ts';
import { inGroup, inPrivate, mentionsIn } from '../commands/place.ts';
import { push } from '../feishu/seal.ts';
import { COMMANDS, TABLE } from '../support/table.ts';

const INT4 = 2_147_483_647;
const runs = { numRuns: 300 };

/** What people cannot type and attackers can: halves of pairs, marks of direction, nothing visible, digits of the world. */
const ODD = [
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u0301',
  '٣',
  '１２',
  '①',
  '〇',
  '👩‍👩‍👧',
  '\u2028',
  '\r',
  '\t',
  '<at id=all></at>',
  '@_all',
  '@_user_1',
  '{{x}}',
  '%s',
  "'; drop table issue; --",
  '\\',
  '`',
  '*',
];
const odd = fc.constantFrom(...ODD);
const word = fc.constantFrom(...COMMANDS.flatMap((spec) => [...spec.words]));
const example = fc.constantFrom(...COMMANDS.flatMap((spec) => [...spec.example]));
const number = fc
  .oneof(fc.integer({ min: -5, max: 40 }), fc.bigInt({ min: 0n, max: 10n ** 30n }))
  .map((n) => `#${n}`);
const day = fc.constantFrom(
  '2月30日',
  '12月20日',
  '明天',
  '3个工作日',
  '99999999个工作日',
  '下下下周三',
  '0000-00-00',
  '9999-12-31',
  '2026年13月40日',
  '五十亿天内',
  '-3天内',
  '25点',
  '月底前',
);
const piece = fc.oneof(
  odd,
  word,
  number,
  day,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(' ', '\n', '到', '单位', '@张三', '住建局', '兴发'),
);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(example, fc.array(piece, { maxLength: 4 }))
      .map(([head, rest]) => head + rest.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, piece, fc.integer({ min: 1, max: 3000 }))
      .map(([head, one, n]) => head + one.repeat(n).slice(0, 20_000)),
  },
);

describe('the reader of commands', () => {
  test('reads every text as a call, a misuse or nothing, with numbers the database takes', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (said, group, addressed) => {
        const context = group ? inGroup : inPrivate;
        const match = matchCommand({ text: said, mentions: mentionsIn(said), addressed, context }, TABLE);
        expect(['call', 'misuse', 'unknown']).toContain(match.kind);
        const walk = (value: unknown): void => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
        };
        walk(match);
        if (match.kind === 'call' && 'issueId' in match.call && match.call.issueId !== undefined) {
          expect(Number.isInteger(match.call.issueId)).toBe(true);
          expect(match.call.issueId).toBeGreaterThan(0);
          expect(match.call.issueId).toBeLessThanOrEqual(INT4);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

test('deadline words: found lies within five years and inside the text, whatever was said', () => {
  const ctx = {
    now: Date.parse('2026-11-23T01:00:00Z'),
    calendar: createCalendar(),
    timeZone: 'Asia/Shanghai',
    hours: DEFAULT_HOURS,
  };
  const words = fc.array(
    fc.oneof(
      day,
      piece,
      fc.constantFrom('前', '内', '后', '之前', '上午', '下午5点', '周', '星期', '月', '号', '天', '年'),
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(words, (pieces) => {
      const said = pieces.join('');
      const reading = readDeadline(said, ctx);
      if (reading.kind !== 'found') return;
      expect(reading.day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(reading.at).toBeLessThan(ctx.now + 6 * 366 * 86_400_000);
      expect(reading.span[0]).toBeGreaterThanOrEqual(0);
      expect(reading.span[1]).toBeLessThanOrEqual(said.length);
    }),
    { numRuns: 1500 },
  );
});

test('a notice of holidays is read or refused', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          piece,
          fc.constantFrom('一、元旦：1月1日放假', '共3天', '上班', '至', '2027年', '2027-02-08 休'),
        ),
        { maxLength: 20 },
      ),
      (pieces) => {
        expect(typeof readHolidayNotice(pieces.join('')).ok).toBe('boolean');
      },
    ),
    runs,
  );
});

describe('cards', () => {
  const action = fc.oneof(
    fc.record(
      {
        v: fc.constant(1),
        do: fc.constant('verb'),
        verb: fc.constantFrom(...TAP_VERBS),
        issueId: fc.integer(),
        seen: fc.integer(),
        args: fc.object(),
      },
      { requiredKeys: ['v', 'do'] },
    ),
    fc.record(
      {
        v: fc.constant(1),
        do: fc.constantFrom(
          'page',
          'submit',
          'open-form',
          'answer',
          'bind',
          'confirm-draft',
          '__proto__',
          'constructor',
        ),
        form: fc.string(),
        issueId: fc.double(),
        title: fc.string(),
        page: fc.integer(),
        filter: fc.object(),
        command: fc.string({ unit: 'binary' }),
        draftId: fc.string(),
      },
      { requiredKeys: ['v', 'do'] },
    ),
    fc.anything(),
  );

  test('an envelope is one of ours, or invalid; what is taken can be written again', () => {
    fc.assert(
      fc.property(action, (value) => {
        const read = decodeAction(value);
        if ('invalid' in read) {
          expect(read.invalid.length).toBeLessThan(200);
          return;
        }
        expect(decodeAction(encodeAction(read))).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  test('form values give ids the database takes, days that exist, texts within bounds', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary' }),
      odd,
      fc.constantFrom('9999999999', '2147483648', '1', '2026-02-30', '2026-12-20 +0800', 'ou_x'),
      fc.anything(),
    );
    const form = fc.dictionary(
      fc.constantFrom(
        'text',
        'unitId',
        'projectId',
        'personOpenId',
        'personName',
        'day',
        'newProject',
        'enterprise',
        'reason',
        '__proto__',
      ),
      field,
    );
    fc.assert(
      fc.property(fc.oneof(form, fc.anything()), (values) => {
        const read = readFormValues(values);
        for (const id of [read?.unitId, read?.projectId])
          if (id !== undefined) expect(id).toBeLessThanOrEqual(INT4);
        if (read?.day !== undefined) expect(new Date(read.day).toISOString().slice(0, 10)).toBe(read.day);
        for (const said of [read?.text, read?.reason, read?.newProject])
          expect((said ?? '').length).toBeLessThanOrEqual(6000);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the wire', () => {
  test('content of a message is read as text, whatever stands in it', () => {
    const element = fc.record(
      {
        tag: fc.oneof(fc.constantFrom('text', 'a', 'at', 'img', 'media', 'md', 'emotion'), fc.string()),
        text: fc.anything(),
        href: fc.anything(),
        user_id: fc.anything(),
        image_key: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ title: fc.anything(), content: fc.array(fc.array(fc.oneof(element, fc.anything()))) })
        .map((post) => JSON.stringify(post)),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom('text', 'post', 'image', 'file', 'media', 'audio'), fc.string()),
        content,
        (type, body) => {
          const read = readContent(type, body);
          expect(typeof read.rawText).toBe('string');
          for (const file of read.attachments) expect(typeof file.key).toBe('string');
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a push of any shape is understood, ignored or invalid', () => {
    const types = fc.constantFrom(
      'im.message.receive_v1',
      'card.action.trigger',
      'im.chat.member.bot.added_v1',
      'im.chat.member.user.added_v1',
      'im.chat.updated_v1',
      'application.bot.menu_v6',
      '__proto__',
    );
    const payload = fc.oneof(
      fc.anything(),
      fc.tuple(types, fc.anything()).map(([type, event]) => push(type, event)),
      fc
        .tuple(types, fc.object(), fc.dictionary(fc.string(), fc.anything()))
        .map(([type, event, header]) =>
          push(
            type,
            { message: event, action: event, operator: event, sender: { sender_id: event } },
            header,
          ),
        ),
    );
    fc.assert(
      fc.property(payload, (value) => {
        expect(typeof parsePush(value, 0, 'ou_bot').kind).toBe('string');
      }),
      { numRuns: 600 },
    );
  });
});
