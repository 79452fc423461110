import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import node from 'node:process'

/** The scripts of the site's pages, and the one for all others, as JavaScript: what TypeScript adds becomes blanks. */
export function browserScript(name: 'embed' | 'embed-page'): string {
  const typescript = readFileSync(new URL(`browser/${name}.ts`, import.meta.url), 'utf8')
  return unwarned(() => stripTypeScriptTypes(typescript))
}

/** Node says of the function that it may change: whoever builds a site can do nothing about that, and Node is pinned. */
function unwarned<Result>(act: () => Result): Result {
  const { emitWarning } = node
  node.emitWarning = () => {}
  try {
    return act()
  } finally {
    node.emitWarning = emitWarning
  }
}
