import { type Command, defineCommand } from './command.ts'
import { currentInstant } from './current-instant.ts'
import { acceptOption, contentOption } from './options.ts'

export const pictures: Command = defineCommand({
  name: 'pictures',
  description: 'draws pictures for link previews into dist/, those that are not there yet',
  arguments: null,
  options: {
    content: contentOption,
    out: { description: 'the folder that the site is built into', placeholder: 'dir', default: 'dist', read: (folder) => folder },
    accept: acceptOption,
  },
  example: 'pictures --content notes --out site',

  async run({ content, out, accept }, terminal) {
    const [{ readCurrentContent }, { keptIn }, { programDigest }, { publishedContent }, { drawPictures }] = await Promise.all([
      import('./current-content.ts'),
      import('./kept.ts'),
      import('./program.ts'),
      import('./site-build.ts'),
      import('./picture-drawing.ts'),
    ])
    const options = { ...publishedContent(content, accept), isSummary: false, now: currentInstant() }
    // What the last build has read needn't be read again.
    const { readFile } = keptIn(out, programDigest())
    const current = readCurrentContent(options, 'nothing was drawn', terminal, readFile)
    if (current === null) return 1
    terminal.say(await drawPictures(current.catalog, out))
    return 0
  },
})
