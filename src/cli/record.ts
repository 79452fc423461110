import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption } from './options.ts'

export const record: Command = defineCommand({
  name: 'record',
  description: 'writes down in content/ledger.json what is published',
  arguments: null,
  options: { content: contentOption, accept: acceptOption },
  example: 'record --content notes',

  async run({ content, accept }, terminal) {
    const [{ readCurrentContent }, { writeLedgerFile }, { recordingInstant }, { publishedContent }] = await Promise.all([
      import('./current-content.ts'),
      import('./ledger-file.ts'),
      import('./recording-instant.ts'),
      import('./site-build.ts'),
    ])
    const options = { ...publishedContent(content, accept), records: true }
    const now = await recordingInstant(options, terminal)
    const current = readCurrentContent({ ...options, isSummary: false, now }, 'nothing was recorded', terminal)
    if (current === null) return 1
    terminal.say(writeLedgerFile(content, current.ledger, current.recorded))
    return 0
  },
})
