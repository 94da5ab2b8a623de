/** The commonest surnames of one character: nine in ten people have one of them. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';

/** With the rarer ones that are no everyday word, for frames in which only a name can stand (…管的那四个项目). */
export const ANY_SURNAME = `${SURNAMES}卫施褚华吕戚尤严喻柏窦章葛奚鲁韦苗俞柳鲍费岑倪滕殷毕邬卞齐伍穆祁狄臧庞纪舒屈祝阮闵季娄童颜梅盛刁骆樊凌霍虞柯莫缪宗宣郁杭洪左吉钮邢裴翁`;
