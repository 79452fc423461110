import type { Note } from '../notes/note.ts'
import type { Entry } from './entries.ts'

/** The entry that was made of each note last. */
const lastOf = new WeakMap<Note, Entry>()

/** The fields of an entry that its note alone doesn't decide. Where these are the same, so is the entry. */
const decided = ['id', 'name', 'published', 'updated', 'changed', 'recorded', 'isTimely', 'isImported', 'content'] as const

/**
 * The entry that was made of a note before, where this one is the same: a process that builds again and again then finds
 * what it has digested and written of it.
 */
export function lasting(note: Note, entry: Entry): Entry {
  const last = lastOf.get(note)
  if (last !== undefined && isSame(last, entry)) return last
  lastOf.set(note, entry)
  return entry
}

function isSame(one: Entry, other: Entry): boolean {
  // Tags of one label and slug are one object (see `tagNamed`).
  const hasSameTags = one.tags.length === other.tags.length && one.tags.every((tag, index) => tag === other.tags[index])
  return hasSameTags && decided.every((field) => comparable(one[field]) === comparable(other[field]))
}

function comparable(field: Entry[(typeof decided)[number]]): string | number | boolean | null {
  return field instanceof Date ? field.getTime() : field
}
