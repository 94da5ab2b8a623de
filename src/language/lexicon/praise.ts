/** Doing well or badly where nothing says by what: 办得最好, 垫底. Then 按时率 tells, as in 红黑榜 (domain/stats.ts). */
import { each, list, of } from './compose.ts';
import type { MeasureWord } from './measures.ts';
import type { FreeWord, WordGroup } from './query-word.ts';

const DONE = each(of('办 干 做 搞 弄 办事 办理 落实 抓 完成 工作 工作干 工作做 活干 事办'), ['得', '的']);
const SHOWN = of('表现 表现得 成绩 办理情况 办结情况 工作');
const ends = (...words: readonly string[]) => each([...DONE, ...SHOWN], words, ['', '的']);
const praise = (best: 'high' | 'low'): MeasureWord => ({ tag: 'rate', rate: 'on-time', best });

export const PRAISE_WORDS: readonly WordGroup[] = [
  [
    praise('high'),
    list(ends(...of('最好 最优 最出色 最突出 最漂亮 最到位 最靠前')), of('最先进 排头 领跑 靠前的')),
  ],
  [
    praise('low'),
    list(
      ends(...of('最差 最不好 最不行 最糟 最不力 最烂 最靠后')),
      of('垫底 垫底的 最落后 最后进 拖尾 吊车尾 最不行的 靠后的 在末尾的 排末尾的'),
    ),
  ],
];

const SAID = `(?:${DONE.join('|')}|${SHOWN.join('|')})(?:比较|更|都|很)?`;
/** 办得好不好 asks how it goes. */
const ALONE = '的?(?![不没吗了呢吧么])';

export const PRAISE_FREE: readonly FreeWord[] = [
  [new RegExp(`${SAID}(?:好|不错|出色|突出|漂亮|到位)${ALONE}`, 'y'), praise('high')],
  [/(?:可以|应该|该|值得|能|要)(?:通报)?表扬(?:一下)?的?/y, praise('high')],
  [new RegExp(`${SAID}(?:差|不好|不行|不力|不到位|靠后)${ALONE}`, 'y'), praise('low')],
];
