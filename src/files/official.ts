/** Official layout of Chinese documents (GB/T 9704): paper, margins, type sizes, fonts and what stands in for them. */

/** Twips (1/20 point) of a length in millimetres. */
function twips(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

export const PAPER = { width: twips(210), height: twips(297) } as const;
export const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) } as const;

/** Half points, as Word counts: 二号 22, 三号 16, 四号 14 points. */
export const SIZE = { title: 44, body: 32, page: 28 } as const;

/** 28 points from line to line, exactly: about 22 lines a page. */
export const LINE = 560;
/** Two characters of the body size. */
export const INDENT = SIZE.body * 20;

export const FONT = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  page: '宋体',
} as const;

/** What Word takes where a font is not installed, best first; Windows, WPS and free fonts. */
const STAND_INS: Record<string, { names: string; family: string; panose: string }> = {
  [FONT.title]: {
    names: '方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun',
    family: 'roman',
    panose: '02010600030101010101',
  },
  [FONT.body]: {
    names: '仿宋,FangSong,华文仿宋,STFangsong',
    family: 'modern',
    panose: '02010609060101010101',
  },
  [FONT.heading]: {
    names: 'SimHei,华文黑体,Noto Sans CJK SC',
    family: 'modern',
    panose: '02010609060101010101',
  },
  [FONT.subheading]: {
    names: '楷体,KaiTi,华文楷体,STKaiti',
    family: 'modern',
    panose: '02010609060101010101',
  },
  [FONT.page]: { names: 'SimSun,Noto Serif CJK SC', family: 'auto', panose: '02010600030101010101' },
};

/** The font table of the file: names the stand-ins, so that another machine keeps the look. */
export function fontTable(): string {
  const fonts = Object.entries(STAND_INS).map(
    ([name, { names, family, panose }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:panose1 w:val="${panose}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
  );
}
