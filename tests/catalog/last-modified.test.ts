import { describe, expect, test } from 'vitest'
import { arxivA, arxivB, both, catalogue, day, entry, idA, later, now, recorded } from './recorded.ts'

describe('Last-Modified never stays behind what is served', () => {
  const ledger = recorded(both)

  test.each([
    ['removing the newest', `${day}${entry('B', { link: arxivB })}`],
    ['adding one to an old day', `${both}2020-01-01\n${entry('C')}`],
    ['editing one', `${day}${entry('A', { link: arxivA, text: '다른 글.' })}${entry('B', { link: arxivB })}`],
    ['taking a tag from one', `${day}${entry('A', { link: arxivA, tags: '#u' })}${entry('B', { link: arxivB })}`],
    ['another order', `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`],
  ])('%s moves the site’s and the tag’s once it is recorded; until then neither has one', (_, notes) => {
    const next = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).lastModified
    expect([next.ofChannels.get(''), next.ofChannels.get('tags/t')]).toEqual([later, later])
    const unrecorded = catalogue(notes, { ledger }).lastModified
    expect([unrecorded.ofChannels.get(''), unrecorded.ofChannels.get('tags/t')]).toEqual([null, null])
  })

  test('removing one below the others moves it too', () => {
    const notes = `${day}${entry('A', { link: arxivA })}`
    const next = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).lastModified
    expect([next.ofChannels.get(''), next.ofChannels.get('tags/t'), next.ofEntries.get(idA)]).toEqual([later, later, now])
  })

  test.each(['description: 다른', 'feedSize: 7', 'license: CC0-1.0', 'hub: https://hub.example/', 'author: 다른 이', 'aliases: { x: t }'])(
    'what site.md says is on every feed: %s',
    (site) => {
      const next = catalogue(both, { ledger: recorded(both, { ledger, site, now: later }), site, now: later }).lastModified
      expect([next.ofChannels.get(''), next.ofChannels.get('tags/t'), next.ofEntries.get(idA)]).toEqual([later, later, later])
    },
  )

  test('another tag’s stays', () => {
    const notes = `${both}2020-01-01\n${entry('C', { tags: '#u' })}`
    const { lastModified } = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later })
    expect([lastModified.ofChannels.get('tags/t'), lastModified.ofChannels.get('tags/u'), lastModified.ofEntries.get(idA)]).toEqual([
      now,
      later,
      now,
    ])
  })
})
