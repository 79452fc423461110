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

/** What a document of a selection has besides its items. */
export interface FrameKind {
  readonly isArchive: boolean
  readonly hasPrevious: boolean
  readonly hasNext: boolean
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
export function frameName({ isArchive, hasPrevious, hasNext }: FrameKind): string {
  return [isArchive ? 'archive' : 'current', hasPrevious ? 'previous' : '', hasNext ? 'next' : ''].filter((part) => part !== '').join(' ')
}
