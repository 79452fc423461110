import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explanationOf } from '../../src/cli/command.ts'
import type { Manifest } from '../../src/site/manifest.ts'
import { buildOrThrow } from '../built-site.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperwire-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ['src/cli/main.ts', command, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    timeout: 30_000,
  })
}

function content(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(folder, 'content-'))
  const site = '---\ntitle: 노트\nurl: https://notes.example\n---\n소개.\n'
  for (const [name, text] of Object.entries({ 'site.md': site, ...files })) {
    mkdirSync(join(made, name, '..'), { recursive: true })
    writeFileSync(join(made, name), text)
  }
  return made
}

/** A built site: every file by name, and every body by path. */
function readSite(out: string): {
  readonly files: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly manifest: Manifest
} {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'bodies')
    .toSorted()
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
  const bodies = new Map<string, string>()
  for (const [pack, resources] of Object.entries(manifest.packs)) {
    const bytes = readFileSync(join(out, 'bodies', pack))
    let offset = 0
    for (const { path, gzipLength } of resources) {
      // RFC 1952 §2.3.1: packed on no system in particular.
      expect(bytes[offset + 9]).toBe(255)
      bodies.set(path, gunzipSync(bytes.subarray(offset, offset + gzipLength)).toString())
      offset += gzipLength
    }
  }
  return { files: new Map(names.map((name) => [name, readFileSync(join(out, name)).toString('base64')])), bodies, manifest }
}

function built(
  from: string,
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): ReturnType<typeof readSite> {
  const out = mkdtempSync(join(folder, 'out-'))
  const { status, stderr } = run('build', ['--content', from, '--out', out, ...args], environment)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return readSite(out)
}

describe('the same content gives the same bytes', () => {
  test.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
  ])('in %j', (environment) => {
    expect(built('content', environment).files).toEqual(built('content', { TZ: 'UTC' }).files)
  })

  test('whatever order the files were written in, within a day too', () => {
    const [a, b] = ['# 2024-06-10\n## A\n본문.\n#t\n', '# 2024-06-10\n## B\n본문.\n#t\n']
    const [one, other] = [
      built(content({ 'a.md': a, 'Z.md': b, 'sub/ㄱ.md': a.replaceAll('A', 'C') })),
      built(content({ 'sub/ㄱ.md': a.replaceAll('A', 'C'), 'Z.md': b, 'a.md': a })),
    ]
    expect(one.files).toEqual(other.files)
  })

  test('built again into its own folder, nothing is written anew', () => {
    const [from, out] = [content({ 'a.md': '# 2024-06-10\n## A\n본문.\n#t\n' }), join(folder, 'again')]
    run('build', ['--content', from, '--out', out])
    const first = readSite(out)
    expect(run('build', ['--content', from, '--out', out]).stdout).toMatch(/ 0 of them new/)
    expect(readSite(out).files).toEqual(first.files)
  })
})

describe('the build', () => {
  test('gives every tag its page and three feeds, whatever its script', () => {
    const { bodies } = built(content({ 'a.md': '# 2024-06-10\n## 제목\n(김연구)\nAbstract in English.\n본문.\n#정렬 #C++\n' }))
    const tag = `/tags/${encodeURIComponent('정렬')}/`
    expect([...bodies.keys()]).toEqual(
      expect.arrayContaining([
        '/',
        '/rss.xml',
        '/atom.xml',
        '/feed.json',
        '/tags/',
        tag,
        `${tag}rss.xml`,
        `${tag}atom.xml`,
        `${tag}feed.json`,
        '/tags/c/',
        '/2024-06-10/',
        `/2024-06-10/${encodeURIComponent('제목')}/`,
        '/embed.js',
      ]),
    )
    expect(bodies.get(`${tag}rss.xml`)).toContain('<category domain="https://notes.example/tags/">정렬</category>')
    expect(JSON.parse(bodies.get(`${tag}feed.json`) as string).items[0].tags).toEqual(['정렬', 'C++'])
  })

  test('dates items with the day of the notes, newest first, each a second before the one above it', () => {
    const { bodies } = built(content({ 'a.md': '2024-06-09\nOld\n본문.\n#t\n2024-06-10\nFirst\n본문.\n#t\nSecond\n본문.\n#t\n' }))
    const items = JSON.parse(bodies.get('/feed.json') as string).items as { title: string; date_published: string }[]
    expect(items.map((item) => [item.title, item.date_published])).toEqual([
      ['First', '2024-06-10T12:00:00.000Z'],
      ['Second', '2024-06-10T11:59:59.000Z'],
      ['Old', '2024-06-09T12:00:00.000Z'],
    ])
  })

  test('carries the latest items only, as many as the site says', () => {
    const site = '---\ntitle: T\nurl: https://notes.example\nfeedSize: 2\n---\n'
    const { bodies } = built(content({ 'site.md': site, 'a.md': '2024-06-10\nA\n본문.\n#t\nB\n본문.\n#t\nC\n본문.\n#t\n' }))
    for (const path of ['/feed.json', '/tags/t/feed.json']) {
      expect((JSON.parse(bodies.get(path) as string).items as { title: string }[]).map(({ title }) => title)).toEqual(['A', 'B'])
    }
  })

  test('for another origin leads there, but keeps every id', () => {
    const from = content({ 'a.md': '# 2024-06-10\n## A\n[x](/about) 본문.\n#t\n' })
    const [home, preview] = [built(from), built(from, {}, ['--url', 'http://localhost:8787'])]
    const ids = (site: typeof home): unknown =>
      JSON.parse(site.bodies.get('/feed.json') as string).items.map((item: { id: string }) => item.id)
    expect(ids(preview)).toEqual(ids(home))
    expect(ids(home)).toEqual(['tag:notes.example,2024-06-10:a'])
    expect([...preview.bodies.values()].join('').replaceAll('<id>https://notes.example/', '')).not.toContain('https://notes.example')
  })

  test('of a site without entries is a site', () => {
    const { bodies } = built(content({}))
    expect(bodies.get('/atom.xml')).toContain('<updated>2000-01-01T00:00:00.000Z</updated>')
    expect(JSON.parse(bodies.get('/feed.json') as string).items).toEqual([])
  })

  test('merges an alias into its tag, and leads its address there', () => {
    const site = '---\ntitle: T\nurl: https://notes.example\naliases: { object_detection: object-detection }\n---\n'
    const { bodies, manifest } = built(
      content({ 'site.md': site, 'a.md': '2024-06-10\nA\n본문.\n#object_detection\nB\n본문.\n#object-detection\n' }),
    )
    expect(JSON.parse(bodies.get('/tags/object-detection/feed.json') as string).items).toHaveLength(2)
    expect(manifest.moved).toEqual({ '/tags/object_detection/': '/tags/object-detection/' })
  })

  test('writes nothing when there is an error, and says all of them', () => {
    const out = join(folder, 'never')
    const { status, stderr } = run('build', ['--content', content({ 'a.md': '2024-06-31\nA\n본문.\n#t\n', 'b.md': 'B\n' }), '--out', out])
    expect(status).toBe(1)
    expect(stderr.split('\n').filter((line) => /:\d+: /.test(line))).toHaveLength(2)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(out)).toBe(false)
  })

  test('leaves the last good site where the content has become bad', () => {
    const [from, out] = [content({ 'a.md': '# 2024-06-10\n## A\n본문.\n#t\n' }), join(folder, 'kept')]
    run('build', ['--content', from, '--out', out])
    const good = readSite(out)
    writeFileSync(join(from, 'a.md'), '# 2024-06-31\n')
    expect(run('build', ['--content', from, '--out', out]).status).toBe(1)
    expect(readSite(out).files).toEqual(good.files)
  })

  test('sweeps out what is no longer served, and nothing else', () => {
    const [from, out] = [content({ 'a.md': '# 2024-06-10\n## A\n본문.\n#t\n' }), join(folder, 'swept')]
    run('build', ['--content', from, '--out', out])
    writeFileSync(join(out, 'bodies', 'mine.txt'), 'not a pack')
    cpSync(join(project, 'content', '2024-06-10.md'), join(from, 'a.md'))
    run('build', ['--content', from, '--out', out])
    const { manifest } = readSite(out)
    expect(readdirSync(join(out, 'bodies')).toSorted()).toEqual([...Object.keys(manifest.packs), 'mine.txt'].toSorted())
  })

  test.each([
    ['a folder that isn’t there', ['--content', '/nonexistent'], /\/nonexistent: no such folder \(/],
    ['an address with a path', ['--url', 'https://notes.example/blog'], /--url https:\/\/notes\.example\/blog: not the address of a site/],
    ['an unknown option', ['--nonsense'], /Unknown option '--nonsense'/],
  ])('called with %s says so in a line', (_, args, message) => {
    const { status, stderr } = run('build', args)
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1])
    expect(stderr).toMatch(message)
  })
})

test('a site to test over that cannot be built is an error with what the build says, not the site of before', () => {
  const [from, out] = [content({ 'a.md': '# 2024-06-10\n## A\n본문.\n#t\n' }), join(folder, 'tested')]
  buildOrThrow(from, out)
  writeFileSync(join(from, 'a.md'), '# 2024-06-31\n')
  expect(() => buildOrThrow(from, out)).toThrow(/a\.md:1: 2024-06-31 is no day of the calendar/)
})

describe('what a user can see to is one line with a cure, not a stack trace', () => {
  const note = '# 2024-06-10\n## A\n본문.\n#t\n'
  const said = (command: string, args: readonly string[]): unknown => {
    const { status, stderr } = run(command, args)
    return [status, stderr.replaceAll(folder, '')]
  }
  const line = (text: string): unknown => expect.stringMatching(new RegExp(`^${text} \\(.*\\)\\n$`))

  test.each([
    ['a link that leads nowhere', 'nowhere.md', 'not there, or a link that leads nowhere'],
    ['a link to a folder that isn’t there, which could hold notes', 'nowhere', 'not there, or a link that leads nowhere'],
    ['a link to itself', 'b.md', 'a link that leads back to itself'],
  ])('in the content, %s', (_, target, what) => {
    const from = content({ 'a.md': note })
    symlinkSync(target, join(from, 'b.md'))
    for (const command of ['check', 'build']) {
      expect(said(command, ['--content', from])).toEqual([1, line(`.*/b\\.md: ${what}`)])
    }
  })

  test('a ledger that leads nowhere, or is a folder: every id would be made anew as if nothing had been recorded', () => {
    const [nowhere, aFolder] = [content({ 'a.md': note }), content({ 'a.md': note, 'ledger.json/x': '' })]
    symlinkSync('nowhere', join(nowhere, 'ledger.json'))
    expect(said('record', ['--content', nowhere])).toEqual([1, line('.*/ledger\\.json: not there, or a link that leads nowhere')])
    expect(said('record', ['--content', aFolder])).toEqual([1, line('.*/ledger\\.json: a folder, not a file')])
  })

  // Nothing is closed to the super-user.
  if (process.getuid?.() === 0) console.log('skipped: to root, a file that may not be read is open')
  test.skipIf(process.getuid?.() === 0)('in the content, a file that may not be read', () => {
    const from = content({ 'a.md': note })
    chmodSync(join(from, 'a.md'), 0)
    expect(said('check', ['--content', from])).toEqual([1, line('.*/a\\.md: not open to you')])
  })

  test.each([
    ['a file', 'file', 'file/bodies: a file stands where a folder must be'],
    ['below a file', 'file/x', 'file/x/bodies: a file stands where a folder must be'],
    ['a link that leads nowhere', 'link', 'link/bodies: not there, or a link that leads nowhere'],
    ['a folder with a folder for its manifest', 'taken', 'taken/manifest\\.json: a folder, not a file'],
  ])('to build into %s', (_, name, what) => {
    const [from, to] = [content({ 'a.md': note }), mkdtempSync(join(folder, 'to-'))]
    writeFileSync(join(to, 'file'), '')
    symlinkSync('nowhere', join(to, 'link'))
    mkdirSync(join(to, 'taken', 'manifest.json'), { recursive: true })
    expect(said('build', ['--content', from, '--out', join(to, name)])).toEqual([1, line(`.*/${what}`)])
  })

  test.each([
    ['parse', ['tests'], 1, 'tests: a folder, not a file'],
    ['parse', ['missing.md'], 2, 'missing\\.md: no such file'],
    ['parse', ['--nonsense'], 2, 'Unknown option .*'],
    ['check', ['--content', 'README.md'], 2, 'README\\.md: no such folder'],
    ['check', ['--content'], 2, 'Option .* argument missing'],
    ['check', ['--content', ''], 2, '--content: empty'],
    ['check', ['--content', '--out'], 2, 'Option .* is ambiguous.*'],
    ['check', ['content'], 2, 'Unexpected argument .*'],
    ['build', ['--out', ''], 2, '--out: empty'],
    ['build', ['--url', 'nonsense'], 2, '--url nonsense: not the address of a site'],
    ['start', ['--port', 'abc'], 2, '--port abc: not a port'],
    ['start', ['--port', '70000'], 2, '--port 70000: not a port'],
    ['start', ['--content', 'missing'], 2, 'missing: no such folder'],
  ])('%s %j', (command, args, status, what) => {
    expect(said(command, args)).toEqual([status, line(what)])
  })
})

test('a fault of ours is not explained away', () => {
  const fault = new TypeError('undefined is not a function')
  expect(() => explanationOf(fault)).toThrow(fault)
})

describe('links in the content', () => {
  const note = (day: string): string => `# ${day}\n## A\n본문.\n#t\n`

  test('lead to notes, and those that lead back are not followed without end', () => {
    const [from, vault] = [content({ 'a.md': note('2024-06-10'), 'sub/b.md': note('2024-06-11') }), mkdtempSync(join(folder, 'vault-'))]
    writeFileSync(join(vault, 'c.md'), note('2024-06-12'))
    symlinkSync(vault, join(from, 'vault.md'))
    symlinkSync('.', join(from, 'self'))
    symlinkSync('..', join(from, 'sub', 'up'))
    symlinkSync(from, join(vault, 'back'))
    expect(run('check', ['--content', from]).stdout).toContain(': 3 entries, 1 tag, 3 days;')
  })

  test('that are hidden, as editors leave them beside an open file, are not followed', () => {
    const from = content({ 'a.md': note('2024-06-10') })
    symlinkSync('someone@somewhere.1234', join(from, '.#a.md'))
    expect(run('check', ['--content', from])).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('parse', () => {
  test('prints the entries as JSON in the documented shape', () => {
    const from = content({
      'a.md': '2024-06-10\nTitle\n(Ada Lovelace)\nhttps://arxiv.org/abs/2406.00001\nAn abstract.\n**논평**은 길다.\n#tag\n',
    })
    const { status, stdout } = run('parse', [join(from, 'a.md')])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual([
      {
        date: '2024-06-10',
        title: 'Title',
        authors: ['Ada Lovelace'],
        tags: ['tag'],
        links: ['https://arxiv.org/abs/2406.00001'],
        abstract: ['An abstract.'],
        commentary: ['**논평**은 길다.'],
        line: 2,
      },
    ])
  })

  test('exits 1 with the problems on standard error, clashes among them', () => {
    const from = content({ 'a.md': '2024-06-10\nA\n본문.\n#c #c++\nA!\n본문.\n#t\n' })
    const { status, stdout, stderr } = run('parse', [join(from, 'a.md')])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n')).toHaveLength(2)
  })
})

describe('the ledger', () => {
  const notes = { 'a.md': '2024-06-10\nA\nhttps://arxiv.org/abs/2406.00001\n글.\n#t\nB\n둘째 글.\n#t\n' }
  const ledgerOf = (from: string): string | null =>
    existsSync(join(from, 'ledger.json')) ? readFileSync(join(from, 'ledger.json'), 'utf8') : null
  const edit = (from: string): void => writeFileSync(join(from, 'a.md'), '2024-06-10\nRenamed\nhttps://arxiv.org/abs/2406.00001\n글.\n#t\n')

  test('is written by record, and by nothing else', () => {
    const from = content(notes)
    built(from)
    run('check', ['--content', from])
    expect(ledgerOf(from)).toBeNull()
    expect(run('record', ['--content', from])).toMatchObject({
      status: 0,
      stdout: `${join(from, 'ledger.json')}: 2 entries new, 0 changed, 0 removed. Commit it with the notes.\n`,
    })
    const first = ledgerOf(from)
    expect(run('record', ['--content', from]).stdout).toBe(`${join(from, 'ledger.json')}: nothing new\n`)
    edit(from)
    built(from)
    expect(ledgerOf(from)).toBe(first)
    expect(run('record', ['--content', from]).stdout).toContain('0 entries new, 1 changed, 1 removed')
    expect(readdirSync(from).toSorted()).toEqual(['a.md', 'ledger.json', 'site.md'])
  })

  test('leads former places on, and tells Atom’s readers what was removed (RFC 6721 §3)', () => {
    const from = content(notes)
    run('record', ['--content', from])
    edit(from)
    run('record', ['--content', from])
    const { bodies, manifest } = built(from)
    expect(manifest.moved).toEqual({ '/2024-06-10/a/': '/2024-06-10/renamed/' })
    expect(manifest.gone).toEqual(['', 'citation.bib', 'citation.ris', 'citation.json'].map((file) => `/2024-06-10/b/${file}`))
    const atom = bodies.get('/atom.xml') as string
    const [, removed] = /<at:deleted-entry ref="tag:notes\.example,2024-06-10:b" when="([^"]+)"\/>/.exec(atom) ?? []
    expect(atom).toContain(`<updated>${removed}</updated>`)
    expect(bodies.get('/tags/t/atom.xml')).toContain('at:deleted-entry')
    expect(atom).toContain('<id>tag:notes.example,2024-06-10:a</id>')
  })

  test('check --ci fails until what has changed is recorded', () => {
    const from = content(notes)
    expect(run('check', ['--content', from, '--ci'])).toMatchObject({ status: 1 })
    run('record', ['--content', from])
    expect(run('check', ['--content', from, '--ci'])).toMatchObject({ status: 0, stderr: '' })
    edit(from)
    expect(run('check', ['--content', from])).toMatchObject({ status: 0 })
    expect(run('check', ['--content', from, '--ci']).stderr).toBe(
      `${join(from, 'ledger.json')}:1: the content has changed since it was recorded (npm run record, then commit the file)\n`,
    )
  })

  test('that is damaged stops the build, with nothing written', () => {
    const from = content({ ...notes, 'ledger.json': '{"version": 1' })
    const out = mkdtempSync(join(folder, 'out-'))
    const { status, stderr } = run('build', ['--content', from, '--out', out])
    expect([status, readdirSync(out)]).toEqual([1, []])
    expect(stderr).toMatch(/ledger\.json:1: this line of the ledger can't be read \(mend that line/)
    expect(run('record', ['--content', from])).toMatchObject({ status: 1 })
    expect(ledgerOf(from)).toBe('{"version": 1')
  })

  test('a doubt stops every command; --accept settles it', () => {
    const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n' })
    run('record', ['--content', from])
    writeFileSync(join(from, 'a.md'), '2024-06-10\nOther\n다른 글.\n#t\n')
    for (const command of ['record', 'check']) expect(run(command, ['--content', from])).toMatchObject({ status: 1 })
    const out = mkdtempSync(join(folder, 'out-'))
    expect(run('build', ['--content', from, '--out', out]).stderr).toContain('add -- --accept to the command')
    expect(run('build', ['--content', from, '--out', out, '--accept'])).toMatchObject({ status: 0 })
    expect(run('record', ['--content', from, '--accept']).stdout).toContain('1 entry new, 0 changed, 1 removed')
  })
})

test('check says what is wrong and what is there', () => {
  expect(run('check', []).stdout).toBe('content: 10 entries, 9 tags, 1 day; nothing that keeps it from being published\n')
  expect(run('check', ['--content', content({ 'a.md': 'A\n' })])).toMatchObject({ status: 1 })
})
