/** Traditional characters and dialect in what is asked in plain words, each with the common form. */

const PAIRS =
  '帐账紅红黃黄藍蓝綠绿燈灯幾几個个條条項项還还沒没無无辦办結结銷销號号簽签轉转驗验掛挂賬账帳账處处問问題题單单資资環环鄉乡鎮镇縣县區区園园業业電电興兴發发總总誰谁麼么樣样現现時时間间開开產产線线麗丽長长負负責责協协設设過过擱搁請请報报誌志記记錄录錯错對对錢钱門门們们這这裡里裏里從从給给讓让說说話话誤误國国務务應应變变動动態态況况進进難难與与於于準准備备壞坏節节約约級级組组織织續续網网車车輛辆運运輸输鐵铁鋼钢鋁铝礦矿矽硅鋰锂廠厂倉仓庫库樓楼橋桥塊块場场壓压縮缩礎础質质監监檢检測测試试圖图圍围牆墙戶户遷迁徵征補补償偿審审適适遠远東东內内匯汇點点齊齐億亿萬万陳陈劉刘張张黨党團团會会議议見见覺觉親亲觀观體体關关係系數数據据幫帮營营廳厅屬属權权為为嗎吗離离該该遺遗頭头邊边聯联盡尽別别厲厉遲迟緊紧規规劃划衛卫隊队農农糧粮氣气熱热術术廢废綜综啟启顯显訴诉舊旧層层築筑橫横溝沟濟济滯滞獲获確确認认領领導导辭辞';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(i * 2), PAIRS.charAt(i * 2 + 1)]),
);

/** Words of the south-west and of Hunan and Hubei, each with the common one of the same length. */
const DIALECT: readonly [RegExp, string][] = [
  [/(?:没得|莫得|冇得|冒得)(?![出过到罪意])/g, '没有'],
  [/好多(?!了)/g, '多少'],
  [/(?:啥子|么子|啥个)/g, '什么'],
  [/咋个/g, '怎么'],
  [/晓得/g, '知道'],
  [/一哈|哈子/g, '一下'],
  [/(?<![什怎这那多])么样/g, '怎样'],
  [/(?<![什怎这那多])么(?=情况|动静|原因|结果|问题|进展)/g, '啥'],
];

/** The text with these characters simplified and these words replaced; of the same length. */
export function simplify(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text;
  const plain = [...text].map((one) => SIMPLIFIED.get(one) ?? one).join('');
  return DIALECT.reduce((said, [word, common]) => said.replace(word, common), plain);
}
