import { CommanderError, Option, Command as Program } from 'commander'
import type { Command, Options, Values } from './command.ts'
import { commands } from './commands.ts'
import { exitCodeOf, explanationOf, UserError } from './refusals.ts'
import type { Terminal } from './terminal.ts'

/**
 * How the program is called in the project's folder. `--no` keeps npx from fetching some other package of this name. In
 * `npx --no paperwire --help` npx would say its own help: that's why `help` is a command too.
 */
const call = 'npx --no paperwire'

/**
 * Runs the command that a line calls: `['build', '--out', 'site']`. Resolves to the exit code: 0 done, 1 the content has
 * errors or the system refused a file, 2 the command was called wrongly. An error that the user can mend is said in one
 * line; rejects with any other, which is a fault of the program.
 */
export async function run(line: readonly string[], terminal: Terminal, table: readonly Command[] = commands): Promise<number> {
  let exitCode = 0
  const program = new Program('paperwire')
    .description('Turns daily notes on papers into feeds.')
    .usage('<command> [options]')
    .helpOption('-h, --help', 'says this')
    .helpCommand('help [command]', 'says what there is, or what a command takes')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: () => {},
      getOutHelpWidth: () => 100,
    })
    .addHelpText('after', `\n${call} help <command> says what a command takes.`)
  for (const command of table) {
    const reader = program.command(command.name)
    describe(reader, command).action(async () => {
      const options = await valuesOf(command.options, reader)
      if (command.arguments?.behindDashes) refuseBeforeDashes(reader, line)
      exitCode = await command.run(options, terminal, reader.args)
    })
  }
  try {
    await program.parseAsync(withoutHelp(line, table), { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    terminal.complain(error instanceof CommanderError ? misuse(error, line, table) : explanationOf(error))
    return error instanceof CommanderError ? 2 : exitCodeOf(error)
  }
}

/** Tells commander which options and arguments a command takes, and what its help says. */
function describe(reader: Program, { description, arguments: args, options, example }: Command): Program {
  for (const [name, option] of Object.entries(options)) {
    const flags = 'read' in option ? `--${name} <${option.placeholder}>` : `--${name}`
    reader.addOption(new Option(flags, option.description).default('read' in option ? option.default : undefined))
  }
  if (args !== null) reader.argument(`[${args.placeholder}...]`, args.description)
  if (args?.behindDashes) reader.usage(`[options] [-- ${args.placeholder}...]`)
  return reader.description(description).addHelpText('after', `\nExample:\n  ${call} ${example}`)
}

/**
 * The line for commander to read. Commander answers a name that is no command with the list of commands, as a success,
 * where the line asks for help with it, and refuses the name on its own: `['biuld']` for `biuld --help` and `help biuld`.
 */
function withoutHelp(line: readonly string[], table: readonly Command[]): readonly string[] {
  const [first, second] = line
  const named = first === 'help' ? second : first
  return named === undefined || named.startsWith('-') || table.some(({ name }) => name === named) ? line : [named]
}

/** The values of the options that a line gives. Rejects with a {@link UserError} where what is given can't be the value. */
async function valuesOf(options: Options, reader: Program): Promise<Values<Options>> {
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) {
    // Commander keeps the value of --dry-run as dryRun.
    const text: unknown = reader.getOptionValue(new Option(`--${name}`).attributeName())
    if ('read' in option) values[name] = text === undefined ? null : await option.read(checkedText(name, String(text)))
    else values[name] = text === true
  }
  return values
}

/** Commander takes what follows an option for its value, even another option: in `--out --accept` the value was forgotten. */
function checkedText(name: string, text: string): string {
  if (text === '') throw new UserError(`--${name}: empty (write a value after it)`)
  if (text.startsWith('-'))
    throw new UserError(`--${name} ${text}: an option, not a value (write one after --${name}; a name that begins so as ./${text})`)
  return text
}

/** Commander gives the arguments before a bare `--` and behind it as one list. Throws a {@link UserError} for one before it. */
function refuseBeforeDashes(reader: Program, line: readonly string[]): void {
  const dashes = line.indexOf('--')
  const [first] = reader.args
  if (first === undefined || (dashes >= 0 && reader.args.length === line.length - dashes - 1)) return
  throw new UserError(`${first}: an argument before -- (write it behind: ${reader.name()} -- ${first})`)
}

/** What to say, in one line, of a line that commander refuses: what is wrong, and what to do. */
function misuse({ code, message }: CommanderError, line: readonly string[], table: readonly Command[]): string {
  const names = table.map(({ name }) => name)
  if (code === 'commander.help') return `${[...line, 'no command'].join(' ')} (write one of ${names.join(', ')})`
  const what = message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/^unknown (command|option) '(.+)'/, '$2: no $1')
    .replace('(Did', '(did')
  if (what.endsWith('?)')) return what
  const help = [call, 'help', ...names.filter((name) => name === line[0])]
  return `${what} (${help.join(' ')} says what there is)`
}
