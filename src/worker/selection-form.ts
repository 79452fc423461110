import { formOf, pathAsked } from '../selections/form.ts'
import { paths } from '../site/urls.ts'

/** The path of the selection that a form asks for; of the form's own page where it asks for nothing. */
export function selectionAsked(query: URLSearchParams): string {
  return pathAsked(formOf((field) => query.getAll(field))) ?? paths.subscribe
}
