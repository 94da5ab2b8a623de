/** Words every county's lists are called by: what consists of them alone is the name of no project. Pure. */

const KINDS =
  '重点|重大|重要|在建|续建|新建|新开工|拟开工|开工|竣工|投产|入库|储备|谋划|前期|签约|落地|招商引资|招商|工业|产业|农业|农林|农村|林业|水利|交通|能源|电力|城建|市政|文旅|旅游|教育|医疗|卫生|社会事业|社会|民生|实事|公共服务|服务业|商贸|物流|制造业|基础设施|生态|环保|环境|科技|房地产|固定资产|政府投资|民间投资|投资|专项债券?|中央预算内|亿元以上|千万元以上|亿元|省重点|市重点|县重点|区重点|本级|全部|所有|各类|各|其他|其它|四级|县级领导|领导干部|领导|包保|包联|包抓|挂点|挂钩|联系|县委|市委|区委|党委|政府|党政|四大家|民营|国有|企业|园区|工业园区?|高新区|经开区|开发区|关键|主要|部分|建设|类|及|和|与|、';
const ORDINAL = '第?[一二三四五六七八九十\\d]{1,3}(?:月份?|季度|期|周|批|号|次)';
const YEAR = '(?:19|20)\\d{2}年?度?';

const sticky = (pattern: string) => new RegExp(pattern, 'uy');
/** Each length is a piece of its own. */
const placesOf = (ends: string, longest: number) =>
  Array.from({ length: longest + 1 }, (_, length) => sticky(`\\p{Script=Han}{${length}}[${ends}]级?`));

const PLACES = placesOf('省市县区州镇乡', 4);
const [year, ordinal] = [sticky(YEAR), sticky(ORDINAL)];
const PIECES = [ordinal, year, ...PLACES, ...KINDS.split('|').map(sticky)];
/** What a name may begin with, in this order; each may be missing. */
const HEAD = [PLACES, [year], [ordinal], placesOf('省市县区', 6)];
const WHOLE = sticky('全\\p{Script=Han}');
const LONGEST = 40;

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ? pattern.lastIndex : undefined;
}

/** Whether `text` is pieces one behind the other; every place is visited once, whatever the text. */
function consistsOfPieces(text: string): boolean {
  const starts = new Set([0]);
  for (const patterns of HEAD)
    for (const at of [...starts])
      for (const pattern of patterns) {
        const end = endOf(pattern, text, at);
        if (end !== undefined) starts.add(end);
      }
  const whole = endOf(WHOLE, text, 0);
  if (whole !== undefined) starts.add(whole);
  const reached = [...starts];
  for (const at of reached) {
    if (at === text.length) return true;
    for (const pattern of PIECES) {
      const end = endOf(pattern, text, at);
      if (end === undefined || starts.has(end)) continue;
      starts.add(end);
      reached.push(end);
    }
  }
  return false;
}

/** 重点 of 某县2026年重点项目; the words before 项目, or a heading without it. */
export function isGenericName(words: string): boolean {
  if (words.length > LONGEST) return false;
  return consistsOfPieces(words.replace(/(?:项目|工程)+(?:建设)?$/, '').replace(/[“”"'《》]/g, ''));
}
