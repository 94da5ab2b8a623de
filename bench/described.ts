/** What finding the one problem that is meant by a description costs, against its own statements sent by themselves. */

import type { CommandContext } from '../src/commands/context.ts';
import { describedIssue } from '../src/commands/described.ts';
import { tsvectorOf } from '../src/db/search.ts';
import { searchTokens } from '../src/domain/search.ts';
import type { BenchServer } from './postgres.ts';

/** 门口路破了那个修了没有: found by rare words; by words many share; of what nobody wrote. */
export const DESCRIBED = [
  '东门外高压线挡着塔吊那个',
  '供水压力不足的那个',
  '门口道路破损的那个',
  '食堂漏雨那个',
];

const PLACES = ['东门', '西侧围墙', '厂区门口', '北面坡地', '二期厂房', '三号车间', '红线内', '渣土场'];
const MATTERS = [
  '道路破损',
  '供水压力不足',
  '变压器容量不够',
  '征地协议未签',
  '施工许可证卡住',
  '排水沟改道',
];

/** Problems with texts as people write them in the place of the shape's: every text shared by thousands, one by none. */
export async function writeTexts(server: BenchServer, database: string): Promise<void> {
  const texts = PLACES.flatMap((place) => MATTERS.map((matter) => `${place}${matter}，影响进场`));
  const rows = [...texts, '东门外高压线离塔吊太近'].map(
    (text, n) => `(${n}, '${text}', '${tsvectorOf(searchTokens(text)).replaceAll("'", "''")}'::tsvector)`,
  );
  const rare = rows.length - 1;
  await server.run(
    `create temporary table worded (n int, text text, search tsvector);
     insert into worded values ${rows.join()};
     update issue set text = worded.text, title = worded.text, search = worded.search
       from worded where worded.n = issue.id % ${rare};
     update issue set text = worded.text, title = worded.text, search = worded.search
       from worded where worded.n = ${rare} and issue.id = (select max(id) from issue where status = 'working');
`,
    database,
  );
  await server.run('vacuum (analyze) issue', database);
}

/** Of whoever sees everything. */
export function lookUp(context: CommandContext, said: string): Promise<unknown> {
  return describedIssue(context, said);
}
