import type { Format } from './formats.ts'

/** What stands in the frame of a selection's feed in the place of what its address tells. */
export const frameMarks: {
  readonly title: string
  readonly description: string
  readonly place: string
  readonly updated: Date
  readonly archive: number
  readonly previous: number
  readonly next: number
} = {
  title: 'paperwire-mark-title',
  description: 'paperwire-mark-description',
  /** In the place of the selection in addresses. */
  place: 'paperwire-mark-place',
  updated: new Date('2001-02-03T04:05:06Z'),
  /** The numbers of archives in addresses. */
  archive: 101_010_101,
  previous: 202_020_202,
  next: 303_030_303,
}

/** What stands in the item of a digest in the place of what it says. */
export const digestMarks: {
  readonly id: string
  readonly link: string
  readonly title: string
  readonly summary: string
  readonly content: string
  readonly published: Date
  readonly updated: Date
} = {
  id: 'paperwire-mark-id',
  /** A path below the site. */
  link: '/paperwire-mark-link/',
  title: 'paperwire-mark-heading',
  summary: 'paperwire-mark-summary',
  content: 'paperwire-mark-content',
  published: new Date('2002-03-04T05:06:07Z'),
  updated: new Date('2003-04-05T06:07:08Z'),
}

/**
 * A kind of document of a selection: what subscribers poll; an archive that is full, and so has a next one, be it yet to come; one
 * that may gain entries and has a next one, or is the last; and whether an archive comes before it.
 */
export interface FrameKind {
  readonly place: 'current' | 'full' | 'open' | 'last'
  readonly hasPrevious: boolean
}

/** What stands around the items of a feed, and between two of them. */
export interface FrameTemplate {
  readonly head: string
  readonly tail: string
  readonly before: string
  readonly between: string
}

/** The templates of one kind of document, by format. */
export type FrameTemplates = Readonly<Record<Format, FrameTemplate>>

/** A name for a kind of document. */
export function frameName({ place, hasPrevious }: FrameKind): string {
  return hasPrevious ? `${place} behind another` : place
}
