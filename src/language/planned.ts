/**
 * Words of the specification that are no command yet, with what serves today. A word leaves the list when it is built:
 * a test holds that none of them is a command.
 */

export interface Planned {
  /** As people say it; the first is how it is called. */
  words: readonly [string, ...string[]];
  /** What to say instead; each is a command, a remark in brackets may follow. */
  instead: readonly [string, ...string[]];
}

export const PLANNED: readonly Planned[] = [
  { words: ['进度表'], instead: ['导航图', '倒计时'] },
  { words: ['走访', '走访记录'], instead: ['报'] },
  {
    words: ['会议', '会议纪要', '纪要', '议定', '议定事项', '现场办公'],
    instead: ['上会', '调度包（Word）'],
  },
  { words: ['怎么办', '怎么办理'], instead: ['相似', '搜'] },
  { words: ['批示', '我交办的'], instead: ['报', '转办'] },
  { words: ['建议'], instead: ['报'] },
  { words: ['联动'], instead: ['同步', '清单'] },
];

const LEAD =
  /^(?:请|麻烦|帮我|给我|我要|我想|发我(?![要想])|发|来|要|看|查|做|出|把|一下|一份|一张|一个|今天的?|本周的?|本月的?|上周的?|上月的?|最新的?|\s)+/;

/** The word the message is about, when it stands at its beginning and apart. @param folded the whole message */
export function plannedIn(folded: string): { word: string; instead: readonly string[] } | undefined {
  const said = folded.slice(0, 60).trim().replace(LEAD, '');
  for (const { words, instead } of PLANNED) {
    for (const word of words.toSorted((a, b) => b.length - a.length)) {
      if (!said.startsWith(word)) continue;
      // 会议室漏水 is no 会议: what follows must stand apart, or be a word or two at most.
      const rest = said.slice(word.length);
      const apart = /^(?:$|[\s,.。:;!?、#\d])/.test(rest);
      if (apart || /^(?:[今本上这去]|累计|一下|图|表|看看|有|在|给|发|呢|吗|多少|是多少|怎么)/.test(rest))
        return { word, instead };
    }
  }
  return undefined;
}
