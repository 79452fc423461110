import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/catalog/catalog.ts'
import { type CitationFormat, citationFormats } from '../../src/citations/citation-formats.ts'
import type { CslItem } from '../../src/citations/csl-item.ts'
import { hostileEntries } from '../citations/hostile.ts'
import { citationsOf, papersOf } from '../citations/papers.ts'
import { type Ran, run, versionOf, withFolder } from './tool.ts'

const papers = papersOf(hostileEntries, ({ day, name }: Entry) => `https://notes.example/${day}/${name}/`)
const cited = (format: CitationFormat): string => citationsOf(format, papers)

/** Says why a test is skipped: the tool isn't here. */
async function isMissing(tool: string, version: readonly string[], debian: string): Promise<boolean> {
  const isHere = (await versionOf(tool, version, /(\d)/)) !== null
  if (!isHere) console.log(`skipped: ${tool} isn't installed (Debian: ${debian})`)
  return !isHere
}

const noTex =
  (await isMissing('pdflatex', ['--version'], 'texlive-latex-base')) || (await isMissing('bibtex', ['--version'], 'texlive-binaries'))
const noBiber = await isMissing('biber', ['--version'], 'biber')
const noPandoc = await isMissing('pandoc', ['--version'], 'pandoc')

/** What came of a document that cites everything. */
interface Compiled {
  readonly bibtex: Ran
  readonly latex: Ran
  /** The files that were opened and are none of the document's own, nor of TeX's. */
  readonly strangers: readonly string[]
}

/** A file that nothing but an escape would read. */
const bait = '\\typeout{PWNED}\n'

/** Compiles a document that cites everything of a `citation.bib` in a style of BibTeX, to its end or, where it halts, to the first error. */
function compiled(bib: string, style: string, packages: string, halts = true): Promise<Compiled> {
  return withFolder(async (folder) => {
    writeFileSync(join(folder, 'citation.bib'), bib)
    writeFileSync(join(folder, 'bait.tex'), bait)
    writeFileSync(
      join(folder, 'paper.tex'),
      `\\documentclass{article}
${packages}
% The letters of other scripts need fonts, and lines as long as these are no fault.
\\makeatletter\\def\\UTFviii@undefined@err#1{?}\\makeatother
\\hbadness=10000 \\vbadness=10000 \\hfuzz=\\maxdimen
\\begin{document}
\\nocite{*}
\\bibliographystyle{${style}}
\\bibliography{citation}
\\end{document}
`,
    )
    const latex = (): Promise<Ran> =>
      run(
        'pdflatex',
        ['-no-shell-escape', '-interaction=nonstopmode', ...(halts ? ['-halt-on-error'] : []), '-recorder', '-draftmode', 'paper.tex'],
        folder,
      ) as Promise<Ran>
    await latex()
    const bibtex = (await run('bibtex', ['paper'], folder)) as Ran
    const second = await latex()
    return { bibtex, latex: second, strangers: strangersTo('paper', readFileSync(join(folder, 'paper.fls'), 'utf8')) }
  })
}

/** The files that TeX's record (`-recorder`) has, without the document's own and those of TeX itself. */
function strangersTo(document: string, record: string): readonly string[] {
  const opened = [...record.matchAll(/^(?:IN|OUT)PUT (?:\.\/)?(.+)$/gm)].map(([, file]) => file as string)
  return [...new Set(opened)].filter((file) => !file.includes('/texmf') && !file.startsWith(`${document}.`))
}

/** Whether anything of what the document cites was obeyed. */
function hasRun({ latex, strangers }: Compiled): boolean {
  return strangers.length > 0 || /^PWNED$/m.test(latex.stdout)
}

/** What TeX and BibTeX object to. */
function objections({ bibtex, latex }: Compiled): readonly string[] {
  const said = `${bibtex.stdout}${latex.ok ? '' : latex.stdout}`
  return said.match(/^(?:Warning--.*|! .*|l\.\d+ .*|.*---line \d+ of file .*)$/gm) ?? (latex.ok && bibtex.ok ? [] : [said])
}

describe.skipIf(noTex)('citation.bib can’t run TeX', () => {
  /** Styles that print no address, and those that print it, by the package that they name. */
  const documents = [
    ['plain', ''],
    ['plain', '\\usepackage[T1]{fontenc}'],
    ['unsrt', '\\usepackage{hyperref}'],
    ['plainurl', '\\usepackage{hyperref}'],
    ['plainnat', '\\usepackage{natbib}\\usepackage{url}'],
    ['plainnat', '\\usepackage{natbib}\\usepackage{hyperref}'],
  ] as const

  test.each(documents)('in the style %s, %s', async (style, packages) => {
    const document = await compiled(cited('bib'), style, packages)
    expect(objections(document)).toEqual([])
    expect(hasRun(document)).toBe(false)
  })

  test('in a style that prints addresses where no package knows of them: TeX may trip over a `%`, but obeys nothing', async () => {
    expect(hasRun(await compiled(cited('bib'), 'plainnat', '', false))).toBe(false)
  })

  const entry = (fields: string): string => `@misc{a, author = {A, B}, year = 2024, ${fields}}\n`

  test.each([
    ['a title', entry('title = {\\typeout{PWNED}}'), 'plain', ''],
    ['a title that reads a file', entry('title = {\\input{bait}}'), 'plain', ''],
    ['a title that opens a file', entry('title = {\\newwrite\\w\\immediate\\openout\\w=pwned}'), 'plain', ''],
    ['a title in TeX’s own notation', entry('title = {^^5ctypeout{PWNED}}'), 'plain', ''],
    ['a venue', entry('title = {T}, howpublished = {\\typeout{PWNED}}'), 'plain', ''],
    ['an address where no package knows of it', entry('title = {T}, url = {^^5ctypeout{PWNED}}'), 'plainnat', ''],
    ['a preamble', `@preamble{"\\typeout{PWNED}"}\n${entry('title = {T}')}`, 'plain', ''],
  ])('an escape would be noticed: %s', async (_, bib, style, packages) => {
    expect(hasRun(await compiled(bib, style, packages))).toBe(true)
  })
})

test.skipIf(noBiber)('biber reads citation.bib without a warning', async () => {
  const ran = await withFolder(async (folder) => {
    writeFileSync(join(folder, 'citation.bib'), cited('bib'))
    return run('biber', ['--tool', '--validate-datamodel', 'citation.bib'], folder)
  })
  const warnings = ran?.stdout.match(/^(?:WARN|ERROR) - .*$/gm) ?? []
  expect(warnings).toEqual([])
})

/** What pandoc calls the formats, and whether it has a reader for them. */
const pandocFormats = { bib: ['bibtex', 'biblatex'], ris: ['ris'], json: ['csljson'] } as const

describe.skipIf(noPandoc)('pandoc reads every entry, without a warning, as what was written', () => {
  test.each(citationFormats.flatMap((format) => pandocFormats[format].map((name) => [format, name] as const)))(
    '%s as %s',
    async (format, name) => {
      const known = (await run('pandoc', ['--list-input-formats']))?.stdout.split('\n') ?? []
      if (!known.includes(name)) return void console.log(`skipped: this pandoc reads no ${name}`)
      const read = await withFolder(async (folder) => {
        writeFileSync(join(folder, 'citations'), cited(format))
        return run('pandoc', ['--verbose', '-f', name, '-t', 'csljson', 'citations'], folder)
      })
      expect(read).toMatchObject({ ok: true, stderr: '' })
      const items: readonly CslItem[] = JSON.parse(read?.stdout ?? '[]')
      const expected = papers
      const told = ({ issued, author }: CslItem): unknown => [issued?.['date-parts'][0][0], author?.length]
      expect(new Map(items.map((item) => [item.id, told(item)]))).toEqual(new Map(expected.map((item) => [item.id, told(item)])))
    },
  )
})
