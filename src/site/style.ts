/**
 * The site's one style sheet. Everything reads without it. One scale of type (a major third from 1.0625rem), one of space
 * (multiples of 0.25rem), five colours, each in a light and a dark form with a contrast of at least 4.5 to 1.
 */
export const style: string = `@layer base, parts;
@layer base {
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2021, #e8e6e1); --quiet: light-dark(#5a5f61, #a3a8a9); --paper: light-dark(#fdfcf9, #15181a);
  --sheet: light-dark(#f4f1ea, #1e2325); --line: light-dark(#ddd8cc, #353c3f); --link: light-dark(#0f5c63, #7cc7cc);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", "Noto Serif KR", "Nanum Myeongjo", AppleMyungjo, Batang, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif;
  font: 1.0625rem/1.75 var(--sans); font-kerning: normal;
}
*, ::before, ::after { box-sizing: border-box; }
html { scrollbar-gutter: stable; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 64rem; padding: 0 clamp(1rem, 4vw, 2.5rem) 3rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; quotes: "“" "”" "‘" "’"; }
:lang(en) { hyphens: manual; }
:lang(ja), :lang(zh) { line-break: strict; word-break: normal; }
h1, h2, h3, h4 { line-height: 1.3; text-wrap: balance; font-weight: 650; margin: 2.5rem 0 0.75rem; }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.2rem); margin-top: 2rem; letter-spacing: -0.01em; }
h2 { font-size: 1.3rem; }
h3, h4 { font-size: 1.08rem; }
p, ul, ol, dl, blockquote, pre, table { margin: 0.75rem 0; }
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre, .address input { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK KR", monospace; font-size: 0.9em; }
pre { background: var(--sheet); padding: 1rem; overflow-x: auto; border-radius: 6px; overflow-wrap: normal; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td, th { border: 1px solid var(--line); padding: 0.25rem 0.75rem; text-align: start; }
img { max-width: 100%; height: auto; }
time { font-variant-numeric: tabular-nums; }
.plain { list-style-type: ""; padding: 0; }
dt { font-weight: 600; } dd { margin: 0 0 0.75rem; }
button, select, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 0.4rem 0.7rem; max-width: 100%; }
button { background: var(--link); border-color: var(--link); color: var(--paper); cursor: pointer; }
}
@layer parts {
.skip { position: absolute; left: -100vw; background: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { left: 0; }
header.site { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1.5rem; padding: 1rem 0 0.75rem; border-bottom: 1px solid var(--line); }
header.site p { margin: 0; font-weight: 650; }
header.site a { text-decoration: none; }
header.site .name a { color: var(--ink); }
header.site ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
header.site nav a { display: inline-block; padding: 0.25rem 0; }
header.site [aria-current] { color: var(--ink); border-bottom: 2px solid var(--link); }
footer.site { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 0.5rem; color: var(--quiet); font-size: 0.9rem; }
footer.site ul { list-style: none; padding: 0; }
.lead { max-width: 44rem; }
.description { color: var(--quiet); font-size: 1.05rem; }
.subscribe { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
.formats { display: inline-flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; }
.lead .formats a, .readers a { display: inline-block; padding: 0.2rem 0.8rem; border: 1px solid var(--link); border-radius: 2rem; text-decoration: none; font-size: 0.92rem; }
.lead .formats a:hover, .readers a:hover { background: var(--link); color: var(--paper); }
.readers { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.address input { width: 100%; background: var(--sheet); }
.format { color: var(--quiet); font-weight: 400; font-size: 0.7em; }
.columns { display: grid; gap: 0 3.5rem; }
.days { margin: 0; }
.days > li { padding: 0.5rem 0 1rem; }
.day { margin: 0; color: var(--quiet); font-size: 0.92rem; }
.day a { color: inherit; text-decoration: none; } .day a:hover { text-decoration: underline; }
.titles { margin: 0; }
.titles > li { padding: 0.45rem 0; line-height: 1.5; }
.titles > li > a:first-child { font-family: var(--serif); font-size: 1.12rem; text-decoration: none; color: var(--ink); }
.titles > li > a:first-child:hover { color: var(--link); text-decoration: underline; }
.by { display: block; color: var(--quiet); font-size: 0.9rem; }
.tags, .cloud { display: flex; flex-wrap: wrap; gap: 0.2rem 0.5rem; }
.cloud > li { white-space: nowrap; }
.tag { text-decoration: none; font-size: 0.9rem; }
.tag::before { content: "#" / ""; color: var(--quiet); }
.tag:hover { text-decoration: underline; }
.count { color: var(--quiet); font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.index > li { display: grid; grid-template-columns: minmax(9rem, 1fr) auto; gap: 0 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); align-items: baseline; }
.index .formats { grid-column: 1 / -1; font-size: 0.9rem; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.25rem 1.5rem; }
.contents { background: var(--sheet); border-radius: 8px; padding: 0.25rem 1.25rem; font-size: 0.95rem; line-height: 1.5; max-width: 46rem; }
.contents ol { padding-left: 1.5rem; } .contents li { padding: 0.15rem 0; } .contents a { text-decoration: none; }
.entry { max-width: 44rem; }
.h-feed > div + div .entry { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.5rem; }
.entry h1, .entry h2 { font-family: var(--serif); font-weight: 600; letter-spacing: 0; margin-bottom: 0.4rem; }
.entry h2 { font-size: 1.4rem; margin-top: 1.5rem; }
.entry h2 a { color: inherit; text-decoration: none; } .entry h2 a:hover { color: var(--link); }
.entry.single > .day { margin-top: 2rem; } .entry.single h1 { margin-top: 0.25rem; }
.titles time { color: var(--quiet); font-size: 0.85rem; white-space: nowrap; }
.entry .authors { margin: 0; color: var(--quiet); font-size: 0.95rem; line-height: 1.55; }
.entry .paper { margin: 0.25rem 0; font-size: 0.92rem; color: var(--quiet); }
.entry .paper a { margin-left: 0.4rem; }
.abstract { margin: 1rem 0; border-left: 3px solid var(--line); padding-left: 1rem; }
.abstract summary { cursor: pointer; color: var(--quiet); font-size: 0.92rem; width: fit-content; }
.abstract blockquote { margin: 0.25rem 0 0; font-family: var(--serif); line-height: 1.65; }
blockquote { margin-inline: 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.abstract blockquote { padding: 0; border: 0; }
.commentary { margin: 1rem 0; }
.pager { margin-top: 3rem; max-width: 44rem; }
.pager ul { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.pager .next { grid-column: 2; text-align: end; }
.pager .hint { display: block; color: var(--quiet); font-size: 0.85rem; }
.pager a { line-height: 1.45; }
.status { font: 600 3.5rem/1 var(--serif); color: var(--quiet); margin: 2.5rem 0 0; }
.cite { font-size: 0.92rem; color: var(--quiet); }
@media (min-width: 60rem) {
.columns { grid-template-columns: minmax(0, 42rem) minmax(14rem, 1fr); }
.index > li { grid-template-columns: minmax(12rem, 1fr) 5rem auto; } .index .formats { grid-column: auto; }
}
@media print {
:root { color-scheme: light; font-size: 10.5pt; }
header.site nav, footer.site .feeds, .pager, .contents, .skip, .subscribe { display: none; }
.abstract:not([open])::details-content { content-visibility: visible; }
.entry { break-inside: avoid-page; } a { color: inherit; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
}
`
