import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { called, project } from './called.ts'

const readme = readFileSync(join(project, 'README.md'), 'utf8')
const { scripts, bin } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
  bin: Readonly<Record<string, string>>
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

test('the scripts of npm and the table name the same commands', () => {
  const calling = Object.entries(scripts).filter(([, script]) => script.startsWith(`node ${bin['paperwire']} `))
  expect(calling.map(([name]) => name)).toEqual(commands.map(({ name }) => name))
  for (const [name, script] of calling) expect(script).toBe(`node ${bin['paperwire']} ${name}`)
})

test.each([[['--help']], [['-h']], [['help']], [['help', 'help']]])('%j lists every command with what it does', async (line) => {
  const { status, stdout, stderr } = await called(line)
  expect([status, stderr]).toEqual([0, ''])
  const listed = [...(stdout.split('Commands:\n')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  expect(listed).toEqual([...commands.map(({ name }) => name), 'help'])
  for (const { description } of commands) expect(oneLine(stdout)).toContain(description)
})

test('README calls the program with --no alone: npx would look for one of that name elsewhere', () => {
  expect(readme).toContain('npx --no paperwire')
  expect(readme).not.toMatch(/npx (?!--no )[^`\n]*paperwire/)
})

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test.each([[[name, '--help']], [['help', name]]])('%j says what it does and takes, with an example', async (line) => {
    const { status, stdout, stderr } = await called(line)
    expect([status, stderr]).toEqual([0, ''])
    const help = oneLine(stdout)
    const args = command.arguments === null ? '' : ` [${command.arguments.behindDashes ? '-- ' : ''}${command.arguments.placeholder}...]`
    expect(help).toContain(`Usage: paperwire ${name} [options]${args} `)
    expect(help).toContain(` ${command.description} `)
    for (const [option, { description }] of Object.entries(command.options)) {
      expect(help).toContain(` --${option} `)
      expect(help).toContain(` ${description} `)
    }
    if (command.arguments !== null) expect(help).toContain(`${command.arguments.placeholder} ${command.arguments.description}`)
    expect(help).toContain(`Example: npx --no paperwire ${command.example}`)
  })

  test('its example calls it with options that it has', () => {
    const [first, ...words] = command.example.split(' ')
    expect(first).toBe(name)
    const used = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/^--|=.*/g, ''))
    expect(Object.keys(command.options)).toEqual(expect.arrayContaining(used))
  })

  test('README’s table says the same of it, and names only options that it has', () => {
    const row = readme.split('\n').find((line) => new RegExp(`^\\| \`npm (run )?(--silent )?${name}[ \`]`).test(line)) ?? ''
    const [, call = '', says = ''] = row.split('|')
    expect(says.replaceAll('`', '').trim()).toMatch(new RegExp(`^${command.description.replaceAll('.', '\\.')}(;|$)`))
    const named = [...`${call.replace('--silent', '')}${says}`.matchAll(/--(\w[\w-]*)/g)].map(([, option]) => option)
    expect(Object.keys(command.options)).toEqual(expect.arrayContaining(named))
  })
})
