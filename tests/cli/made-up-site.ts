import { createHash } from 'node:crypto'
import { entriesInBlock } from '../../src/search/layout.ts'
import type { SiteInGroups } from '../../src/site/documents.ts'
import type { Group } from '../../src/site/group.ts'
import { nowhereElse } from '../../src/site/pack.ts'
import { onceASite, searchKeys } from '../../src/site/pack-keys.ts'

/** So many entries are searched that there are five packs for it. */
const searched = 2 * entriesInBlock + 1

const keys = [...onceASite, ...searchKeys(searched)]

/** Two sites, `one` and `other`: of their nine groups of two documents they share three, three differ, and three have other paths. */
export function madeUpSite(site: string): SiteInGroups {
  return {
    manifest: {
      origin: 'https://notes.example',
      hubUrl: null,
      entryLinks: '',
      speculationRules: '',
      channels: { site: [], tag: [], author: [] },
      days: '',
      calendarPacks: 0,
      authorShards: 0,
      searched,
    },
    groups: keys.map((key, index) => groupOf(site, key, index)),
  }
}

function groupOf(site: string, key: string, index: number): Group {
  const folder = index < 6 ? 'both' : site
  const text = noise(index < 3 ? `${index}` : `${index} ${site}`)
  return {
    key,
    inputs: `${folder} ${text.slice(0, 20)}`,
    elsewhere: nowhereElse,
    polled: null,
    make: () =>
      ['a', 'b'].map((name) => ({
        path: `/${folder}/${index}/${name}`,
        mediaType: 'text/plain',
        body: Buffer.from(`${name} ${text}`),
        modified: null,
      })),
  }
}

/** Some 13,000 letters that hardly can be compressed, the same for the same seed. */
function noise(seed: string): string {
  return Array.from({ length: 200 }, (_, index) => createHash('sha256').update(`${seed} ${index}`).digest('hex')).join('')
}
