import { createHash } from 'node:crypto'
import type { Document } from '../../src/site/documents.ts'
import type { Manifest } from '../../src/site/manifest.ts'

/** What a manifest says besides its packs, of a site without anything moved or gone. */
export const about: Omit<Manifest, 'packs'> = {
  origin: 'https://notes.example',
  hubUrl: null,
  entryLinks: '',
  views: {},
  notFound: '/404',
  goneForGood: '/410',
  moved: {},
  upcoming: {},
  gone: [],
}

/** Two sites, `one` and `other`: of their nine groups of two documents they share three, three differ, and three have other paths. */
export function* documentsOf(site: string): Generator<readonly Document[]> {
  for (let group = 0; group < 9; group += 1) {
    const folder = group < 6 ? 'both' : site
    const text = noise(group < 3 ? `${group}` : `${group} ${site}`)
    yield ['a', 'b'].map((name) => ({
      path: `/${folder}/${group}/${name}`,
      mediaType: 'text/plain',
      body: Buffer.from(`${name} ${text}`),
      modified: null,
    }))
  }
}

/** Some 13,000 letters that hardly can be compressed, the same for the same seed. */
function noise(seed: string): string {
  return Array.from({ length: 200 }, (_, index) => createHash('sha256').update(`${seed} ${index}`).digest('hex')).join('')
}
