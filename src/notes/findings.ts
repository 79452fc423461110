import { errorAt, type Problem, warningAt } from './problem.ts'

/** What a line of a file was taken for: `title`, and why: `the first line below a date`. */
export interface Role {
  readonly as: string
  readonly why: string
}

/** Gathers, while one file is read, what is wrong with it and what each of its lines was taken for. */
export class Findings {
  readonly file: string
  readonly #problems: Problem[] = []
  readonly #roles = new Map<number, Role>()

  constructor(file: string) {
    this.file = file
  }

  /** Adds an error at a line. */
  refuse(line: number, what: string, cure: string): void {
    this.#problems.push(errorAt({ file: this.file, line }, what, cure))
  }

  /** Adds a warning at a line. */
  warn(line: number, what: string, cure: string): void {
    this.#problems.push(warningAt({ file: this.file, line }, what, cure))
  }

  /** Adds problems that another reader of the same file has found. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.#problems.push(problem)
  }

  /** Notes what a line was taken for. A later word on the same line replaces an earlier one. */
  took(line: number, as: string, why: string): void {
    this.#roles.set(line, { as, why })
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  /** By the number of the line, counted from 1; blank lines have none. */
  get roles(): ReadonlyMap<number, Role> {
    return this.#roles
  }
}
