import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption, nothingAccepted, portOption } from './options.ts'

export const start: Command = defineCommand({
  name: 'start',
  description: 'builds content/, serves it from this machine, and builds again whenever you save',
  arguments: null,
  options: { port: portOption(1), content: contentOption, accept: acceptOption, drafts: { description: 'show drafts as well' } },
  example: 'start --port 9000 --content notes',

  async run({ port, content, accept, drafts }, terminal) {
    terminal.say(`Starting a preview of ${content}…`)
    const { preview } = await import('./preview.ts')
    return preview(content, port, { accept: accept ?? nothingAccepted, drafts }, terminal)
  },
})
