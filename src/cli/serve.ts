import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Command, defineCommand } from './command.ts'
import { portOption, portRefusal } from './options.ts'
import { UserError } from './refusals.ts'

export const serve: Command = defineCommand({
  name: 'serve',
  description: "serves dist/ from this machine as the worker does, without Cloudflare's tools",
  arguments: null,
  options: {
    from: {
      description: 'the folder of a built site; a build into it is served at once',
      placeholder: 'dir',
      default: 'dist',
      read: (folder) => folder,
    },
    port: portOption(0),
    host: {
      description: 'the address to listen on, 0.0.0.0 for every one of this machine',
      placeholder: 'name',
      default: 'localhost',
      read: (name) => name,
    },
  },
  example: 'serve --from site --port 9000',

  async run({ from, port, host }, terminal) {
    const { siteServer } = await import('./site-server.ts')
    const { server, origin } = siteServer(from)
    terminal.onEnd(() => {
      server.close()
      server.closeAllConnections()
    })
    try {
      await once(server.listen(port, host), 'listening')
    } catch (error) {
      const isNoHost = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'].includes((error as NodeJS.ErrnoException).code ?? '')
      throw isNoHost ? new UserError(`--host ${host}: no address of this machine (leave it out for localhost)`) : portRefusal(port, error)
    }
    const { port: taken } = server.address() as AddressInfo
    terminal.say(`${from}: http://${host.includes(':') ? `[${host}]` : host}:${taken}/, with links to ${origin}. Ctrl-C ends it.`)
    await once(server, 'close')
    return 0
  },
})
