import type { Terminal } from './terminal.ts'

/** An option that is given or not, such as `--accept`. */
interface Flag {
  readonly description: string
}

/** An option with a value, such as `--port 9000`. */
export interface Setting<Value> {
  readonly description: string
  /** What stands for the value in the help: `dir` in `--content <dir>`. */
  readonly placeholder: string
  /** What is read where the option isn't given; without it the option is then null. */
  readonly default?: string
  /** Turns what was written behind the option into its value. Throws a {@link UserError} where it can't be one: `--port abc`. */
  read(text: string): Value | Promise<Value>
}

/** The options of a command by their names as they are written on a line, without the first hyphens: `dry-run` is `--dry-run`. */
export type Options = Readonly<Record<string, Flag | Setting<unknown>>>

/** What a command gets for its options. */
export type Values<Of extends Options> = { readonly [Name in keyof Of]: ValueOf<Of[Name]> }

type ValueOf<One> = One extends Setting<infer Value> ? (One extends { readonly default: string } ? Value : Value | null) : boolean

/** The arguments of a command besides its options: any number of them. */
interface Arguments {
  /** What stands for them in the help: `file`. */
  readonly placeholder: string
  readonly description: string
  /** Whether they stand behind a bare `--`, whatever they look like, for another program to read: `deploy -- --env staging`. */
  readonly behindDashes: boolean
}

/** A command: the options and arguments that it takes, what its help says of them, and what it does. */
export interface Command<Of extends Options = Options> {
  readonly name: string
  readonly description: string
  /** Null for a command that takes options only. */
  readonly arguments: Arguments | null
  readonly options: Of
  /** A line that calls it, without the program's name: `check --ci`. */
  readonly example: string
  /**
   * Does what the command is for. Resolves to the exit code: 0 done, 1 the content has errors. Rejects with an
   * error that `explanationOf` can say in one line, or with a fault of the program itself.
   */
  run(options: Values<Of>, terminal: Terminal, args: readonly string[]): Promise<number>
}

/** Returns a definition as it is. Its `run` is checked to take the values of the options that the definition has, and no others. */
export function defineCommand<const Of extends Options>(definition: Command<Of>): Command {
  return definition
}
