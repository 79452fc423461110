import type { CslItem } from '../../src/citations/csl-item.ts'

/** A paper, another one for each number. */
export const itemOf = (number: number): CslItem => ({
  id: `paper${number}`,
  'citation-key': `paper${number}`,
  type: 'article',
  title: `논문 ${number} of Łódź`,
  author: [{ family: 'Lovelace', given: 'Ada' }],
  URL: `https://notes.example/${number}`,
  language: 'ko',
})
