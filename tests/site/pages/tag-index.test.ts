import { expect, test } from 'vitest'
import { channelsOfKind } from '../../../src/catalog/catalog.ts'
import { indexLetters, letterOf } from '../../../src/text/letters.ts'
import { decade } from '../decade.ts'
import { siteOf } from '../site-of.ts'

const { catalog, pages } = decade()
const page = pages.get('/tags/') as string
const tags = channelsOfKind(catalog, 'tag')
const byLetter = page.slice(page.indexOf('id="by-letter"'))
const byUse = page.slice(page.indexOf('id="by-use"'), page.indexOf('id="by-letter"'))

test('the sixty most used tags stand first, the most used before the others, with how many entries have them', () => {
  const counts = [...byUse.matchAll(/<li><a class="tag" href="[^"]+">[^<]+<\/a><span class="count">(\d+)<\/span>/g)].map(([, count]) =>
    Number(count),
  )
  expect(counts).toEqual(
    tags
      .map(({ entries }) => entries.length)
      .toSorted((a, b) => b - a)
      .slice(0, 60),
  )
})

test('every tag stands once under its letter, with how many entries have it', () => {
  const sections = [...byLetter.matchAll(/<section class="letter" id="letter(?:-(.+?))?">([\s\S]*?)<\/section>/g)]
  const listed = sections.flatMap(([, letter = '', section]) =>
    [...(section as string).matchAll(/<a href="([^"]+)">([^<]+)<\/a> (\d+) /g)].map(([, path, name, count]) => [
      letter,
      decodeURIComponent(path as string),
      name,
      Number(count),
    ]),
  )
  expect(listed.toSorted()).toEqual(
    tags.map(({ name, folder, entries }) => [letterOf(name), `/${folder}/`, name, entries.length]).toSorted(),
  )
  const letters = sections.map(([, letter = '']) => indexLetters.indexOf(letter))
  expect(letters).toEqual(letters.toSorted((a, b) => a - b))
})

const few = (labels: readonly string[], fields = ''): string =>
  siteOf(`2024-06-10\n${labels.map((label, index) => `T${index}\n글.\n#${label}\n`).join('')}`, fields).pages.get('/tags/') as string
const many = ['llm', 'vision', 'speech', 'agents', 'code', 'law', 'games', 'video', 'audio', 'maths', 'privacy', 'safety']

test('near twins stand side by side, the more used first; an alias to itself says that a tag is none', () => {
  const labels = [...many, 'image_generation', 'image-generation', 'image-generation']
  expect(few(labels)).toMatch(/<li class="twins"><a href="[^"]+">image-generation<\/a> 2 <a href="[^"]+">image_generation<\/a> 1 <\/li>/)
  expect(few(labels, 'aliases: { image_generation: image_generation }')).not.toContain('twins')
})

test('a twin that has a twin of its own brings it along', () => {
  const labels = [...many, 'attention', 'attention', 'attention', 'attentions', 'attentions', 'aattentions']
  expect(few(labels)).toMatch(/<li class="twins">(?:<a [^>]+>a?attentions?<\/a> \d ){3}<\/li>/)
})

test('a tag is found by its aliases, too', () => {
  expect(few([...many, '강화학습'], 'aliases: { rl: 강화학습 }')).toContain(
    '<li data-also="rl"><a href="/tags/%EA%B0%95%ED%99%94%ED%95%99%EC%8A%B5/">강화학습</a>',
  )
})

test('a dozen tags need no letters', () => {
  expect(few(many)).not.toContain('id="by-letter"')
})

test('the field is hidden where no script runs', () => {
  expect(page).toMatch(/<form class="tag-filter" [^>]*hidden>/)
})
