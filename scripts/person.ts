/** `npm run person -- export|erase <open_id|name>`: what is kept of one person. */
import { readConfig } from '../src/config.ts';
import { erasePerson, exportPerson, findSomebody } from '../src/ops/person.ts';
import { runTool, say, ToolError, withDatabase } from '../src/ops/tool.ts';

const USAGE = `用法：
  npm run person -- export <open_id 或姓名>         导出这个人的全部记录（JSON）
  npm run person -- erase <open_id 或姓名> --yes    注销：抹去姓名和 open_id，问题和历史保留，不能撤回`;

runTool(async () => {
  const [what, who, yes, ...more] = process.argv.slice(2);
  if ((what !== 'export' && what !== 'erase') || !who || more.length > 0) throw new ToolError(USAGE);
  const config = readConfig(process.env);
  await withDatabase(config, { create: false }, async (db) => {
    const person = await findSomebody(db, who);
    if (what === 'export') return say(JSON.stringify(await exportPerson(db, person), null, 2));
    if (yes !== '--yes') {
      throw new ToolError(`将注销 ${person.name}（${person.openId}），不能撤回。确定就在命令后面加 --yes。`);
    }
    const done = await erasePerson(db, person, config.adminOpenIds, Date.now());
    say(`已注销，今后显示为“${done.alias}”。问题和历史都在。`);
    if (done.namedIn.length > 0) {
      const list = done.namedIn.map((id) => `#${id}`).join('、');
      say(`这些问题的文字里写到了这个姓名，是别人写的话，没有改：${list}`);
    }
    say('以前的备份文件里仍有这个人，请按你们的规定处理。');
  });
  return 0;
});
