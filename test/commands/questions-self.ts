/** What one who speaks for a unit says of it, without its name: each is read as with the name. */
export const OWN_WORDS = ['我们', '咱们', '我们局', '咱们局里', '我们单位', '我们这边', '咱们这儿'] as const;

/** `_` stands for the unit. */
export const OF_UNITS = [
  '_还有几件没办完的',
  '_超期的有哪些',
  '有多少超期的是_的',
  '超期的，_有几件',
  '等着_签收的有几件',
  '派给_的有几件',
  '算_的超期有几件',
  '归_管的有多少',
  '要_配合的有几件',
  '超期的占_在办的百分之几',
  '退给_的有哪些',
] as const;
