import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import { channelPathOf, feedViewedAt, folderOfFeed, viewOf } from '../../src/site/channel-paths.ts'
import { paths } from '../../src/site/urls.ts'

const folders = ['', 'tags/정렬', 'tags/archive', 'tags/1', 'authors/grace-hopper', 'authors/c++', 'tags/a b%2F']

describe.each(folders)('the paths below the channel %j', (folder) => {
  test('are taken apart into what they were made of', () => {
    const at = (path: string): ReturnType<typeof channelPathOf> => channelPathOf(path)
    expect(at(paths.at(folder))).toEqual({ folder, archive: null, file: '' })
    expect(at(paths.citation(paths.at(folder), 'bib'))).toEqual({ folder, archive: null, file: 'citation.bib' })
    expect(at(paths.archiveFolder(folder, 12))).toEqual({ folder, archive: 12, file: '' })
    for (const format of formats) {
      const file = paths.feed(format, '').slice(1)
      expect(at(paths.feed(format, folder))).toEqual({ folder, archive: null, file })
      expect(at(paths.archive(format, folder, 3))).toEqual({ folder, archive: 3, file })
    }
  })

  test.each(formats)('%s: the feed that is polled has a page that is shown, an archive has none', (format) => {
    const [feed, view, archive] = [paths.feed(format, folder), paths.feedView(format, folder), paths.archive(format, folder, 1)]
    expect([folderOfFeed(feed), viewOf(feed), feedViewedAt(view)]).toEqual([folder, view, feed])
    for (const other of [view, archive, paths.at(folder)]) expect([folderOfFeed(other), viewOf(other)]).toEqual([null, null])
    for (const other of [feed, archive, paths.feedView(format, folder).slice(0, -1), `/view${archive}/`])
      expect(feedViewedAt(other)).toBeNull()
  })
})

test.each([
  ...['', 'rss.xml', '//', '/tags/', '/tags//', '/tags//rss.xml', '/tags/x/y/', '/tags/x/y/rss.xml', '/archive/'],
  ...['/archive/0/', '/archive/01/rss.xml', '/archive/x/', '/archive/1/archive/2/', '/2024-06-10/a/', '/other/x/'],
  ...['/tags/정렬/', '/tags/%ec%a0%95/', '/tags/%zz/', '/tags/%/', '/tags/%74ag/', '/tags/a+b/', '/tags/%ED%A0%80/'],
])('%j is no path of a channel', (path) => {
  expect(channelPathOf(path)).toBeNull()
})

test('whatever is taken apart is put together again', () => {
  const part = fc.constantFrom('', 'tags', 'authors', 'archive', '1', '02', 'rss.xml', 'x', '%20', '%zz', '정')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const path = `/${parts.join('/')}`
      const found = channelPathOf(path)
      if (found === null) return
      const { folder, archive, file } = found
      expect((archive === null ? paths.at(folder) : paths.archiveFolder(folder, archive)) + file).toBe(path)
    }),
    { numRuns: 2_000 },
  )
})
