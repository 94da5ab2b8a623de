/** Words of the 晴雨表. */
import type { WordGroup } from './query-word.ts';

export const WEATHER_WORDS: readonly WordGroup[] = [
  [{ tag: 'weather', weather: ['rain'] }, '雨天 下雨 雨 下雨了 在下雨 是雨 是雨天 挂雨 亮雨 雨天了 落雨'],
  [{ tag: 'weather', weather: ['cloud'] }, '阴天 多云 阴 是阴 转阴 是阴天'],
  [{ tag: 'weather', weather: ['sun'] }, '晴天 晴 出太阳 大晴天 是晴天 放晴'],
  [
    { tag: 'weather', weather: [] },
    '晴雨 晴雨表 晴雨表上 晴雨表里 晴雨情况 晴雨表情况 晴雨预报 晴雨状况 晴还是雨 晴是雨 是晴是雨 是晴还是雨',
  ],
];
