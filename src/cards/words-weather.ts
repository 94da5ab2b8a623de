/** 晴雨 in one sign and one word. */
import type { Weather } from '../domain/plan/model.ts';

export const WEATHER_SIGNS: Record<Weather, string> = { sun: '☀', cloud: '⛅', rain: '🌧' };
export const WEATHER_NAMES: Record<Weather, string> = { sun: '正常', cloud: '有风险', rain: '滞后' };
