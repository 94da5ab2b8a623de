/** A measure or a rating said twice: a figure of each is asked for, and the bare word beside 基本满意 is the better one. */

const MEASURED =
  '(?:的|手上|名下)?(?:[办按满销化解完逾超及反][结期意号决成时弹](?:办结|销号)?率|满意度|平均用时|没办完的?|没办结的?|没销号的?|没解决的?|未办结的?|未销号的?|逾期的?|超期的?|红灯|黄灯|蓝灯|绿灯)';
const SAID_TWICE = new RegExp(`(${MEASURED})[,，\\s]?(?:跟|和|与|同|及|以及|还有|、).{2,12}?\\1`, 'u');

/** 资金类的办结率跟用工类的办结率, 交通局的红灯跟住建局的红灯. @param folded as said */
export function saysMeasureTwice(folded: string): boolean {
  return SAID_TWICE.test(folded);
}

/** Beside 基本满意, or how many were rated, the bare word is the better of the two. */
export const FAIRLY = /基本满意|评价?[过了]的?有?(?:几|多少)/u;
export const BARE_CONTENT = /(?<!基本|不太?|没|很|非常|完全|最)满意(?![率度吗不没])/gu;
export const WHOLLY = '很满意';
