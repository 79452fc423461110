import { type Catalog, channelsOfKind, type Entry } from '../catalog/catalog.ts'
import type { Day } from '../text/day.ts'
import { type Picture, pictureName, pictureOfDay, pictureOfEntry, pictureOfSite, pictureOfTag } from './picture.ts'
import { paths } from './urls.ts'

/** Of how many entries and days, the latest ones, there are pictures. */
const [latestEntries, latestDays] = [100, 30]

/** The pictures that lie beside a site. */
export interface PicturesThere {
  /** A digest of the program that draws them: one that another program drew is another picture. */
  readonly program: string
  /** Their names (see {@link pictureName}). */
  readonly names: ReadonlySet<string>
}

/** A site without pictures. */
export const noPictures: PicturesThere = { program: '', names: new Set() }

/** Every picture that a site is to have, by its name. */
export function picturesOf(catalog: Catalog, program: string): ReadonlyMap<string, Picture> {
  const { days, entries } = catalog
  const pictures = [
    pictureOfSite(catalog),
    ...channelsOfKind(catalog, 'tag').map((tag) => pictureOfTag(catalog, tag)),
    ...days.slice(0, latestDays).map(({ day, entries: ofDay }) => pictureOfDay(catalog, day, ofDay)),
    ...entries.slice(0, latestEntries).map((entry) => pictureOfEntry(catalog, entry)),
  ]
  return new Map(pictures.map((picture) => [pictureName(picture, program), picture]))
}

/** The paths of the pictures that pages name: each page's own where it is there, else the next best; null where none is. */
export interface ChosenPictures {
  readonly site: string | null
  ofTag(slug: string): string | null
  ofDay(day: Day): string | null
  /** Its own, else its first tag's, else the site's. */
  ofEntry(entry: Entry): string | null
}

/** Chooses among the pictures that are there. */
export function chosenPictures(catalog: Catalog, { program, names }: PicturesThere): ChosenPictures {
  const pathOf = (picture: Picture): string | null => {
    const name = pictureName(picture, program)
    return names.has(name) ? paths.picture(name) : null
  }
  const { days, entries } = catalog
  const site = names.size === 0 ? null : pathOf(pictureOfSite(catalog))
  if (names.size === 0) return { site, ofTag: () => null, ofDay: () => null, ofEntry: () => null }
  const tags = new Map(channelsOfKind(catalog, 'tag').map((tag) => [tag.key.slug, pathOf(pictureOfTag(catalog, tag))]))
  const ofDays = new Map(days.slice(0, latestDays).map(({ day, entries: ofDay }) => [day, pathOf(pictureOfDay(catalog, day, ofDay))]))
  const ofEntries = new Map(entries.slice(0, latestEntries).map((entry) => [entry, pathOf(pictureOfEntry(catalog, entry))]))
  const ofTag = (slug: string | undefined): string | null => (slug === undefined ? null : tags.get(slug)) ?? site
  return {
    site,
    ofTag,
    ofDay: (day) => ofDays.get(day) ?? site,
    ofEntry: (entry) => ofEntries.get(entry) ?? ofTag(entry.tags[0]?.slug),
  }
}
