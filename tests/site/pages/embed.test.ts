import { describe, expect, test } from 'vitest'
import { embedPageMain } from '../../../src/site/pages/embed.ts'
import { catalogFrom } from '../../catalog/catalog-from.ts'

const site = 'https://notes.example'

describe.each(['ko', 'en', 'ja'])('the page for embedding, of a site in %s', (language) => {
  const { catalog } = catalogFrom('# 2024-06-10\n## A\n글.\n#정렬 #c++ #a"b<c>\n', `language: ${language}`, {}, '<T> & "Q"')
  const { html } = embedPageMain(catalog)
  const unescaped = (text: string): string =>
    text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] as string)
  const codes = [...html.matchAll(/<pre><code(?: id="snippet")?>([^<]*paperwire-feed[^<]*)<\/code>/g)].map(([, code]) =>
    unescaped(code as string),
  )

  test('without scripts it gives the code of the site’s feed and of its tags', () => {
    expect(codes[0]).toBe(`<script type="module" src="${site}/embed.js"></script>
<paperwire-feed limit="5"><a href="${site}/">&lt;T&gt; &amp; &quot;Q&quot;</a></paperwire-feed>`)
    expect(codes[1]).toContain(`<paperwire-feed tag="a-b-c" limit="5"><a href="${site}/tags/a-b-c/">#a&quot;b&lt;c&gt; · &lt;T&gt;`)
    expect(codes[3]).toContain(`<paperwire-feed tag="정렬" limit="5"><a href="${site}/tags/%EC%A0%95%EB%A0%AC/">#정렬 · `)
  })

  test('the form chooses among the site and its tags, and has the pattern of a tag’s code', () => {
    expect([...html.matchAll(/<option value="([^"]*)">/g)].map(([, slug]) => slug)).toEqual(['', 'a-b-c', 'cpp', '정렬'])
    const [, pattern = ''] = /<form [^>]*data-code="([^"]*)"/.exec(html) ?? []
    const filled = unescaped(pattern).replace('{slug}', '정렬').replace('{path}', encodeURIComponent('정렬')).replace('{label}', '정렬')
    expect(filled).toBe(codes[3])
  })

  test('holds under default-src ’self’: no inline script, style or handler, and what scripts need is hidden without them', () => {
    expect(html).not.toMatch(/<script(?![^>]* src="\/)|<style| style=| on\w+=/)
    expect(html).toMatch(/<form [^>]*hidden>/)
    expect(html).toMatch(/<button [^>]*hidden /)
  })

  test('recipes lead to this site’s most used tag and script, in code that stands in no form of ours', () => {
    const recipes = html.slice(html.indexOf('<section aria-labelledby="recipes">'))
    expect(recipes.match(/<details>/g)).toHaveLength(5)
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) expect(unescaped(recipes)).toContain(`${site}/tags/a-b-c/${file}`)
    expect(unescaped(recipes)).toContain(`${site}/embed.js`)
    expect(recipes).not.toContain('notes.example/tags/math')
  })
})
