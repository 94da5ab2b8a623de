/** Words of the 晴雨表. */
import type { WordGroup } from './query-word.ts';

export const WEATHER_WORDS: readonly WordGroup[] = [
  [
    { tag: 'weather', weather: ['cloud', 'rain'] },
    '天气不好 天气不好的 天气差 天气差的 天气不太好 天气不太好的 天气不妙 天气坏 不是晴天 不是晴天的 没出太阳 没出太阳的 没放晴',
  ],
  [
    { tag: 'weather', weather: ['rain'] },
    '雨天 下雨 雨 下雨了 在下雨 是雨 是雨天 挂雨 亮雨 雨天了 落雨 转雨 转雨了 变雨 变雨了 变成雨 变成雨了 变成雨天 变成雨天了 成了雨 成雨天了 下起雨 下起雨了',
  ],
  [
    { tag: 'weather', weather: ['cloud'] },
    '阴天 多云 阴 是阴 转阴 是阴天 变阴 变阴了 转阴了 变成阴 变成阴了 变成阴天 变成阴天了 变成多云',
  ],
  [{ tag: 'weather', weather: ['sun'] }, '晴天 晴 出太阳 大晴天 是晴天 放晴'],
  [
    { tag: 'weather', weather: [] },
    '晴雨 晴雨表 晴雨表上 晴雨表里 晴雨情况 晴雨表情况 晴雨预报 晴雨状况 晴天还是雨天 是晴天还是雨天 是晴天雨天 晴天雨天 是晴天还是阴天 晴天还是阴天 是雨天还是晴天 雨天还是晴天 是晴还是阴 晴还是阴 是雨还是晴 雨还是晴 晴雨表怎么样 天气 什么天气 啥天气 天气怎么样 天气咋样 天气如何 晴还是雨 晴是雨 是晴是雨 是晴还是雨 天上是晴是雨 天上是晴还是雨 天上晴是雨 天上晴还是雨 天上什么样 天上怎么样 天色怎么样 是晴是阴 晴不晴 是雨是晴 是阴是晴 晴雨怎么样 晴雨咋样 晴雨如何 晴雨情况怎么样 天气都怎么样 天气都咋样 天气都如何 天气都什么样 天气好不好 天气好吗 天气都好吗 天气情况 天气情况怎么样 天气状况 天气么样 天气啥样 天气怎样 天气都是什么',
  ],
];

const ASKED = /天气[都各]?(?:自)?(?:怎么样|咋样|如何|么样|怎样|什么样|啥样|好不好|情况)/u;

/** The weather of each, whatever else is asked of it. */
export function asksForWeather(folded: string): boolean {
  return ASKED.test(folded);
}
