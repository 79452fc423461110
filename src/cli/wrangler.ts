import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const project: string = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Writes a wrangler.toml into the folder of a built site, and returns its path. It is a copy of the project's, with paths
 * that lead to this site instead of `dist/`. (An environment in the project's wrangler.toml would not do: it can name
 * another folder of bodies, but not another manifest.)
 */
export function configFor(site: string): string {
  const main = relative(site, join(project, 'src')).replaceAll('\\', '/')
  const config = readFileSync(join(project, 'wrangler.toml'), 'utf8')
    .replace(/"(\.\/)?dist\//g, '"./')
    .replace('"src/', `"${main}/`)
  const file = join(site, 'wrangler.toml')
  writeFileSync(file, config)
  return file
}

/** Runs wrangler on this project. It asks no questions, and sends nothing to anyone but Cloudflare's API. */
export function wrangler(args: readonly string[]): ChildProcess {
  const script = fileURLToPath(import.meta.resolve('wrangler/package.json')).replace(/package\.json$/, 'bin/wrangler.js')
  return spawn(process.execPath, [script, ...args], {
    cwd: project,
    stdio: 'inherit',
    env: {
      ...process.env,
      CI: '1',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
    },
  })
}

/** The exit code of a child, once it has ended; 1 if a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
