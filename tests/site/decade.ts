import type { Catalog } from '../../src/catalog/catalog.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import { noPictures } from '../../src/site/pictures.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { type MadeSite, nothingKept } from './site-of.ts'

/** How large it is: as a vault of ten years. */
const [entries, tags] = [3_000, 330]

const dayTime = 86_400_000
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Every other day or so of ten years, on which there are one to four entries; on the first of 2019 there are 250. */
function notes(): string {
  const written: string[] = []
  let [number, day] = [0, 0]
  let fullDay: number | null = null
  while (number < entries) {
    const date = new Date(Date.UTC(2015, 0, 1) + day * dayTime)
    const isFull = fullDay === null && date.getUTCFullYear() === 2019
    if (isFull) fullDay = day
    const count = isFull ? 250 : (number * 7) % 3 === 0 ? 4 : 1
    written.push(`# ${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}\n`)
    for (let above = 0; above < count && number < entries; above += 1, number += 1) written.push(entryOf(number))
    day += isFull ? 1 : 2 + (number % 2)
  }
  return written.join('\n')
}

function entryOf(number: number): string {
  const title = `${number % 2 === 0 ? '길고 긴 제목이 붙은 노트' : 'A note with a title of some length, as papers have'} ${number}`
  const commentary = '읽고 나서 적어 둔 말이 몇 줄 이어진다. '.repeat(8)
  return `## ${title}\nhttps://arxiv.org/abs/${1000 + (number % 9000)}.${10_000 + number}\n(Author ${number % 700}, Another ${number % 90})\n> An abstract that says what the paper does and how, in a line or two, and then goes on to say how well.\n\n${commentary}\n\n#${tagOf(number)} #${tagOf((number * 7) % 40)} #${tagOf((number * 13) % 90)}\n`
}

const names = ['model', '모델', 'データ', 'élan', '학습', 'vision_', '3d', '정렬']

function tagOf(number: number): string {
  const of = number % tags
  // Each letter twice, so that none is another's near twin.
  return `${names[of % names.length]}-${of.toString(26).replace(/./g, (digit) => 'qwertyuiopasdfghjklzxcvbnm'.charAt(Number.parseInt(digit, 26)).repeat(2))}`
}

/** The pages of home, tags, years, months and days, by their paths. Feeds and citations, which take longest, aren't made. */
function pagesOf(catalog: Catalog): ReadonlyMap<string, string> {
  const none = { bib: Buffer.alloc(0), ris: Buffer.alloc(0), json: Buffer.alloc(0) }
  const { groups } = siteInGroups(catalog, { ...nothingKept, get: () => none }, noPictures)
  const made = [...groups].filter(({ key }) => /^(?:site|day .*|year .*|month .*|every-year .*|channel )$/.test(key))
  return new Map(
    made.flatMap(({ make }) =>
      make().flatMap(({ path, mediaType, body }) => (mediaType.startsWith('text/html') ? [[path, new TextDecoder().decode(body)]] : [])),
    ),
  )
}

let made: Omit<MadeSite, 'bodies'> | null = null

/** A site of 3,000 entries on a thousand days of ten years, with 330 tags. */
export function decade(): Omit<MadeSite, 'bodies'> {
  if (made !== null) return made
  const { catalog } = catalogFrom(notes())
  made = { catalog, pages: pagesOf(catalog) }
  return made
}
