import { errorAt, type Place, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { slugOf, tagSlugOf } from '../text/slug.ts'
import type { Entry, Identified } from './entries.ts'
import type { LedgerRecord } from './ledger.ts'
import { placeOf, slugFor, type Tag, type TagNames } from './tags.ts'

/** Tags whose addresses have changed since they were recorded: former slugs, each with the present one. */
type MovedTags = ReadonlyMap<string, string>

/**
 * Works out which tags were recorded under another slug, such as `c` for `#c++`: an entry bears the tag, and its record
 * has the former slug, which no other tag of the entry explains. A former slug that another tag asks for now is a
 * problem, unless that tag was recorded under it too: then an entry has merely changed its tag.
 */
export function movedTags(
  { tags, places }: Pick<TagNames, 'tags' | 'places'>,
  identified: readonly Identified[],
): { readonly moved: MovedTags; readonly problems: readonly Problem[] } {
  const bySlug = new Map([...tags.values()].map((tag) => [tag.slug, tag]))
  const moved = new Map<string, string>()
  const problems: Problem[] = []
  for (const [former, bearers] of formerBearers(tags, identified)) {
    // Where two tags were recorded as one, most entries decide: the rest bear both.
    const [tag] = [...bearers].reduce((most, next) => (next[1] > most[1] ? next : most))
    const other = bySlug.get(former)
    if (other === undefined) moved.set(former, tag.slug)
    else if (!identified.some((one) => isRecordedFor(other, one) && !one.entry.tags.includes(tag)))
      problems.push(
        errorAt(
          places.get(other) as Place,
          `#${other.label} asks for the address /tags/${former}/, under which entries with #${tag.label} (${placeOf(tag, places)}) were published`,
          `give #${other.label} an address of its own in site.md: slugs: { ${inYaml(other.label)}: ${former}-language }`,
        ),
      )
  }
  return { moved, problems }
}

/** The tags that were recorded under each former slug, each with the number of entries that say so. */
function formerBearers(tags: TagNames['tags'], identified: readonly Identified[]): ReadonlyMap<string, ReadonlyMap<Tag, number>> {
  const formers = new Map([...tags.values()].map((tag) => [tag, formerSlugs(tag)] as const).filter(([, slugs]) => slugs.length > 0))
  const bearers = new Map<string, Map<Tag, number>>()
  for (const { entry, record } of formers.size === 0 ? [] : identified) {
    for (const tag of record === null ? [] : entry.tags) {
      for (const former of formers.get(tag) ?? []) {
        if (!record?.tags.includes(former) || entry.tags.some(({ slug }) => slug === former)) continue
        const counts = bearers.get(former) ?? new Map<Tag, number>()
        bearers.set(former, counts.set(tag, (counts.get(tag) ?? 0) + 1))
      }
    }
  }
  return bearers
}

/** The slugs that a tag without a chosen one had: before signs were spelled out, and since. */
function formerSlugs({ label, slug }: Tag): readonly string[] {
  return [...new Set([slugOf(label), tagSlugOf(label)])].filter((former) => former !== slug)
}

function isRecordedFor(tag: Tag, { entry, record }: Identified): boolean {
  return record !== null && entry.tags.includes(tag) && record.tags.includes(tag.slug)
}

function inYaml(label: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(label) ? label : JSON.stringify(label)
}

/**
 * A record with the present slug beside each former one, so that a tag keeps its history under its present address: its
 * items, their removals and dates. The same object where no tag of it has moved.
 */
export function withPresentSlugs(record: LedgerRecord, moved: MovedTags): LedgerRecord {
  const present = record.tags.flatMap((slug) => moved.get(slug) ?? []).filter((slug) => !record.tags.includes(slug))
  return present.length === 0 ? record : { ...record, tags: [...record.tags, ...new Set(present)] }
}

/**
 * The former slugs of tags, each with the slug of the tag it leads to: the slugs of aliases, the slugs that tags have moved
 * from, and a tag's own slug where site.md chooses another. A slug that some entry's tag has now leads nowhere.
 */
export function leadingSlugs(site: Site, entries: readonly Entry[], moved: MovedTags): ReadonlyMap<string, string> {
  const live = new Map(entries.flatMap(({ tags }) => tags.map((tag) => [tag.slug, tag] as const)))
  const aliases = [...site.aliases].map(([old, now]) => ({ old, slug: slugFor(site, now) }))
  const leads = new Map([
    // An alias may have been recorded when `c++` was `c`. Whatever is surer comes later, and holds.
    ...aliases.map(({ old, slug }) => [slugOf(old), slug] as const),
    ...[...live.values()].map(({ label, slug }) => [tagSlugOf(label), slug] as const),
    ...moved,
    ...aliases.map(({ old, slug }) => [tagSlugOf(old), slug] as const),
  ])
  return new Map([...leads].filter(([old, now]) => !live.has(old) && live.has(now)))
}
