import type { Language } from '../text/language.ts'
import { hasIllegalXml } from '../text/xml.ts'
import type { Field } from './front-matter.ts'
import { type Problem, quoted } from './problem.ts'

/** Reads the fields of one front matter by type, and gathers what is wrong with them. */
export class Fields {
  readonly #file: string
  readonly #fields: ReadonlyMap<string, Field>
  readonly #known = new Set<string>()
  readonly #problems: Problem[] = []

  constructor(file: string, fields: ReadonlyMap<string, Field>) {
    this.#file = file
    this.#fields = fields
  }

  /** The line of a field, or that of the front matter where it is missing. */
  lineOf(name: string): number {
    return this.#fields.get(name)?.line ?? 1
  }

  /** Notes that a field is wrong. */
  refuse(name: string, what: string, cure: string): void {
    this.#problems.push({ severity: 'error', file: this.#file, line: this.lineOf(name), what, cure })
  }

  /** The field's value, whatever it is; undefined when it is missing or empty. */
  value(name: string): unknown {
    this.#known.add(name)
    const value = this.#fields.get(name)?.value
    return value === null || value === '' ? undefined : value
  }

  /** A field of text; numbers and booleans count as what was written. Null when it is missing. */
  text(name: string, example: string): string | null {
    const value = this.value(name)
    if (value === undefined) return null
    if (typeof value === 'string') return this.#legal(name, value).trim()
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    this.refuse(name, `${name} isn't text`, `write it as ${name}: ${example}`)
    return null
  }

  /** A list of texts as it stands, or one text cut in pieces; null when it is missing. */
  texts(name: string, example: string, cut: (text: string) => readonly string[] = (text) => [text]): readonly string[] | null {
    const value = this.value(name)
    if (!Array.isArray(value)) {
      const text = this.text(name, example)
      return value === undefined ? null : text === null ? [] : cut(text)
    }
    if (value.every((one) => typeof one === 'string' || typeof one === 'number'))
      return value.map((one) => this.#legal(name, String(one)).trim())
    this.refuse(name, `${name} holds something that isn't text`, `write it as ${name}: ${example}`)
    return null
  }

  /** A field that names a language, in its canonical form (BCP 47); null when it is missing or names none. */
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

  /** YAML can write by its number what the file itself may not hold. */
  #legal(name: string, value: string): string {
    if (hasIllegalXml(value)) this.refuse(name, `${name} holds a control character, which no feed may hold`, 'remove it')
    return value
  }

  /** Everything that was wrong, and a warning for each field that nobody asked for. */
  problems(): readonly Problem[] {
    const unknown = [...this.#fields]
      .filter(([name]) => !this.#known.has(name))
      .map(
        ([name, { line }]): Problem => ({
          severity: 'warning',
          file: this.#file,
          line,
          what: `the field ${name} means nothing here`,
          cure: `remove it, or take one of ${[...this.#known].join(', ')}`,
        }),
      )
    return [...this.#problems, ...unknown]
  }
}
