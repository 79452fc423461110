import { type Document, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml'

/** What YAML may hold and front matter may not, with the offset where it stands. */
interface YamlExcess {
  readonly offset: number
  readonly what: string
  readonly cure: string
}

/** In lists and tables inside one another. */
const deepest = 20

/** In all of a file's front matter. */
const mostAliases = 20

/** What is said of YAML so deep that its own reader gives up, which it does by its stack. */
export const tooDeep: Omit<YamlExcess, 'offset'> = {
  what: `front matter nested more than ${deepest} levels deep`,
  cure: 'write each field as name: value, or as a list of words',
}

/**
 * Everything in a document that would cost more than its length, or that has no value as it is written. It looks
 * {@link deepest} levels deep: what has nothing to refuse is no deeper.
 */
export function excessesOf(document: Document): readonly YamlExcess[] {
  const found: YamlExcess[] = []
  let aliases = 0
  const look = (node: unknown, depth: number, around: number, isName: boolean): void => {
    const offset = offsetOf(node) ?? around
    const refuse = (what: string, cure: string): void => void found.push({ offset, what, cure })
    if (isPair(node)) {
      const isTable = isMap(node.key) || isSeq(node.key)
      // The library takes the text of a table for a name, and quotes it once more at each level.
      if (isTable && isName) return refuse('a name that is a table of tables', 'write each field as name: value')
      look(node.key, depth, around, isName || isTable)
      look(node.value, depth, offsetOf(node.key) ?? around, isName)
    } else if (isMap(node) || isSeq(node)) {
      if (depth === deepest) return refuse(tooDeep.what, tooDeep.cure)
      for (const item of node.items) look(item, depth + 1, offset, isName)
    } else if (isAlias(node)) {
      aliases += 1
      if (aliases === mostAliases + 1) refuse(`front matter with too many aliases, more than ${mostAliases}`, 'write the values out')
      // To find what an alias is of takes a look at the whole document.
      else if (aliases <= mostAliases && node.resolve(document) === undefined)
        refuse(`the alias *${node.source} is of nothing above it`, 'write the value out')
    } else if (isScalar(node) && typeof node.value === 'number' && !(Math.abs(node.value) <= Number.MAX_SAFE_INTEGER))
      refuse('a number that is too large to be kept as it is written', 'quote it: "…"')
  }
  look(document.contents, 0, 0, false)
  return found
}

function offsetOf(node: unknown): number | null {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? null) : null
}
