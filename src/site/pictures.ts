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

/** A picture as a page names it. */
export interface PagePicture {
  readonly path: string
  /** What stands on it above all, for whoever can't see it. */
  readonly alt: string
}

/** The pictures that pages name: each page's own where it is there, else the next best; null where none is. */
export interface ChosenPictures {
  readonly site: PagePicture | null
  ofTag(slug: string): PagePicture | null
  ofDay(day: Day): PagePicture | null
  /** Its own, else its first tag's, else the site's. */
  ofEntry(entry: Entry): PagePicture | null
}

/** Chooses among the pictures that are there. */
export function chosenPictures(catalog: Catalog, { program, names }: PicturesThere): ChosenPictures {
  const { days, entries } = catalog
  const there = (picture: Picture): PagePicture | null => {
    const name = pictureName(picture, program)
    return names.has(name) ? { path: paths.picture(name), alt: picture.title.text } : null
  }
  if (names.size === 0) return { site: null, ofTag: () => null, ofDay: () => null, ofEntry: () => null }
  const ofSite = there(pictureOfSite(catalog))
  const tags = new Map(channelsOfKind(catalog, 'tag').map((tag) => [tag.key.slug, there(pictureOfTag(catalog, tag))]))
  const ofDays = new Map(days.slice(0, latestDays).map(({ day, entries: ofDay }) => [day, there(pictureOfDay(catalog, day, ofDay))]))
  const ofEntries = new Map(entries.slice(0, latestEntries).map((entry) => [entry, there(pictureOfEntry(catalog, entry))]))
  const ofTag = (slug: string | undefined): PagePicture | null => (slug === undefined ? null : tags.get(slug)) ?? ofSite
  return {
    site: ofSite,
    ofTag,
    ofDay: (day) => ofDays.get(day) ?? ofSite,
    ofEntry: (entry) => ofEntries.get(entry) ?? ofTag(entry.tags[0]?.slug),
  }
}
