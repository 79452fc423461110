import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

/** How long a tool may take, which none of them comes near. */
const limitMilliseconds = 120_000

/**
 * Runs an installed tool to its end: in UTF-8, with `home` for whatever it keeps, and with no proxy between it and this
 * machine. Null where it isn't installed.
 */
export function run(command: string, args: readonly string[], home: string = tmpdir()): Promise<Ran | null> {
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    NO_PROXY: '*',
    no_proxy: '*',
    HOME: home,
    TMPDIR: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
  }
  return new Promise((resolve) => {
    execFile(command, args, { env, cwd: home, timeout: limitMilliseconds, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve(error?.code === 'ENOENT' ? null : { ok: error === null, stdout, stderr })
    })
  })
}

/** What a tool calls its own version; null where it isn't installed, or doesn't run. */
export async function versionOf(command: string, args: readonly string[], pattern: RegExp): Promise<string | null> {
  const ran = await run(command, args)
  return ran === null ? null : (pattern.exec(ran.stdout + ran.stderr)?.[1] ?? null)
}

/** Gives `use` a new empty folder. */
export async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-judge-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
