import type { Terminal } from './terminal.ts'

/** An option that is given or not, as `--accept`. */
export interface Flag {
  readonly description: string
}

/** An option with a value, as `--port 9000`. */
export interface Setting<Value> {
  readonly description: string
  /** What stands for the value in the help: `dir` in `--content <dir>`. */
  readonly placeholder: string
  /** What is read where the option isn't given; without it the option is then null. */
  readonly default?: string
  /** The value that a text gives. Throws a {@link UserError} for a text that gives none. */
  read(text: string): Value | Promise<Value>
}

/** The options of a command by their names, each one word: `content` is called with `--content`. */
export type Options = Readonly<Record<string, Flag | Setting<unknown>>>

/** What a command gets for its options. */
export type Values<Of extends Options> = { readonly [Name in keyof Of]: ValueOf<Of[Name]> }

type ValueOf<One> = One extends Setting<infer Value> ? (One extends { readonly default: string } ? Value : Value | null) : boolean

/** The arguments of a command besides its options: any number of them. */
interface Arguments {
  /** What stands for them in the help: `file`. */
  readonly placeholder: string
  readonly description: string
  /** Whether options that aren't the command's own are among them, for another program to read. */
  readonly withOptions: boolean
}

/** All that is known of a command: what reads its line, what its help says, and what it does. */
export interface Command<Of extends Options = Options> {
  readonly name: string
  readonly description: string
  /** Null for a command that takes options only. */
  readonly arguments: Arguments | null
  readonly options: Of
  /** A line that calls it, as one would write it behind `paperwire`. */
  readonly example: string
  /**
   * Does what the command is for. Resolves to the exit code: 0 done, 1 the content has errors. Rejects with what
   * `explanationOf` can say in a line, or with a fault of ours.
   */
  run(options: Values<Of>, terminal: Terminal, args: readonly string[]): Promise<number>
}

/** The command of a definition, whose `run` gets the values that its own options give. */
export function defineCommand<const Of extends Options>(definition: Command<Of>): Command {
  return definition
}
