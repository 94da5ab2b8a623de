import { expect, test } from 'vitest';
import { createGroup, createScripted, type Scripted } from './bot.ts';

function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(0x89504e47, 0);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Uint8Array.from(head);
}

function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.from('GIF89a\0\0\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return Uint8Array.from(head);
}

async function upload(s: Scripted, path: string, fields: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, '台账.xlsx');
  }
  const response = await s.sim.fetch(
    new Request(`http://127.0.0.1/open-apis/im/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await s.token()}` },
      body: form,
    }),
  );
  return (await response.json()) as { code: number; data?: { image_key?: string; file_key?: string } };
}

const send = (s: Scripted, chatId: string, msgType: string, content: object) =>
  s.call('POST', '/open-apis/im/v1/messages?receive_id_type=chat_id', {
    receive_id: chatId,
    msg_type: msgType,
    content: JSON.stringify(content),
  });

test('an uploaded file can be sent, as the type it was uploaded for', async () => {
  const s = createScripted();
  const { chat } = createGroup(s);
  const bytes = new Blob([new Uint8Array([1, 2, 3])]);
  const { data } = await upload(s, 'files', { file_type: 'xls', file_name: '台账.xlsx', file: bytes });
  expect(data?.file_key).toMatch(/^file_v3_/);
  expect((await send(s, chat.chatId, 'file', { file_key: data?.file_key })).json.code).toBe(0);
  // Whoever reads the message is told the file's name.
  expect(s.sim.messages(chat.chatId).at(-1)?.content).toEqual({
    file_key: data?.file_key,
    file_name: '台账.xlsx',
  });
  expect((await send(s, chat.chatId, 'media', { file_key: data?.file_key })).json.code).toBe(230055);
});

test('an uploaded image can be sent and put on a card', async () => {
  const s = createScripted();
  const { chat } = createGroup(s);
  const { data } = await upload(s, 'images', { image_type: 'message', image: new Blob([png(100, 80)]) });
  expect(data?.image_key).toMatch(/^img_v3_/);
  expect((await send(s, chat.chatId, 'image', { image_key: data?.image_key })).json.code).toBe(0);
});

test.each([
  ['an empty file', 'files', { file_type: 'stream', file_name: 'a', file: new Blob([]) }, 234010],
  [
    'a file over 30 MB',
    'files',
    { file_type: 'stream', file_name: 'a', file: new Blob([new Uint8Array(31_457_281)]) },
    234006,
  ],
  ['a file of an unknown type', 'files', { file_type: 'exe', file_name: 'a', file: new Blob(['x']) }, 234001],
  ['a file without name', 'files', { file_type: 'stream', file: new Blob(['x']) }, 234001],
  ['what is no image', 'images', { image_type: 'message', image: new Blob(['hello']) }, 234011],
  ['a gif over 2000 px', 'images', { image_type: 'message', image: new Blob([gif(2001, 10)]) }, 234039],
  ['an image over 12000 px', 'images', { image_type: 'message', image: new Blob([png(12_001, 10)]) }, 234039],
])('%s is refused', async (_what, path, fields, code) => {
  expect((await upload(createScripted(), path, fields as Record<string, string | Blob>)).code).toBe(code);
});

test("what a person sends is fetched through its message, and never sent on as the bot's own", async () => {
  const s = createScripted();
  const { wang, chat } = createGroup(s);
  const bytes = new TextEncoder().encode('台账');
  const said = await s.sim.upload(wang.openId, chat.chatId, {
    name: '台账.xlsx',
    mime: 'application/zip',
    bytes,
  });
  const { file_key: key } = said.content as { file_key: string };
  const get = async (messageId: string, fileKey: string, type = 'file') =>
    s.sim.fetch(
      new Request(
        `http://127.0.0.1/open-apis/im/v1/messages/${messageId}/resources/${fileKey}?type=${type}`,
        {
          headers: { authorization: `Bearer ${await s.token()}` },
        },
      ),
    );
  const got = await get(said.messageId, key);
  expect(await got.text()).toBe('台账');
  expect(got.headers.get('content-disposition')).toContain(encodeURIComponent('台账.xlsx'));
  expect(await (await get(said.messageId, 'file_v3_x')).json()).toMatchObject({ code: 234003 });
  expect(await (await get(said.messageId, key, 'image')).json()).toMatchObject({ code: 234001 });
  expect((await send(s, chat.chatId, 'file', { file_key: key })).json.code).toBe(230017);
});
