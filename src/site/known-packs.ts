import { type ChannelKind, channelKinds } from '../catalog/channels.ts'
import { type CitationFormat, citationFormats } from '../citations/citation-formats.ts'
import { type Calendar, calendarOf } from './calendar.ts'
import { channelAt } from './channel-rows.ts'
import { type ChannelRow, dayNumberOf, type Manifest, readDayNumbers } from './manifest.ts'
import { onceASite, type PackKey, searchKeys } from './pack-keys.ts'

const partsOfKey: Readonly<Record<string, number>> = {
  words: 3,
  found: 2,
  channel: 2,
  citations: 3,
  archive: 3,
  authors: 2,
  day: 2,
  year: 2,
  month: 2,
  'every-year': 2,
}

const packsOfCitations: Readonly<Record<ChannelRow[4], number>> = { none: 0, together: 1, apart: citationFormats.length }

/**
 * Where the packs of a site stand in the order of `keysOf`, worked out of a manifest: to list the keys of 3,600 packs takes
 * 10 ms in code that has not run before, as at the first request that a worker answers; this takes one.
 */
export class KnownPacks {
  readonly authorShards: number
  readonly #site: Omit<Manifest, 'versions'>
  /** Where the packs of each channel begin, with the channel's own. */
  readonly #channels: Readonly<Record<ChannelKind, readonly number[]>>
  readonly #authors: number
  readonly #dayCount: number
  #dayNumbers: readonly number[] | null = null
  /** Positions among the days, by the days' numbers. */
  #days: ReadonlyMap<number, number> | null = null
  #calendar: Calendar | null = null

  constructor(site: Omit<Manifest, 'versions'>) {
    let next = onceASite.length + searchKeys(site.searched).length
    const startsOf = (kind: ChannelKind): readonly number[] =>
      site.channels[kind].map((row) => {
        const start = next
        next += 1 + packsOfCitations[row[4]] + row[3]
        return start
      })
    this.authorShards = site.authorShards
    this.#site = site
    this.#channels = Object.fromEntries(channelKinds.map((kind) => [kind, startsOf(kind)])) as Record<ChannelKind, readonly number[]>
    this.#authors = next
    this.#dayCount = site.days === '' ? 0 : site.days.split(' ').length
  }

  /** How many packs the site has. */
  get size(): number {
    return this.#startOfYears + this.#site.calendarPacks
  }

  has(key: PackKey): boolean {
    return this.indexOf(key) !== null
  }

  /** The position of a pack among all; null where the site has none of this key. */
  indexOf(key: PackKey): number | null {
    const once = onceASite.indexOf(key)
    if (once !== -1) return once
    const parts = key.split(' ')
    const [form = '', first = '', second = ''] = parts
    // No folder of a site holds a space: what has one is no key, though a part of it may be.
    if (parts.length !== (partsOfKey[form] ?? 0)) return null
    switch (form) {
      case 'words':
      case 'found':
        return positionIn(searchKeys(this.#site.searched), key, onceASite.length)
      case 'channel':
        return this.#inChannel(first, () => 0)
      case 'citations':
        return this.#inChannel(second, ([, , , , citations]) => citationPack(citations, first))
      case 'archive':
        return this.#inChannel(second, ([, , , archives, citations]) =>
          counted(Number(first) - 1, archives, 1 + packsOfCitations[citations]),
        )
      case 'authors':
        return counted(Number(first), this.authorShards, this.#authors)
      case 'day':
        return counted(this.#daysByNumber().get(dayNumberOf(first)) ?? -1, this.#dayCount, this.#startOfDays)
      case 'year':
      case 'month':
      case 'every-year':
        return this.#inCalendar(form, first)
      default:
        return null
    }
  }

  get #startOfDays(): number {
    return this.#authors + this.authorShards
  }

  get #startOfYears(): number {
    return this.#startOfDays + this.#dayCount
  }

  #inCalendar(form: 'year' | 'month' | 'every-year', name: string): number | null {
    this.#calendar ??= calendarOf(this.#numbersOfDays())
    const { years, months, everyYear } = this.#calendar
    if (form === 'year') return positionIn(years, name, this.#startOfYears)
    const startOfMonths = this.#startOfYears + years.length
    return form === 'month' ? positionIn(months, name, startOfMonths) : positionIn(everyYear, name, startOfMonths + months.length)
  }

  #numbersOfDays(): readonly number[] {
    this.#dayNumbers ??= readDayNumbers(this.#site.days)
    return this.#dayNumbers
  }

  #inChannel(folder: string, positionIn: (row: ChannelRow) => number | null): number | null {
    const place = channelAt(this.#site.channels, folder)
    const position = place === null ? null : positionIn(place.row)
    return place === null || position === null ? null : (this.#channels[place.kind][place.position] as number) + position
  }

  #daysByNumber(): ReadonlyMap<number, number> {
    this.#days ??= new Map(this.#numbersOfDays().map((number, position) => [number, position]))
    return this.#days
  }
}

/** The position of one of so many behind others; null where there are not so many. */
function counted(position: number, count: number, before: number): number | null {
  return position >= 0 && position < count ? before + position : null
}

/** The position of one of a list behind others; null where the list hasn't got it. */
function positionIn(list: readonly string[], one: string, before: number): number | null {
  return counted(list.indexOf(one), list.length, before)
}

/** The position of citations behind the channel's own pack, by their format, which is empty of all formats together. */
function citationPack(packed: ChannelRow[4], format: string): number | null {
  if (packed === 'together') return format === '' ? 1 : null
  return packed === 'apart' ? counted(citationFormats.indexOf(format as CitationFormat), citationFormats.length, 1) : null
}
