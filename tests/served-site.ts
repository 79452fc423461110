import { run } from '../src/cli/run.ts'

/** A built site that `serve` serves on this machine, in this process. */
export interface ServedSite {
  readonly origin: string
  /** Tells it to end, as Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number>
}

/** Serves the site that was built into a folder, at a port or any that is free. Rejects with what `serve` complains of. */
export function serveSite(folder: string, port = 0): Promise<ServedSite> {
  return new Promise((resolve, reject) => {
    let end = (_signal: NodeJS.Signals): void => {}
    const exit = run(['serve', '--from', folder, '--port', String(port)], {
      say(text) {
        const origin = (/http:\/\/[^/]+/.exec(text) ?? [''])[0]
        resolve({
          origin,
          stop() {
            end('SIGTERM')
            return exit
          },
        })
      },
      complain: (text) => reject(new Error(text)),
      ask: null,
      onEnd: (listener) => (end = listener),
    })
    exit.catch(reject)
  })
}
