import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeAuthors, readAuthors, splitAuthors } from '../../src/notes/authors.ts'

describe('a list of authors is split at commas, semicolons, `and` and `&` outside parentheses', () => {
  test.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace and Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['Ada Lovelace & Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['A, B, & C', ['A', 'B', 'C']],
    ['A, B, and C', ['A', 'B', 'C']],
    ['A; B; C', ['A', 'B', 'C']],
    ['A, B and C & D; E', ['A', 'B', 'C', 'D', 'E']],
    ['A，B、C；D', ['A', 'B', 'C', 'D']],
    [' A ,  B  C ,', ['A', 'B C']],
    ['Anderson Andrews, Sandy Brand', ['Anderson Andrews', 'Sandy Brand']],
    ['Sammy Davis, Jr., Ed Doe, Sr., John Smith, III', ['Sammy Davis, Jr.', 'Ed Doe, Sr.', 'John Smith, III']],
    ['Sammy Davis, Jr., John Smith III, Ed Doe Jr.', ['Sammy Davis, Jr.', 'John Smith III', 'Ed Doe Jr.']],
    ['Jane Doe, Ph.D., Acme, Inc.', ['Jane Doe, Ph.D.', 'Acme, Inc.']],
    ['Jane Doe (MIT, CSAIL), John Roe [ETH; EPFL]', ['Jane Doe (MIT, CSAIL)', 'John Roe [ETH; EPFL]']],
    [
      'Department of Computer Science and Engineering, Jane Doe and John Roe',
      ['Department of Computer Science and Engineering', 'Jane Doe', 'John Roe'],
    ],
    ['National Institute of Standards and Technology', ['National Institute of Standards and Technology']],
    ['AT&T, Johnson&Johnson', ['AT&T', 'Johnson&Johnson']],
    ['김철수, 이영희 외 3명', ['김철수', '이영희 외 3명']],
    ['김철수, 이영희, 외 3명', ['김철수', '이영희, 외 3명']],
    ['Jane Doe, et al.', ['Jane Doe, et al.']],
    ['Ada Lovelace, Alan Turing…', ['Ada Lovelace', 'Alan Turing, …']],
    ['María José García-López, Þór Ægisson', ['María José García-López', 'Þór Ægisson']],
    ['João G.M. Araújo, Petar Veličković', ['João G.M. Araújo', 'Petar Veličković']],
    ['João G.M. Araújo'.normalize('NFD'), ['João G.M. Araújo']],
    ['Smith, John; Doe, Jane Q.', ['John Smith', 'Jane Q. Doe']],
    ['Smith, John and Doe, Jane Q.', ['John Smith', 'Jane Q. Doe']],
    ['de Vries, Harm and van der Maaten, Laurens', ['Harm de Vries', 'Laurens van der Maaten']],
    ['Smith, John, Doe, Jane and Poe, Edgar', ['Smith', 'John', 'Doe', 'Jane', 'Poe', 'Edgar']],
    ['O’Neil, Pat; García-López, María', ['Pat O’Neil', 'María García-López']],
    ['Jane Doe, MIT; John Roe, ETH', ['Jane Doe', 'MIT', 'John Roe', 'ETH']],
    ['', []],
  ])('%s', (list, names) => {
    expect(splitAuthors(list)).toEqual(names)
  })

  test('whatever separates them, names stay whole and in order', () => {
    const word = fc.stringMatching(/^[A-ZÀ-ÖŠŽ][a-zß-öø-ÿčćšž]{1,8}$/)
    const name = fc.oneof(
      fc.tuple(word, word).map((words) => words.join(' ')),
      fc.stringMatching(/^[가-힣]{2,4}$/),
    )
    const separator = fc.constantFrom(', ', ',', '; ', ' and ', ' & ', ', and ', ', & ', '，', '、')
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), separator, (names, between) => {
        expect(splitAuthors(names.join(between))).toEqual(names.map((one) => one.normalize('NFC')))
      }),
    )
  })
})

describe('the line below a title', () => {
  test.each([
    ['(Anthropic)', ['Anthropic']],
    ['( Anthropic )', ['Anthropic']],
    ['(AT&T)', ['AT&T']],
    ['(A. B. C.)', ['A. B. C.']],
    ['(Kim, Park, and Lee)', ['Kim', 'Park', 'Lee']],
    ['(Sammy Davis, Jr., John Smith III, Ed Doe Jr.)', ['Sammy Davis, Jr.', 'John Smith III', 'Ed Doe Jr.']],
    ['(Ada Lovelace (MIT), Alan Turing (Princeton, NPL))', ['Ada Lovelace (MIT)', 'Alan Turing (Princeton, NPL)']],
    ['(OpenAI: Josh Doe, Steven Roe)', ['OpenAI: Josh Doe', 'Steven Roe']],
    ['(김연구, 박하음)', ['김연구', '박하음']],
    ['(王小明, 李华)', ['王小明', '李华']],
    ['(佐川 友里香、萩原 将文)', ['佐川 友里香', '萩原 将文']],
    ['(Zhang et el.)', ['Zhang et el.']],
    ['(김철수, 이믿음)', ['김철수', '이믿음']],
    ['(김철수, 남궁민수, 이믿음)', ['김철수', '남궁민수', '이믿음']],
    ['(윤다, Ada Lovelace, 김바다)', ['윤다', 'Ada Lovelace', '김바다']],
    ['（김철수, 이영희）', ['김철수', '이영희']],
    ['(Smith, John; Doe, Jane Q.)', ['John Smith', 'Jane Q. Doe']],
    ['(Jane Doe, et al.)', ['Jane Doe, et al.']],
    ['(Ada Lovelace et al.)', ['Ada Lovelace et al.']],
    ['(Ada Lovelace, Alan Turing, etc.)', ['Ada Lovelace', 'Alan Turing, etc.']],
    ['(Ada Lovelace, Alan Turing…)', ['Ada Lovelace', 'Alan Turing, …']],
    ['(Ada Lovelace, Alan Turing, ...)', ['Ada Lovelace', 'Alan Turing, ...']],
  ])('%s gives authors', (line, authors) => {
    expect(readAuthors(line)).toEqual({ authors })
  })

  test.each([
    'Anthropic',
    'Ada)',
    'Ada Lovelace, Alan Turing',
    'Ada (MIT), Alan (NPL)',
    '(논문이 짧다)',
    '(재미있다)',
    '(김연구)',
    '(신기함)',
    '（图像，文本）',
    '(흥미롭다, 재미있다)',
    '(重要, 必读)',
    '(NeurIPS 2024)',
    '(Extended Abstract)',
    '(Survey)',
    '(정리중)',
    '(짧지만, 읽을 만하다)',
    '(이 글은 정말로 흥미롭습니다.)',
    '(그런데 이 글은 (조금) 길다.)',
    '(추후 정리 예정)',
    '(see the appendix for details.)',
    '(Is this enough?)',
    '(Yes, This is enough.)',
    '(1) We propose a thing',
    '(1) We train it; 2) we test it',
    '(참고) 재미있네요 :)',
    '(A) (B)',
    '(A) and (B)',
    '(ICML 2024 Oral)',
    '본문 끝에 괄호가 있다 :)',
    'Results improve (by a lot)',
    '1) first',
    'see a, and b)',
  ])('%s is something else', (line) => {
    expect(readAuthors(line)).toBeNull()
  })

  test.each([
    '(Ada',
    '(Ada))',
    '((Ada)',
    '（Ada',
    '(Ada Lovelace, Alan Turing',
    'Ada Lovelace, Alan Turing)',
    '(Ada (MIT, Alan)',
    '(Ada), Alan Turing)',
    '(Ada (MIT)), Alan)',
    '(Ada, Alan))',
  ])('%s has a parenthesis too many or too few', (line) => {
    expect(readAuthors(line)).toBe('unbalanced')
  })

  test.each(['()', '( )', '（）'])('%s names nobody', (line) => {
    expect(readAuthors(line)).toBe('empty')
  })

  test('a collaboration of four thousand is read whole', () => {
    const authors = Array.from({ length: 4_000 }, (_, index) => `Author Number${index}`)
    expect(readAuthors(`(${authors.join(', ')})`)).toEqual({ authors })
  })
})

test.each([
  ['(Ada Lovelace, Alan Turing)', true],
  ['(Ada Lovelace)', false],
  ['(ResNet: a, b)', false],
  ['(see a, and b)', false],
  ['Ada Lovelace, Alan Turing', false],
])('%s can hardly be anything but authors: %s', (line, looks) => {
  expect(looksLikeAuthors(line)).toBe(looks)
})
