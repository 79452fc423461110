import { matchesGlob } from 'node:path/posix'

/** What is left out where `site.md` doesn't say: what people keep beside their notes. */
export const standardIgnore: readonly string[] = ['README*', 'LICENSE*', '_*.*', 'template.*', 'templates', '_templates', '_drafts']

/** Whether a file below the content folder is read at all. Notes and `site.md` are; hidden files and folders aren't. */
export function isNotes(path: string): boolean {
  return /\.(?:md|txt)$/i.test(path) && !path.split('/').some((part) => part.startsWith('.'))
}

/**
 * Whether globs leave a file out. A glob without a slash is compared with the name of the file and of each folder above
 * it (`_*`, `drafts`), one with a slash with the whole path (`2023/*.md`, `old/**`). Case doesn't count.
 *
 * @param path the path below the content folder, with slashes
 */
export function isIgnored(path: string, globs: readonly string[]): boolean {
  const whole = path.toLowerCase()
  const names = whole.split('/')
  return globs
    .map((glob) => glob.toLowerCase())
    .some((glob) => (glob.includes('/') ? matchesGlob(whole, glob.replace(/^\//, '')) : names.some((name) => matchesGlob(name, glob))))
}
