import { slugOf, tagSlugOf } from '../text/slug.ts'
import { isExpression } from './expression.ts'

/** What somebody wrote into the form that combines tags: names with commas between them. */
export interface SelectionForm {
  readonly all: string
  readonly any: string
  readonly without: string
}

/** A name as it can stand between signs: `c++` by its slug. */
function plainName(name: string, slug: (name: string) => string): string {
  return isExpression(name) || /^\.+$/.test(name) ? slug(name) : name
}

/** A selection as its address writes it, of what stands in the form; empty where nothing does. What isn't a name is for the address to refuse. */
export function expressionOf({ all, any, without }: SelectionForm): string {
  const alternatives = namesIn(any)
  const groups = [...namesIn(all), ...(alternatives.length === 0 ? [] : [alternatives.join(',')])]
  return [...groups, ...namesIn(without).map((name) => `!${name}`)].join('+')
}

function namesIn(written: string): readonly string[] {
  return written
    .split(/[,，、;\n]/)
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => slugOf(name) !== '')
    .map((name) =>
      name.startsWith('@') ? `@${encodeURIComponent(plainName(name.slice(1), slugOf))}` : encodeURIComponent(plainName(name, tagSlugOf)),
    )
}
