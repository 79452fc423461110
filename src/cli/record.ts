import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption } from './options.ts'

export const record: Command = defineCommand({
  name: 'record',
  description: 'writes down in content/ledger.json what is published',
  arguments: null,
  options: { content: contentOption, accept: acceptOption },
  example: 'record --content notes',

  async run({ content, accept }, terminal) {
    const [{ readCurrentContent }, { writeLedgerFile }, { recordingInstant }] = await Promise.all([
      import('./current-content.ts'),
      import('./ledger-file.ts'),
      import('./recording-instant.ts'),
    ])
    const now = await recordingInstant(content, terminal)
    const current = readCurrentContent({ content, accept, isSummary: false, records: true, now }, 'nothing was recorded', terminal)
    if (current === null) return 1
    terminal.say(writeLedgerFile(content, current.ledger, current.recorded))
    return 0
  },
})
