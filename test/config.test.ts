/** Configuration: what is read from the environment, and what is refused. */
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const BASE = {
  FEISHU_APP_ID: 'cli_1',
  FEISHU_APP_SECRET: 's',
  FEISHU_ENCRYPT_KEY: 'key-1',
  FEISHU_VERIFICATION_TOKEN: 'token-1',
  ADMIN_OPEN_IDS: 'ou_1',
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig({ ...BASE, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('secrets being changed', () => {
  test('a single key and token are lists of one', () => {
    const { app } = readConfig(BASE);
    expect(app).toMatchObject({ encryptKeys: ['key-1'], verificationTokens: ['token-1'] });
  });

  test('the new and the old one are both read, spaces and a comma too many aside', () => {
    const { app } = readConfig({
      ...BASE,
      FEISHU_ENCRYPT_KEY: 'key-2, key-1,',
      FEISHU_VERIFICATION_TOKEN: ' token-2,token-1 ',
    });
    expect(app?.encryptKeys).toEqual(['key-2', 'key-1']);
    expect(app?.verificationTokens).toEqual(['token-2', 'token-1']);
  });

  test('a third one is refused: an old secret that is never struck off is a hole', () => {
    expect(problemsOf({ FEISHU_ENCRYPT_KEY: 'a,b,c' })).toEqual([
      expect.stringMatching('FEISHU_ENCRYPT_KEY：最多写两个'),
    ]);
  });

  test('a lone comma is no secret', () => {
    expect(problemsOf({ FEISHU_ENCRYPT_KEY: ',', FEISHU_VERIFICATION_TOKEN: ' , ' })).toEqual([
      expect.stringMatching('FEISHU_ENCRYPT_KEY：webhook 方式必须设置'),
      expect.stringMatching('FEISHU_VERIFICATION_TOKEN：webhook 方式必须设置'),
    ]);
  });
});

describe('a database address', () => {
  test.each(['postgres://u:p@@@h:xx/x', 'postgres://u:p@h:port/x', 'postgres://u:p@ss:w/rd@h/x'])(
    'that cannot be read is told by its variable, without its value: %s',
    (url) => {
      const problems = problemsOf({ DATABASE_URL: url });
      expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL：不是有效的地址/)]);
      expect(problems.join()).not.toContain(url);
    },
  );

  test.each(['postgres://u:p@h/x', 'postgresql://u:p%40ss@h:5432/x?ssl=require', 'postgres://u:p@a:1,b:2/x'])(
    'is taken: %s',
    (url) => {
      expect(readConfig({ ...BASE, DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );
});

test('how long stopping may take is whole seconds, 20 unless told', () => {
  expect(readConfig(BASE).stopMs).toBe(20_000);
  expect(readConfig({ ...BASE, STOP_SECONDS: '5' }).stopMs).toBe(5000);
  for (const wrong of ['0', '1.5', '601', 'soon'])
    expect(problemsOf({ STOP_SECONDS: wrong })).toEqual([expect.stringMatching(/^STOP_SECONDS：/)]);
});
