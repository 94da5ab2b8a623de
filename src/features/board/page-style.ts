/**
 * The style sheet of all pages. Columns for a laptop; one column on a phone; letters of 1/50 of the height on a wall, where
 * they are read from five metres; black on white on paper.
 */
export const WALL_COLUMNS = 3;
const WALL_ROWS = 20;
/** Projects that are read on a wall of 4K at one glance. */
export const ON_A_WALL = WALL_COLUMNS * WALL_ROWS;
/** More screens than these would pass too quickly within the minute a page stands. */
export const MOST_TURNS = 12;

/** 1 to `most`. */
const upTo = (most: number) => Array.from({ length: most }, (_, n) => n + 1);

/** Down the first column, then the next: the worst stand together. */
const rowCounts = (on: string) =>
  upTo(2 * WALL_ROWS)
    .map((n) => `${on}.rows.dense.r${n}{grid-template-rows:repeat(${n},auto)}`)
    .join('');

const frames = upTo(MOST_TURNS)
  .slice(1)
  .map((of) => {
    const share = Math.round(100_000 / of) / 1000;
    return `@keyframes turn${of}{0%{visibility:visible}${share}%,100%{visibility:hidden}}`;
  })
  .join('');

const turns = (on: string) =>
  upTo(MOST_TURNS)
    .slice(1)
    .map((of) => {
      const each = upTo(of).map((n) => `${on}.of${of} .t${n - 1}{animation-delay:${((n - 1) * 60) / of}s}`);
      return `${on}.of${of}>ul{animation:turn${of} 60s step-end infinite}${each.join('')}`;
    })
    .join('');

/**
 * Letters from the screen itself, whatever its system enlarges: 1/85 of the width, of a very broad one 1/48 of the height.
 * @param on what every selector begins with
 */
const wall = (on: string) => `
html${on.trim()}{font-size:min(1.18vw,2.1vh)}
${on}main,${on}header,${on}footer{max-width:none;padding:.5rem 1.2rem}
${on}.rows.many{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
${on}.rows.many li{grid-template-columns:minmax(0,5fr) minmax(0,6fr)}
${on}.project main{max-width:none}
${on}.all header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 2rem;padding-block:.2rem}
${on}.all main{padding-block:.1rem}
${on}.all footer{position:absolute;top:0;right:0;padding-block:.4rem}
${on}footer p{display:inline;margin-right:1rem}
${on}.rows.dense{grid-auto-flow:column;grid-template-columns:repeat(3,minmax(0,1fr));gap:.06rem .5rem}
${on}.rows.dense li{display:flex;flex-wrap:wrap;font-size:.8rem;line-height:1.16;padding:.05rem .5rem;gap:0;border-left-width:.4rem}
${on}.rows.dense .name{font-size:.84rem}
${on}.rows.dense li>span{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;min-width:0}
${on}.rows.dense li>span:nth-child(1){order:1;flex:1 1 70%}
${on}.rows.dense li>span:nth-child(4){order:2;flex:0 0 auto;max-width:30%;padding-left:.6rem;text-align:right}
${on}.rows.dense li>span:nth-child(2){order:3;flex:1 1 50%}
${on}.rows.dense li>span:nth-child(3){order:4;flex:0 0 auto;max-width:50%;padding-left:.6rem;text-align:right}
${on}.rows.dense br{display:none}
${on}.rows.dense .far{display:none}
${on}.rows.dense .near{display:inline}
${on}.problems{font-size:.8rem;line-height:1.25}
${on}.problems h2{font-size:.9rem;margin:.2rem 0 .4rem}
@media (min-aspect-ratio:17/10){
${on}.beside main{display:grid;grid-template-columns:auto minmax(0,1fr);gap:1rem}
${on}.beside .sheet{width:calc((100vh - 4.5rem)*1.414)}
${on}.beside .problems{max-height:calc(100vh - 4.5rem);overflow:hidden;margin:0}
}
${on}.turning{display:grid}
${on}.turning>ul{grid-area:1/1;visibility:hidden;align-content:start}
${on}.turning:hover>ul{animation-play-state:paused}
${rowCounts(on)}
${turns(on)}
${on}.sheet{max-width:calc((100vh - 4.5rem)*1.414);margin:0 auto}
`;

export const STYLE = `
:root{color-scheme:light;--ink:#1f2329;--pale:#5b626b;--line:#dfe3e8;--back:#f4f6f9;--sun:#9a5b00;--cloud:#4d5a6e;--rain:#b3261e;--good:#0b6b3d}
*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--back);color:var(--ink);line-height:1.5;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif}
main,header,footer{max-width:90rem;margin:0 auto;padding:.9rem 1.2rem}
h1{font-size:1.9rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:1.25rem;margin:1.4rem 0 .5rem}
p{margin:.3rem 0}
a{color:#0f4fa8}
a:focus-visible{outline:3px solid #0f4fa8;outline-offset:2px}
.pale{color:var(--pale)}
.sign{width:1.4em;height:1.2em;vertical-align:-.22em;margin-right:.25em}
.weather{font-size:1.25rem;font-weight:700}
.sun{color:var(--sun)}.cloud{color:var(--cloud)}.rain{color:var(--rain)}
.nodes{display:flex;flex-wrap:wrap;gap:.8rem;margin:.9rem 0}
.node{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:.6rem 1rem;min-width:15rem}
.node b{display:block;font-size:1.6rem;line-height:1.3}
.node.late b{color:var(--rain)}
.sheet{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:.4rem}
.sheet svg{display:block;width:100%;height:auto}
.links{list-style:none;margin:0;padding:0;background:#fff;border:1px solid var(--line);border-radius:.5rem}
.links li{display:grid;grid-template-columns:minmax(0,18rem) minmax(0,1fr) 9rem;gap:.2rem 1rem;align-items:center;padding:.4rem .8rem;border-top:1px solid var(--line)}
.links li:first-child{border-top:0}
.links .stage{display:block;background:#eef1f6;font-weight:700}
.links svg.bar{width:100%;height:1.1rem;display:block}
.links .state{text-align:right}
.sums{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;font-size:1.25rem;font-weight:700;margin:.5rem 0 0}
.rows{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.rows li{background:#fff;border:1px solid var(--line);border-left:.5rem solid var(--line);border-radius:.4rem;padding:.5rem .9rem;display:grid;grid-template-columns:minmax(0,3fr) minmax(0,3.4fr) minmax(0,2.9fr) minmax(0,2.4fr);gap:.1rem 1rem;align-items:center;break-inside:avoid}
.rows li.sun{border-left-color:#e0a030;color:inherit}.rows li.cloud{border-left-color:#7d8aa0;color:inherit}.rows li.rain{border-left-color:var(--rain);color:inherit}
.rows a{color:inherit;text-decoration:none}
.rows a:hover{text-decoration:underline}
.name{font-size:1.15rem;font-weight:700;overflow-wrap:anywhere}
.count{white-space:nowrap}
.red{color:var(--rain);font-weight:700}
.near{display:none}
.problems{margin-top:1rem}
.problems ul{list-style:none;margin:0;padding:0;background:#fff;border:1px solid var(--line);border-radius:.5rem}
.problems li{padding:.4rem .8rem;border-top:1px solid var(--line);border-left:.4rem solid var(--line);color:inherit;font-weight:400;overflow-wrap:anywhere}
.problems li:first-child{border-top:0}
.problems li.red{border-left-color:var(--rain)}.problems li.yellow{border-left-color:#e0a030}.problems li.blue{border-left-color:#1456b8}.problems li.green{border-left-color:var(--good)}
.problems li.red b{color:var(--rain)}
.problems small{display:block}
.only-paper{display:none}
.door{max-width:40rem}
.door button{font:inherit;font-size:1.3rem;font-weight:700;color:#fff;background:#0f4fa8;border:0;border-radius:.5rem;padding:.8rem 2rem;margin-top:1rem;cursor:pointer}
.door button:focus-visible{outline:3px solid #1f2329;outline-offset:2px}
@media (max-width:720px){
  html{font-size:17px}
  main,header,footer{padding:.7rem .8rem}
  h1{font-size:1.5rem}
  .sheet,.to-wall{display:none}
  .node{flex:1 1 100%}
  .links li{grid-template-columns:minmax(0,1fr) auto}
  .links li .track{grid-column:1/-1;grid-row:2}
  .links .state{text-align:right}
  .rows li{grid-template-columns:minmax(0,1fr)}
}
/* The sheet says all that stands around it on a phone. */
@media (min-width:721px){.mini,.project header,.project .nodes,.project main>p.around{display:none}.project main{max-width:110rem}}
${frames}
/* Very wide screens by themselves; others, whose system enlarges everything, when the address asks for it. */
@media screen and (min-width:2200px){${wall('')}.to-wall{display:none}}
@media screen and (min-width:721px){${wall('.wall ')}}
@media print{
  @page{size:A3 landscape;margin:10mm}
  html{font-size:12px}
  body{background:#fff}
  .no-paper,.to-wall,.weather-head,.nodes,.mini{display:none}
  .only-paper{display:block}
  main,header,footer,.project main{max-width:none;padding:0}
  .sheet{border:0;padding:0;display:block;max-width:none}
  .sheet svg{max-height:275mm}
  .project header,.project footer{display:none}
  .all footer p:not(.to-wall){display:inline;margin-right:1rem}
  /* A row in a grid may be cut by the edge of the paper, one in a flow never is. */
  .rows{display:block}
  .rows li{margin-bottom:.8mm;padding:.8mm 3mm;gap:0 1rem;line-height:1.35}
}
`;
