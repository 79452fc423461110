import { describe, expect, test } from 'vitest'
import { siteOf } from '../site/site-of.ts'
import { matter, read } from './read.ts'

/** Two entries with this address in every place that takes one. */
const entriesWith = (address: string, index: number): string => `T${index}
Code: ${address}
Paper: ${address}
Link: [a](${address})
[code](${address})
${address} [a](${address}) [a](<${address}>) [a](${address} "title") <${address}>

![a](${address}) [![a](${address})](${address}) [[${address}]] [[${address}|words]]

[a][b] [b]

[b]: ${address}

- [a](${address})

| [a](${address}) |
|---|
| <${address}> |

> [a](${address})
#t
[Title ${index}](${address})
글.
#t
`

/** Every address that a document leads to or shows, in markup or in a field. */
const addressesIn = (body: string): readonly string[] => {
  const text = body.replace(/&#x([\dA-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))).replaceAll('\\"', '"')
  return [...text.matchAll(/(?:\s(?:href|src|url|uri|domain|scheme|xmlUrl|htmlUrl)=|"(?:url|external_url|home_page_url)":)"([^"]*)"/g)].map(
    ([, address]) => (address as string).replaceAll('&amp;', '&'),
  )
}

/** `feed:` is the site's own, on the pages that show a feed. */
const allowed = /^(?:https?:\/\/|mailto:|tel:|feed:https:\/\/notes\.example\/|\/(?!\/)|#|$)/

const dangerous: readonly string[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java&#9;script:alert(1)',
  'java&Tab;script:alert(1)',
  '&#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#x3a;alert(1)',
  '&#1;javascript:alert(1)',
  '%6aavascript:alert(1)',
  ' javascript:alert(1)',
  'ja\u200bvascript:alert(1)',
  'ｊａｖａｓｃｒｉｐｔ:alert(1)',
  '\\javascript:alert(1)',
  'vbscript:x',
  'livescript:x',
  'data:text/html,x',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'file:///etc/passwd',
  'blob:https://a.example/b',
  'view-source:https://a.example',
  'feed:javascript:alert(1)',
  'ftp://a.example/x',
  'zotero://select/x',
  'about:blank',
]

describe('no page and no feed leads to an address that runs something, or that means something on one machine only', () => {
  test('wherever it stands in notes', () => {
    const { bodies } = siteOf(`2024-06-10\n${dangerous.map(entriesWith).join('')}`)
    const found = [...bodies].filter(([path]) => !path.startsWith('/assets/')).flatMap(([, body]) => addressesIn(body))
    expect(found.length).toBeGreaterThan(100 * dangerous.length)
    expect(new Set(found.filter((one) => !allowed.test(one)))).toEqual(new Set())
  })

  test.each([
    ['//a.example/x', 'https://a.example/x'],
    ['/\\a.example/x', 'https://notes.example/%5Ca.example/x'],
    ['https:a.example', 'https://notes.example/a.example'],
    ['HTTP://A.Example/x', 'http://a.example/x'],
    ['https://a.example/"onload=x', 'https://a.example/%22onload=x'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['TEL:+1', 'tel:+1'],
  ])('but to %j, in full', (address, href) => {
    const found = addressesIn(siteOf(`2024-06-10\nT\n글 [a](<${address}>)\n#t\n`).bodies.get('/rss.xml') as string)
    expect(found).toContain(href)
    expect(found.filter((one) => !allowed.test(one))).toEqual([])
  })

  test('and an image is shown that holds itself, but no drawing, which may hold a script', () => {
    const shown = (address: string): string => read(`2024-06-10\nT\n글 ![a](${address})\n#t`).entries[0]?.commentary[0]?.html ?? ''
    expect(shown('data:image/png;base64,AAAA')).toContain('src="data:image/png;base64,AAAA"')
    expect(shown('data:image/svg+xml;base64,AAAA')).not.toContain('src=')
  })
})

describe('an address of front matter that is none on the web is refused', () => {
  const place = matter('title: T', 'FIELD').split('FIELD') as [string, string]
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '"java\\tscript:alert(1)"',
    '//a.example/x',
    '"https://a.example/\\tx"',
    'https://',
    'http://a:99999/x',
  ])('%s', (address) => {
    const { entries, problems } = read(`${place[0]}link: ${address}${place[1]}2024-06-10\n글.`, 'n.md')
    expect(problems).toEqual([expect.stringMatching(/^n\.md:3: .* isn't a web address \(write it in full, with https:\/\/\)$/)])
    expect(entries.flatMap(({ links }) => links)).toEqual([])
    expect(() => siteOf('2024-06-10\nT\n글.\n#t', `author: { name: A, url: ${address} }`)).toThrow(/isn't a web address/)
    expect(() => siteOf('2024-06-10\nT\n글.\n#t', `hub: ${address}`)).toThrow(/isn't a web address/)
  })
})
