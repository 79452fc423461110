import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newDraw } from '../../src/pictures/draw.ts'
import type { Picture, Said } from '../../src/site/picture.ts'
import { anyCharacter } from '../any-character.ts'

const said = (text: string, language = 'ko'): Said => ({ text, language })

const plain: Picture = {
  siteTitle: said('논문 노트'),
  title: said('A Title', 'en'),
  text: said('첫 글.'),
  list: [],
  tags: ['정렬'],
  corner: '2024년 6월 10일',
}

const draw = await newDraw()

/** PNG §5.2 and §11.2.2: the signature, then width and height in the first chunk. */
const sizeOf = (png: Uint8Array): readonly [string, number, number] => {
  const bytes = Buffer.from(png)
  return [bytes.subarray(0, 8).toString('hex'), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

const isPicture = ['89504e470d0a1a0a', 1200, 630]

describe('every picture is a PNG of 1200 × 630', () => {
  test.each<[string, Partial<Picture>]>([
    ['an entry', {}],
    ['a title alone', { text: null, tags: [], corner: '' }],
    ['a day', { text: null, list: [said('One', 'en'), said('둘'), said('三つ', 'ja'), said('四', 'zh')] }],
    ['a long title', { title: said('Scaling '.repeat(22).trim(), 'en') }],
    ['a title without a space', { title: said('가'.repeat(180)) }],
    ['a title in Japanese', { title: said('拡散モデルの直感', 'ja') }],
    ['a title in Chinese', { title: said('扩散模型', 'zh-Hans') }],
    ['a formula', { title: said('𝒪(n²) and ‖W‖₂ ≤ λ', 'en') }],
    ['signs alone', { title: said('∇ ≠ ∞', 'en') }],
    ['a text that can’t be drawn', { text: said('نص', 'ar'), tags: ['🎉'], corner: 'نص' }],
  ])('%s', async (_, part) => {
    expect(sizeOf((await draw({ ...plain, ...part })) as Uint8Array)).toEqual(isPicture)
  })
})

test('any text at all comes to a picture, or to none where its title can’t be drawn', async () => {
  const text = fc.array(anyCharacter, { maxLength: 60 }).map((characters) => characters.join(''))
  await fc.assert(
    fc.asyncProperty(text, text, text, fc.constantFrom('ko', 'ja', 'zh', 'en', 'ar', 'x'), async (title, body, tag, language) => {
      const drawn = await draw({ ...plain, title: said(title, language), text: said(body, language), tags: [tag], corner: tag })
      if (drawn !== null) expect(sizeOf(drawn)).toEqual(isPicture)
    }),
    { numRuns: 25 },
  )
})

test.each([['العربية نص طويل'], ['🎉🎉'], [''], ['שלום עולם']])('no picture is made whose title would be empty: %j', async (title) => {
  expect(await draw({ ...plain, title: said(title) })).toBeNull()
})

test('the bytes hang on the picture alone, not on what was drawn before', async () => {
  const pictures = [plain, { ...plain, title: said('직관 骨 é ǅ ℓ₁') }, { ...plain, title: said('骨格の直観', 'ja') }]
  const inOrder = await Promise.all(pictures.map(draw))
  const anew = await newDraw()
  for (const index of [2, 1, 0]) expect(await anew(pictures[index] as Picture)).toEqual(inOrder[index])
})

test('an ideograph has the form of its text’s language', async () => {
  const [ja, zh] = await Promise.all(['ja', 'zh'].map((language) => draw({ ...plain, title: said('直骨角', language) })))
  expect(Buffer.from(ja as Uint8Array).equals(zh as Uint8Array)).toBe(false)
})
