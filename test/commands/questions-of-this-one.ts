/** What is asked of the one problem just shown, in formal, nominal and colloquial words: what each asks. */

/** How it may be pointed at. */
export const POINTERS = ['', '此件', '该件', '该问题', '这事', '上述问题', '这单', '那件事'];

export const OF_THIS_ONE: readonly (readonly [said: string, asks: string])[] = [
  ['期限改过没有', 'extension'],
  ['往后延过没有', 'extension'],
  ['期限是不是往后推过', 'extension'],
  ['延期情况', 'extension'],
  ['延过期没有，延了几回', 'extension'],
  ['由谁承办', 'who'],
  ['承办单位', 'who'],
  ['对口单位是哪个', 'who'],
  ['该跟谁沟通，哪个局的', 'who'],
  ['我要联系的话找哪位', 'who'],
  ['签没签', 'signed'],
  ['签收日期', 'signed'],
  ['解决没解决', 'closed'],
  ['重新办完了吗', 'closed'],
  ['催办情况', 'urged'],
  ['退回日期', 'bounced'],
  ['挂账事由', 'paused'],
  ['登记时间', 'logged'],
  ['所属项目', 'project'],
  ['企业评价', 'rating'],
  ['拖期了吗', 'overdue'],
  ['拖延多少天', 'age'],
  ['办理期限到哪天', 'deadline'],
];

/** Orders, and what is asked of many. */
export const NOT_OF_ONE: readonly string[] = [
  '把期限往后推两天',
  '改一下时限',
  '期限能不能往后推',
  '责任单位改过没有',
  '挂账的具体是什么问题',
  '延期怎么样',
];

/** The words that name one, and what is asked of it. */
export const NAMED: readonly (readonly [said: string, name: string, rest: string])[] = [
  ['其中那个图审的卡在哪', '图审', '卡在哪'],
  ['那个用工缺口的谁在办', '用工缺口', '谁在办'],
  ['其中图审那件超了几天', '图审', '超了几天'],
];
