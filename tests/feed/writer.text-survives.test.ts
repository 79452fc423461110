import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, trustedHtml } from '../../src/text/html.ts'
import { legalXml } from '../../src/text/xml.ts'
import { anyCharacter } from '../any-character.ts'
import { feedText, sampleDocument, sampleItem } from './samples.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

/** Text as people and their tools write it: markup, references, controls, lone surrogates, every script. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        ']]>]]>',
        '<![CDATA[',
        '&amp;',
        '&#60;',
        '<b>',
        '</item>',
        '</entry>',
        '\r',
        '\r\n',
        '\n',
        '\t',
      ),
      fc.constantFrom(
        '\u0000',
        '\u0001',
        '\u0004',
        '\u0007',
        '\u001f',
        '\u0085',
        '\u2028',
        '\ufffe',
        '\uffff',
        '\ud800',
        '\udc00',
        '\u202e',
        '$&',
        "$'",
      ),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('한국어', '정렬', 'é', '🔬'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  // What is left of a text of nothing but forbidden characters is no text; the notes have none such.
  .filter((text) => legalXml(text).trim() !== '')

/** A text as every format gives it back: without the characters that no XML document may hold. */
const kept = legalXml

function parsedRss(xml: string): ReturnType<typeof parseXml> {
  return child(child(parseXml(xml), 'channel'), 'item')
}

test('whatever text an item holds, RSS, Atom and JSON Feed are well formed and give it back unchanged', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, anyText, anyText, (title, author, label, summary, body, source) => {
      const contentHtml = trustedHtml(`<p>${escapeHtml(body)}</p>`)
      const item = sampleItem({
        title,
        authors: [author],
        categories: [{ term: 'term', label }],
        summary,
        contentHtml,
        source: { title: source, feedUrls: sampleItem().source.feedUrls },
      })
      const channel = sampleDocument({ items: [item] })
      const [rss, atom, json] = (['rss', 'atom', 'json'] as const).map((format) => feedText(format, channel)) as [string, string, string]

      const rssItem = parsedRss(rss)
      expect(child(rssItem, 'title').text).toBe(kept(title))
      expect(child(rssItem, 'dc:creator').text).toBe(kept(author))
      expect(child(rssItem, 'source').text).toBe(kept(source))
      expect(child(rssItem, 'category').text).toBe(kept(label))
      expect(child(rssItem, 'description').text).toBe(escapeHtml(kept(summary)))
      expect(child(rssItem, 'content:encoded').text).toBe(kept(contentHtml))

      const entry = child(parseXml(atom), 'entry')
      expect(child(entry, 'title').text).toBe(kept(title))
      expect(child(child(entry, 'author'), 'name').text).toBe(kept(author))
      expect(child(entry, 'category').attributes['label']).toBe(kept(label))
      expect(child(entry, 'summary').text).toBe(escapeHtml(kept(summary)))
      expect(child(entry, 'content').text).toBe(kept(contentHtml))

      const jsonItem = JSON.parse(json).items[0]
      expect(jsonItem.title).toBe(kept(title))
      expect(jsonItem.authors).toEqual([{ name: kept(author) }])
      expect(jsonItem.tags).toEqual([kept(label)])
      expect(jsonItem.summary).toBe(kept(summary))
      expect(jsonItem.content_html).toBe(kept(contentHtml))
    }),
    { numRuns: 150 },
  )
})

test('whatever text a channel holds, its documents are well formed and give it back unchanged', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (title, description, name) => {
      const channel = sampleDocument({ title, description, author: { name, url: null } })
      const [rss, atom, json] = (['rss', 'atom', 'json'] as const).map((format) => feedText(format, channel)) as [string, string, string]
      const rssChannel = child(parseXml(rss), 'channel')
      expect(child(rssChannel, 'title').text).toBe(kept(title))
      expect(child(rssChannel, 'description').text).toBe(kept(description))
      const feed = parseXml(atom)
      expect(child(feed, 'title').text).toBe(kept(title))
      expect(child(feed, 'subtitle').text).toBe(kept(description))
      expect(child(child(feed, 'author'), 'name').text).toBe(kept(name))
      expect(JSON.parse(json)).toMatchObject({ title: kept(title), description: kept(description) })
    }),
    { numRuns: 100 },
  )
})

test('items that are written together stay apart, whatever they say', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 2, maxLength: 6 }), (titles) => {
      const items = titles.map((title, index) => sampleItem({ id: `tag:notes.example,2024-06-10:${index}`, title }))
      const channel = sampleDocument({ items })
      const rss = childrenNamed(child(parseXml(feedText('rss', channel)), 'channel'), 'item')
      const atom = childrenNamed(parseXml(feedText('atom', channel)), 'entry')
      expect(rss.map((item) => child(item, 'title').text)).toEqual(titles.map(kept))
      expect(atom.map((entry) => child(entry, 'title').text)).toEqual(titles.map(kept))
      expect(atom.map((entry) => child(entry, 'id').text)).toEqual(items.map(({ id }) => id))
    }),
    { numRuns: 60 },
  )
})
