/** The site's one style sheet. Everything reads without it. */
export const style: string = `:root {
  color-scheme: light dark;
  --ink: #1c1b1a; --quiet: #5f5b56; --paper: #fdfcfa; --line: #dcd8d1; --link: #0b57a4;
  font: 1.0625rem/1.7 system-ui, "Apple SD Gothic Neo", "Noto Sans KR", "Malgun Gothic", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6e1; --quiet: #a7a29a; --paper: #181716; --line: #3a3733; --link: #8ab8f0; }
}
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
header, footer, time { color: var(--quiet); }
footer { border-top: 1px solid var(--line); margin-top: 3rem; font-size: 0.9rem; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
article + article { border-top: 1px solid var(--line); }
pre, table { overflow-x: auto; display: block; }
td, th { border: 1px solid var(--line); padding: 0.25rem 0.5rem; }
img { max-width: 100%; height: auto; }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
nav ul { display: flex; justify-content: space-between; padding: 0; list-style: none; }
@media print { header, nav, footer { display: none; } }
`
