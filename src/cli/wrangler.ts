import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs wrangler on this project, with no questions asked and nothing sent to anyone but Cloudflare's own API. */
export function wrangler(args: readonly string[]): ChildProcess {
  const script = fileURLToPath(import.meta.resolve('wrangler/package.json')).replace(/package\.json$/, 'bin/wrangler.js')
  return spawn(process.execPath, [script, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
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
