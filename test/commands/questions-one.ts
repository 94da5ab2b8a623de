/** What else somebody has beside what was shown (他手上还有别的吗): whose, of what was shown, and of which kind; undefined: no others. */
export const OTHERS_SAID: readonly (readonly [
  said: string,
  of: { who: string; whom?: string; kind: string } | undefined,
])[] = [
  ['这个项目还有别的用电问题没', { who: '这个项目', whom: 'project', kind: '用电问题' }],
  ['他们项目还有别的问题没有', { who: '他们项目', whom: 'project', kind: '' }],
  ['他们家还有别的事没解决的吗', { who: '他们家', whom: 'project', kind: '没解决的' }],
  ['这个项目别的用地问题还有没', { who: '这个项目', whom: 'project', kind: '用地问题' }],
  ['他们还有别的吗', { who: '他们', whom: 'unit', kind: '' }],
  ['这个单位还有别的超期的吗', { who: '这个单位', whom: 'unit', kind: '超期的' }],
  ['他手上还有别的吗', { who: '他', whom: 'person', kind: '' }],
  ['她还管着别的吗', { who: '她', whom: 'person', kind: '' }],
  ['他手里还有几件', { who: '他', whom: 'person', kind: '' }],
  ['人社局还有别的没办完的吗', { who: '人社局', kind: '没办完的' }],
  ['还有别的挂着的吗', { who: '', kind: '挂着的' }],
  ['除了这个还有别的挂着的吗', { who: '', kind: '挂着的' }],
  ['除了这件还有挂账的没', { who: '', kind: '挂账的' }],
  ['环保局最近还退过别的没有', undefined],
  ['其他单位呢', undefined],
  ['其他几件呢', undefined],
  ['其他的为什么没办', undefined],
  ['其他的是谁办的', undefined],
  ['逾期的还有几件', undefined],
  ['他们什么时候能办完', undefined],
];

/** How every one of them may begin and end. */
export const OTHERS_AROUND = [
  ['那', ''],
  ['', '？'],
  ['那么，', '呢'],
] as const;
