/** More names than these are folded; so many of them then stay. */
const [most, named] = [5, 3]

/** Whether {@link authorsLine} leaves names out. */
export function isFolded(names: readonly string[]): boolean {
  return names.length > most
}

/** Authors on one line; of many the first, and how many there are besides: `Weixun Wang, XiaoXiao Xu, Wanhe An +85`. */
export function authorsLine(names: readonly string[]): string {
  return isFolded(names) ? `${names.slice(0, named).join(', ')} +${names.length - named}` : names.join(', ')
}
