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
