/** 红灯最多的单位还有几件没签收: which one is first, and what is asked of it, as two questions. */
const ONE = '(项目|企业|单位|部门|局)';
const FIRST_OF = new RegExp(
  `^(?:请问|帮我?|看看|查一?下|[,，\\s])*(.{2,20}?)最(多|少|久|慢|快|高|低)的(?:那个|那家|这个|这家)?${ONE}(?:现在|目前|手[上里]头?|名下|身上|那边|上)*(?=.{2,})(?![里当中是叫,，]|有?(?:几[件个家]?|多少[件个家]?|哪[些几个]*|谁)(?:问题|事)?[呢啊呀吗嘛吧\\s?？。]*$)(.{2,24})$`,
  'u',
);

/** 哪个单位红灯最多，它还有几件没签收; the text itself where it asks for nothing of the first. */
export function withFirst(text: string): string {
  const [, what, end, one, rest] = FIRST_OF.exec(text.trim()) ?? [];
  if (
    what === undefined ||
    rest === undefined ||
    !/[几多谁哪怎率]|有没有|什么时候|啥时候|来得及|没有?[\s\p{P}]*$/u.test(rest)
  )
    return text;
  return `${what.replace(/的$/u, '')}最${end}的是哪个${one}，它${rest.replace(/^的/u, '')}`;
}
