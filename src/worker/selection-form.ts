import { expressionOf } from '../selections/form.ts'
import { paths } from '../site/urls.ts'

/** The path of the selection that a form asks for; of the form's own page where it asks for nothing. */
export function selectionAsked(query: URLSearchParams): string {
  const field = (name: string): string => query.getAll(name).join(',')
  const expression = expressionOf({ all: field('all'), any: field('any'), without: field('without') })
  return expression === '' ? paths.subscribe : `${paths.tags}${expression}/`
}
