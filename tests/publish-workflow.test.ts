import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { newFolder } from './cli/folders.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(project, '.github/workflows/publish.yml'), 'utf8')

interface Step {
  readonly if?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}
const workflow = parse(text) as {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] }
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: { readonly publish: { readonly env: Readonly<Record<string, string>>; readonly steps: readonly Step[] } }
}
const { env, steps } = workflow.jobs.publish

describe('the workflow that publishes', () => {
  test('runs once an hour, and may write nothing but the repository’s content', () => {
    expect(workflow.on.schedule.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^\d{1,2} \* \* \* \*$/)])
    expect(workflow.permissions).toEqual({ contents: 'write' })
  })

  test('is given two secrets of the repository, and nothing else', () => {
    const secrets = [...text.matchAll(/\$\{\{ *secrets\.(\w+) *\}\}/g)].map(([, name]) => name)
    expect(secrets).toEqual(['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'])
    expect(Object.keys(env)).toEqual(secrets)
  })

  test('does nothing without them', () => {
    const conditions = steps.map((step) => (step.if ?? '').replace(/^always\(\) && /, ''))
    expect(conditions).toEqual(steps.map(() => "env.CLOUDFLARE_API_TOKEN != ''"))
  })
})

describe('a dry run of it', () => {
  const [remote, clone, bin] = ['remote.git', 'clone', 'bin'].map((name) => join(newFolder(), name)) as [string, string, string]
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@x.example', ...args], { cwd: clone, encoding: 'utf8' }).trim()

  beforeAll(() => {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote])
    execFileSync('git', ['clone', '--quiet', remote, clone], { stdio: 'ignore' })
    for (const name of ['src', 'package.json', 'wrangler.toml', '.gitignore'])
      cpSync(join(project, name), join(clone, name), { recursive: true })
    symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'))
    mkdirSync(join(clone, 'content'))
    writeFileSync(join(clone, 'content', 'site.md'), '---\ntitle: 노트\nurl: https://notes.example\n---\n')
    writeFileSync(join(clone, 'content', 'a.md'), '# 2024-06-10\n## A\n글.\n#t\n')
    execFileSync(process.execPath, ['src/cli/main.ts', 'record'], { cwd: clone })
    git('add', '--all', '--', 'content', 'package.json', '.gitignore')
    git('commit', '--quiet', '--message', 'Notes')
    git('push', '--quiet', 'origin', 'HEAD:main')
    // Stands for npm: installs nothing, and deploys nowhere.
    mkdirSync(bin)
    writeFileSync(
      join(bin, 'npm'),
      `#!/bin/sh
echo "npm $*" >>"${clone}.log"
[ "$1" = ci ] && exit 0
command=$2; shift 2; [ "$1" = -- ] && shift
[ "$command" = deploy ] && set -- --dry-run "$@"
exec '${process.execPath}' src/cli/main.ts "$command" "$@"
`,
    )
    chmodSync(join(bin, 'npm'), 0o755)
  })

  /** Runs what the steps run, each in a shell as GitHub's; throws where one fails. */
  function runSteps(): string {
    let said = ''
    for (const { run } of steps) {
      if (run === undefined) continue
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
        cwd: clone,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}`, CI: '1' },
      })
      said += stdout
      if (status !== 0) throw new Error(`${run}\n${stdout}${stderr}`)
    }
    return said
  }

  test('records, commits and pushes the ledger alone, then would deploy', () => {
    writeFileSync(join(clone, 'content', 'b.md'), '# 2024-06-11\n## B\n글 둘.\n#t\n')
    git('add', '--all', '--', 'content')
    git('commit', '--quiet', '--message', 'More notes')
    git('push', '--quiet', 'origin', 'HEAD:main')
    const said = runSteps()
    expect(said).toMatch(/1 entry new.*Commit it with the notes\./)
    expect(said).toMatch(/^Entries: 2 added, 0 changed, 0 removed, 0 held\.$/m)
    expect(git('diff', '--name-only', 'HEAD~1', 'HEAD')).toBe('content/ledger.json')
    expect(git('rev-parse', 'origin/main')).toBe(git('rev-parse', 'HEAD'))
    expect(git('status', '--porcelain', '--', 'content')).toBe('')
    expect(readFileSync(`${clone}.log`, 'utf8').split('\n').slice(0, 3)).toEqual([
      'npm ci',
      'npm run record',
      'npm run deploy -- --if-changed',
    ])
  }, 60_000)

  test('commits nothing where nothing has changed', () => {
    const before = git('rev-parse', 'HEAD')
    expect(runSteps()).toMatch(/nothing new/)
    expect(git('rev-parse', 'HEAD')).toBe(before)
  }, 60_000)

  test('fails where the ledger was never committed, before anything is deployed', () => {
    git('rm', '--quiet', '--cached', 'content/ledger.json')
    git('commit', '--quiet', '--message', 'Forget the ledger')
    const deployments = (): number => readFileSync(`${clone}.log`, 'utf8').split('npm run deploy').length
    const before = deployments()
    expect(runSteps).toThrow(/content\/ledger\.json/)
    expect(deployments()).toBe(before)
  }, 60_000)
})
