import type { Language } from '../text/language.ts'
import { errorAt, type Problem, quoted, warningAt } from './problem.ts'
import type { Field } from './yaml-fields.ts'

/** Whether a problem is a field that nobody has asked for. */
export function isOfUnknownField({ severity, what }: Problem): boolean {
  return severity === 'warning' && /^the field .* means nothing here$/s.test(what)
}

/** Reads the fields of one file's front matter by type, and gathers what is wrong with them. */
export class Fields {
  readonly #file: string
  readonly #fields: ReadonlyMap<string, Field>
  readonly #written: ReadonlyMap<string, Field>
  /** The names that a reader has asked for; any other field means nothing. */
  readonly #known = new Set<string>()
  readonly #refused = new Set<string>()
  readonly #problems: Problem[] = []

  constructor(file: string, fields: ReadonlyMap<string, Field>) {
    this.#file = file
    // `Title` is `title` where there is no field of that name: some tools write names with capitals.
    this.#fields = new Map([...[...fields].map(([name, field]) => [name.toLowerCase(), field] as const), ...fields])
    this.#written = fields
  }

  /** The line a field stands on; line 1, where front matter begins, if the field is missing. */
  lineOf(name: string): number {
    return this.#fields.get(name)?.line ?? 1
  }

  /** Adds an error at a field's line. */
  refuse(name: string, what: string, cure: string): void {
    this.#refused.add(name)
    this.#problems.push(errorAt({ file: this.#file, line: this.lineOf(name) }, what, cure))
  }

  /** Whether one of these fields has been refused. */
  hasRefused(...names: readonly string[]): boolean {
    return names.some((name) => this.#refused.has(name))
  }

  /** The field's value, of any type; undefined when the field is missing or empty. */
  value(name: string): unknown {
    this.#known.add(name)
    const value = this.#fields.get(name)?.value
    return value === null || value === '' ? undefined : value
  }

  /** A field of text, where a number or a boolean counts as the text of it. Null when the field is missing, or refused as no text. */
  text(name: string, example: string): string | null {
    const value = this.value(name)
    if (value === undefined) return null
    if (typeof value === 'string') return value.trim()
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    this.refuse(name, `${name} isn't text`, `write it as ${name}: ${example}`)
    return null
  }

  /** A field of several texts: the items of a list, or one text cut into pieces. Null when the field is missing. */
  texts(name: string, example: string, cut: (text: string) => readonly string[] = (text) => [text]): readonly string[] | null {
    const value = this.value(name)
    if (value === undefined) return null
    if (!Array.isArray(value)) {
      const text = this.text(name, example)
      return text === null ? [] : cut(text)
    }
    if (value.every((item) => typeof item === 'string' || typeof item === 'number')) {
      return value.map((item) => String(item).trim())
    }
    this.refuse(name, `${name} holds something that isn't text`, `write it as ${name}: ${example}`)
    return null
  }

  /** A field that is a table, as plain data. Null when the field is missing, or refused as no table. */
  table(name: string, example: string): Readonly<Record<string, unknown>> | null {
    const value = this.value(name)
    if (value === undefined) return null
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    this.refuse(name, `${name} isn't a table`, `write it as ${name}: ${example}`)
    return null
  }

  /** A field that names a language, as its canonical tag (BCP 47: `EN-us` is `en-US`). Null when it is missing or names none. */
  language(name: string): Language | null {
    const written = this.text(name, 'ko')
    if (written === null) return null
    try {
      return Intl.getCanonicalLocales(written)[0] ?? null
    } catch {
      this.refuse(name, `${quoted(written)} isn't a language tag`, 'write one of BCP 47, such as ko, en or zh-Hant')
      return null
    }
  }

  /** Every error found so far, then a warning for each field that nobody has asked for. */
  problems(): readonly Problem[] {
    const cure = `remove it, or take one of ${[...this.#known].join(', ')}`
    const isRead = ([name, field]: readonly [string, Field]): boolean =>
      this.#known.has(name) || (this.#known.has(name.toLowerCase()) && this.#fields.get(name.toLowerCase()) === field)
    const unknown = [...this.#written].filter((written) => !isRead(written))
    return [
      ...this.#problems,
      ...unknown.map(([name, { line }]) => warningAt({ file: this.#file, line }, `the field ${name} means nothing here`, cure)),
    ]
  }
}
