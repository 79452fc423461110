import { describe, expect, test } from 'vitest'
import { siteOf } from '../site-of.ts'

const paper = 'https://arxiv.org/abs/2406.00001'
const notes = `2024-06-11

## 나중 <글>
https://arxiv.org/abs/2406.00002

[그 논문](${paper}v2)을 잇는다. Ribosomes와 Kinase를 다룬다.

#Rare

2024-06-10

## First One
${paper}

Ribosome과 kinase의 Kinase를 다룬다.

#rare
`
const section = (page: string | undefined): string => /<section class="related".*?<\/section>/s.exec(page ?? '')?.[0] ?? ''

describe('an entry’s page names related notes', () => {
  test.each([
    ['en', 'Related notes', '11 June 2024', 'cites this paper · shares #rare · in common: kinase, Ribosome'],
    ['ko', '관련 노트', '2024년 6월 11일', '이 논문을 언급 · 같은 태그: #rare · 겹치는 말: kinase, Ribosome'],
    ['ja', '関連するノート', '2024年6月11日', 'この論文に言及 · 共通のタグ：#rare · 共通の言葉：kinase, Ribosome'],
  ])('with the reasons in the site’s language, %s, and words as the entry itself writes them', (language, heading, day, reasons) => {
    const { pages } = siteOf(notes, `language: ${language}`)
    expect(
      section(pages.get('/2024-06-10/first-one/')),
    ).toBe(`<section class="related" aria-labelledby="related"><h2 id="related" lang="${language}">${heading}</h2>
<ul class="plain brief"><li><a href="/2024-06-11/${encodeURIComponent('나중-글')}/" lang="ko">나중 &lt;글&gt;</a>
<span class="why" lang="${language}"><time datetime="2024-06-11">${day}</time> · ${reasons}</span></li>
</ul></section>`)
  })

  test('but has no such section where there are none', () => {
    const { pages } = siteOf('2024-06-10\nA\n글.\n#t\n')
    expect([...pages.values()].filter((page) => section(page) !== '')).toEqual([])
  })

  test('none twice: what its wiki links lead to, and what links to it so, stands there already', () => {
    const linking = notes.replace('[그 논문]', '[[First One]], [그 논문]')
    const { pages } = siteOf(linking)
    for (const path of ['/2024-06-10/first-one/', `/2024-06-11/${encodeURIComponent('나중-글')}/`])
      expect(section(pages.get(path))).toBe('')
  })
})
