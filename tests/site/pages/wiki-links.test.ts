import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/site/group.ts'
import { catalogFrom } from '../../catalog/catalog-from.ts'
import { documentsOf, siteOf } from '../site-of.ts'

const paperNote = (title: string, text: string): string => `---\ntitle: ${title}\nkind: paper\n---\n${text}\n`
const other = paperNote('Other & Title', '다른 글.')
const otherPath = '/2024-06-06/other-title/'
const linkingPath = '/2024-06-07/linking/'

/** The page of an entry whose text is this, beside another entry. */
function pageOf(text: string): string {
  return siteOf({ '240606 Other Note.md': other, '240607 Linking.md': paperNote('Linking', text) }, 'language: ko').pages.get(
    linkingPath,
  ) as string
}

describe('on an entry’s page, a wiki link', () => {
  test.each([
    ['leads to the entry it means', '[[Other Note|이 글]]을 보라.', `<p lang="ko"><a href="${otherPath}">이 글</a>을 보라.</p>`],
    [
      'leads there each time',
      '[[Other Note]], **[[Other Note#S|A & B]]**도.',
      `<p lang="ko"><a href="${otherPath}">Other Note</a>, <strong><a href="${otherPath}">A &amp; B</a></strong>도.</p>`,
    ],
    ['leads to a day', '[[2024-06-06|그날]]의 글.', '<p lang="ko"><a href="/2024-06-06/">그날</a>의 글.</p>'],
    [
      'leads there from a list',
      '글.\n\n- [[없는 글]]\n- [[Other Note]]',
      `<ul lang="ko">\n<li>없는 글</li>\n<li><a href="${otherPath}">Other Note</a></li>\n</ul>`,
    ],
    [
      'leads there from an abstract',
      '> An abstract that names [[Other Note]].\n\n글.',
      `<p lang="en">An abstract that names <a href="${otherPath}">Other Note</a>.</p></blockquote>\n</details>`,
    ],
    ['that means nothing published is words', '[[240608 Draft|초고]]를 보라.', '<p lang="ko">초고를 보라.</p>'],
    ['to the entry itself is words', '[[240607 Linking|이 글]], [[Linking]]을 보라.', '<p lang="ko">이 글, Linking을 보라.</p>'],
  ])('%s', (_, text, html) => {
    expect(pageOf(text)).toContain(html)
  })

  test('that means two entries is words', () => {
    const { pages } = siteOf({
      'a/240606 Note.md': paperNote('One', '글.'),
      'b/240606 Note.md': paperNote('Two', '글.'),
      'c.md': '2024-06-07\nLinking\n글 [[240606 Note|둘]].\n#t\n',
    })
    expect(pages.get(linkingPath)).toContain('글 둘.</p>')
  })
})

test('on a day’s page an entry has the same links as on its own', () => {
  const { pages } = siteOf({ '240606 Other Note.md': other, 'a.md': '2024-06-07\nLinking\n글 [[Other Note]].\n#t\n' })
  for (const path of ['/2024-06-07/', linkingPath]) expect(pages.get(path)).toContain(`글 <a href="${otherPath}">Other Note</a>.</p>`)
})

describe('an entry’s page shows what links to it', () => {
  const notes = {
    '240606 Other Note.md': other,
    '240607 Linking.md': paperNote('Linking', '[[Other Note]]와 [[Other Note|다시]].'),
    '240608 나중.md': paperNote('나중 <글>', '[[Other Note]].'),
  }

  test.each([
    ['en', 'Linked from'],
    ['ko', '이 노트를 언급한 노트'],
    ['ja', 'ここへリンクしているノート'],
  ])('in the site’s language, %s, by titles in their own, newest first, each once', (language, heading) => {
    const { pages } = siteOf(notes, `language: ${language}`)
    expect(pages.get(otherPath)).toContain(`<h2 id="backlinks" lang="${language}">${heading}</h2>
<ul class="plain brief"><li><a href="/2024-06-08/${encodeURIComponent('나중-글')}/" lang="ko">나중 &lt;글&gt;</a></li>
<li><a href="${linkingPath}" lang="en">Linking</a></li>
</ul></section>`)
  })

  test('and has no such section where nothing does, nor has a day’s page', () => {
    const { pages } = siteOf(notes)
    expect([...pages].filter(([, page]) => page.includes('backlinks')).map(([path]) => path)).toEqual([otherPath])
  })
})

test('an item is the same to the byte, in every format, whatever else links or is linked', () => {
  const linking = {
    '240607 Linking.md': paperNote('Linking', '> An abstract that names [[Other Note]].\n\n[[Other Note|이 글]]과 [[Linked]].'),
  }
  const itemsOf = (notes: Readonly<Record<string, string>>): readonly unknown[] => {
    const { bodies } = siteOf(notes, 'language: ko')
    const itemIn = (path: string, item: RegExp): string | undefined =>
      (bodies.get(path) as string).match(item)?.find((text) => text.includes('>Linking</title>'))
    const { items } = JSON.parse(bodies.get('/feed.json') as string) as { readonly items: readonly { readonly title: string }[] }
    return [
      itemIn('/rss.xml', /<item>[\s\S]*?<\/item>/g),
      itemIn('/atom.xml', /<entry[\s\S]*?<\/entry>/g),
      JSON.stringify(items.find(({ title }) => title === 'Linking')),
    ]
  }
  const alone = itemsOf(linking)
  for (const item of alone) expect(item).toContain('이 글과 Linked.')
  expect(itemsOf({ ...linking, '240606 Other Note.md': other, '240605 Linked.md': paperNote('Linked', '[[Linking]]을 보라.') })).toEqual(
    alone,
  )
})

test('RFC 9110 §8.8.2: the page of an entry, which changes with the entries that link to it, has no date that would say otherwise', () => {
  const notes = { '240606 Other Note.md': other }
  const ofOther = (files: Readonly<Record<string, string>>): Document | undefined => {
    const now = new Date('2024-06-10T00:00:00Z')
    const { recorded: ledger } = catalogFrom(files, '', { now })
    return documentsOf(catalogFrom(files, '', { now, ledger }).catalog).find(({ path }) => path === otherPath)
  }
  const [before, after] = [ofOther(notes), ofOther({ ...notes, '240601 Linking.md': paperNote('Linking', '[[Other Note]].') })]
  expect(after?.body).not.toEqual(before?.body)
  expect([before?.modified, after?.modified]).toEqual([null, null])
})
