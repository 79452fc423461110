import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { type DeployOptions, deployed } from '../../../src/cli/deployment/deployed.ts'
import { siteServer } from '../../../src/cli/site-server.ts'
import { freePort } from '../../free-port.ts'
import { type Called, calledIn } from '../called.ts'
import { newFolder } from '../folders.ts'
import { gathering } from '../gathering.ts'

/** A folder of content that is deployed to a server on this machine, which stands for Cloudflare. */
export interface DeployedSite {
  readonly origin: string
  readonly folder: string
  /** What each upload answers next: exit codes in turn, then 0. */
  readonly exitCodes: number[]
  /** Whether uploads are live at once, or never. */
  isLate: boolean
  uploads: number
  /** Answers in the place of whoever is asked: null leaves a request as it is, and an error is one of the network. */
  instead: ((url: string) => Response | Error | null) | null
  write(name: string, text: string): void
  read(name: string): string
  deploy(options?: Partial<DeployOptions> & { readonly answer?: boolean | null; readonly hasAccount?: boolean }): Promise<Called>
  stop(): Promise<void>
}

/** A site whose address is this machine's, with these files of content, recorded once. */
export async function deployedSite(files: Readonly<Record<string, string>>, site = ''): Promise<DeployedSite> {
  const [folder, live, port] = [newFolder(), newFolder(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  let server: Server | null = null
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, 'content', name, '..'), { recursive: true })
    writeFileSync(join(folder, 'content', name), text)
  }
  write('site.md', `---\ntitle: 노트\nurl: ${origin}\n${site}---\n`)
  for (const [name, text] of Object.entries(files)) write(name, text)
  const recording = await calledIn(folder, ['record'])
  if (recording.status !== 0) throw new Error(recording.stderr)

  async function upload(dryRun: boolean): Promise<number> {
    made.uploads += 1
    const exitCode = made.exitCodes.shift() ?? 0
    if (dryRun || exitCode !== 0 || made.isLate) return exitCode
    cpSync(join(folder, 'dist', 'bodies'), join(live, 'bodies'), { recursive: true })
    cpSync(join(folder, 'dist', 'manifest.json'), join(live, 'manifest.json'))
    if (server === null) {
      server = siteServer(live).server
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    }
    return 0
  }

  const get: typeof fetch = async (input, init) => {
    const given = made.instead?.(String(input)) ?? null
    if (given instanceof Error) throw given
    return given ?? fetch(input, init)
  }

  const made: DeployedSite = {
    origin,
    folder,
    exitCodes: [],
    isLate: false,
    uploads: 0,
    instead: null,
    write,
    read: (name) => readFileSync(join(folder, 'content', name), 'utf8'),
    async deploy({ answer = null, hasAccount = true, ...options } = {}) {
      const before = process.cwd()
      process.chdir(folder)
      const { terminal, said } = gathering(answer)
      try {
        const all = { content: 'content', out: 'dist', accept: null, dryRun: false, ifChanged: false, most: 0, ...options }
        const tools = {
          hasAccount: () => hasAccount,
          upload: () => upload(all.dryRun),
          get,
          pause: () => Promise.resolve(),
          now: Date.now,
        }
        const status = await deployed(all, terminal, tools)
        return { status, ...said() }
      } finally {
        process.chdir(before)
      }
    },
    stop: () => new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve()))),
  }
  return made
}
