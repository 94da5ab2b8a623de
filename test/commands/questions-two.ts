/** Two things in one sentence, and none of a thing asked for: each with what is read. */
export const TWO: readonly (readonly [said: string, means: string])[] = [
  ['资金类的办结率跟用工类的办结率', 'closed 资金类 · 全部 ‖ closed 用工类 · 全部'],
  ['交通局的红灯跟住建局的红灯', 'count by unit | 交通局、住建局 · 红色'],
  ['楚能没办完的和邦普没办完的', 'count by project | 楚能、邦普 · 未销号'],
  ['住建局没有逾期的吗', 'count | 住建局 · 逾期'],
  ['住建局没得红灯吧', 'count | 住建局 · 红色'],
  ['没有超期的吗', 'count | 逾期'],
  ['住建局没逾期的有几个', 'count | 住建局 · 蓝色、正常'],
  ['挂账又待核验的有几件', 'back'],
  ['待签收并且待核验的有几件', 'back'],
  ['待签收和待核验的有几件', 'count | 待签收、待核验'],
  ['上个月逾期的还剩几件，列出来', 'count | 上月到期 · 逾期'],
];
