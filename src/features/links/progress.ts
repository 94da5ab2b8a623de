/** 进度: one step of one link, said in words. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import type { Answer } from '../../domain/answer.ts';
import { todayOf } from '../../domain/directory.ts';
import { chooseLink, warn } from './choose.ts';
import { markUnconcerned, nameUnit, restoreLink } from './concern.ts';
import { finishLink } from './finish.ts';
import type { ProgressStep } from './read.ts';
import { startLink } from './start.ts';
import { readTail } from './tail.ts';

const STEP_WORDS: Record<ProgressStep, string> = {
  start: '开始',
  finish: '完成',
  unconcerned: '不涉及',
  restore: '恢复',
  unit: '单位',
};

export async function runProgress(context: CommandContext, call: CallOf<'link-progress'>): Promise<Answer> {
  const { step, tail } = call;
  const chosen = await chooseLink(context, call, (link, project) =>
    ['进度', project, link, STEP_WORDS[step], tail].filter((word) => word !== '').join(' '),
  );
  if ('answer' in chosen) return chosen.answer;
  switch (step) {
    case 'unconcerned':
      return markUnconcerned(context, chosen, tail);
    case 'restore':
      return restoreLink(context, chosen);
    case 'unit':
      return nameUnit(context, chosen, call.unitIds ?? []);
    case 'start':
    case 'finish': {
      const read = readTail(tail, todayOf(context));
      if ('problem' in read) return warn(read.problem);
      return step === 'start' ? startLink(context, chosen, read.day) : finishLink(context, chosen, read);
    }
  }
}
