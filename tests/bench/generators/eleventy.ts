import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eleventyFiles } from './eleventy-templates.ts'
import { markdownFiles } from './front-matter.ts'
import type { Found } from './generator.ts'

/** Not dependencies of the project: who doesn't measure needs none of them. */
const packages = { '@11ty/eleventy': '3.1.8', '@11ty/eleventy-plugin-rss': '3.0.0' } as const

/** Eleventy (https://www.11ty.dev) with its plugin for feeds, which npm fetches into a folder of its own the first time. */
export function findEleventy(): Found {
  const name = 'Eleventy'
  const folder = join(tmpdir(), `paperwire-bench-${Object.values(packages).join('-')}`)
  const command = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs')
  if (!existsSync(command)) {
    mkdirSync(folder, { recursive: true })
    const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
    const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']
    const { error, stderr } = spawnSync('npm', ['install', ...flags, ...wanted], { encoding: 'utf8', cwd: folder })
    if (!existsSync(command)) return { name, missing: `npm can't fetch it: ${error?.message ?? stderr.trim().split('\n')[0]}` }
  }
  return {
    name,
    version: (JSON.parse(readFileSync(join(folder, 'node_modules/@11ty/eleventy/package.json'), 'utf8')) as { version: string }).version,
    siteFiles: eleventyFiles,
    entryFiles: (entries) => markdownFiles('content/entries', entries),
    settle: null,
    build: { program: process.execPath, arguments: [command, '--quiet'] },
    modules: join(folder, 'node_modules'),
  }
}
