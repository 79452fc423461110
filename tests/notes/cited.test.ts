import { describe, expect, test } from 'vitest'
import { readCitation } from '../../src/notes/cited.ts'

const title = 'On Computable Numbers: a Title'

describe('a line that is nothing but a link whose words cite the title gives the paper and its authors', () => {
  test.each([
    [
      'Ada Lovelace, Alan Turing and Grace Hopper. "On computable numbers, a title." A Journal, 1936',
      ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'],
    ],
    ['Turing, Alan, et al. "On Computable Numbers: A Title." arXiv preprint (2016).', ['Alan Turing']],
    ['Turing, Alan M., and Ada Lovelace. “On Computable Numbers: a Title”', ['Alan M. Turing', 'Ada Lovelace']],
    [
      'Turing, A., Lovelace, A. B., & Hopper, G. (1936). On computable numbers, a title. A Journal',
      ['A. Turing', 'A. B. Lovelace', 'G. Hopper'],
    ],
    ['A. Turing, A. Lovelace: On Computable Numbers: a Title', ['A. Turing', 'A. Lovelace']],
    ['Alan Turing. On Computable Numbers: a Title.', ['Alan Turing']],
    ['On Computable Numbers: a Title', []],
  ])('%s', (words, authors) => {
    expect(readCitation(`* [${words}](https://a.example/x)`, title)).toEqual({ link: 'https://a.example/x', authors })
  })
})

test.each([
  ['another paper', '* [Alan Turing. "Another Title."](https://a.example/x)', title],
  ['words beside the link', 'See [On Computable Numbers: a Title](https://a.example/x).', title],
  ['a link that leads nowhere', '[On Computable Numbers: a Title]()', title],
  ['a title that may stand in any other', '[GPT-4 Technical Report](https://a.example/x)', 'GPT-4'],
])('%s gives nothing', (_, line, of) => {
  expect(readCitation(line, of)).toBeNull()
})
