import { CommanderError, Option, Command as Program } from 'commander'
import type { Command, Options, Values } from './command.ts'
import { commands } from './commands.ts'
import { exitCodeOf, explanationOf, UserError } from './refusals.ts'
import type { Terminal } from './terminal.ts'

/**
 * How the program is called in the project's folder. `--no` keeps npx from looking elsewhere for one of that name. In
 * `npx --no paperwire --help` npx would say its own help: that's why `help` is a command too.
 */
const call = 'npx --no paperwire'

/**
 * Runs the command that a line calls: `['build', '--out', 'site']`. Resolves to the exit code: 0 done, 1 the content has
 * errors or the system refused a file, 2 the command was called wrongly. What a user can see to is said in one line;
 * rejects with a fault of ours.
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
      const options = await valuesOf(command.options, reader.opts())
      exitCode = await command.run(options, terminal, reader.args)
    })
  }
  try {
    await program.parseAsync(line, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    terminal.complain(error instanceof CommanderError ? misuse(error, line, table) : explanationOf(error))
    return error instanceof CommanderError ? 2 : exitCodeOf(error)
  }
}

/** Tells what reads a command's line what there is to read, and to say in its help. */
function describe(reader: Program, { description, arguments: args, options, example }: Command): Program {
  for (const [name, option] of Object.entries(options)) {
    const flags = 'read' in option ? `--${name} <${option.placeholder}>` : `--${name}`
    reader.addOption(new Option(flags, option.description).default('read' in option ? option.default : undefined))
  }
  if (args !== null) reader.argument(`[${args.placeholder}...]`, args.description).allowUnknownOption(args.withOptions)
  return reader.description(description).addHelpText('after', `\nExample:\n  ${call} ${example}`)
}

/** The values of options that were given as texts, or not at all. Rejects with a {@link UserError} for a text that gives none. */
async function valuesOf(options: Options, given: Readonly<Record<string, unknown>>): Promise<Values<Options>> {
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(options)) {
    const text = given[name]
    if ('read' in option) values[name] = text === undefined ? null : await option.read(checkedText(name, String(text)))
    else values[name] = text === true
  }
  return values
}

/** An option that stands where a value is missing would be taken for it: `--out --accept`. */
function checkedText(name: string, text: string): string {
  if (text === '') throw new UserError(`--${name}: empty (write a value after it)`)
  if (text.startsWith('-'))
    throw new UserError(`--${name} ${text}: an option, not a value (write one after --${name}; a name that begins so as ./${text})`)
  return text
}

/** What to say, in one line, of a line that calls no command, or one wrongly: what is wrong, and what to do. */
function misuse({ code, message }: CommanderError, line: readonly string[], table: readonly Command[]): string {
  const names = table.map(({ name }) => name)
  if (code === 'commander.help') return `${[...line, 'no command'].join(' ')} (write one of ${names.join(', ')})`
  const what = message.replace(/^error: /, '').replace(/\s+/g, ' ')
  if (what.endsWith('?)')) return what
  const help = [call, 'help', ...names.filter((name) => name === line[0])]
  return `${what} (${help.join(' ')} says what there is)`
}
