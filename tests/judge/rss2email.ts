import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FeedDocument, Judge } from './document.ts'
import { python } from './python.ts'
import { everyAuthor, type Reading, readingJudge } from './reader.ts'
import { run, versionOf, withFolder } from './tool.ts'

type Mail = Readonly<Record<'X-RSS-Feed' | 'X-RSS-ID' | 'X-RSS-URL' | 'Subject', string>>

/** It mails items: here into a folder. Of authors and dates a mail's headers don't tell. */
export const rss2email: Judge = readingJudge({
  name: 'rss2email',
  formats: ['rss', 'atom'],
  install: 'apt-get install rss2email',
  version: () => versionOf('r2e', ['--version'], /rss2email (\S+)/),
  authors: everyAuthor,
  read: (documents) =>
    withFolder(async (folder) => {
      const config = join(folder, 'rss2email.cfg')
      const r2e = (...args: string[]): ReturnType<typeof run> =>
        run('r2e', ['-c', config, '-d', join(folder, 'data.json'), ...args], folder)
      await r2e('new', 'reader@example.com')
      const settings = readFileSync(config, 'utf8')
        .replace(/^email-protocol = .*/m, 'email-protocol = maildir')
        .replace(/^maildir-path = .*/m, `maildir-path = ${folder}`)
      writeFileSync(config, settings)
      for (const [index, { url }] of documents.entries()) await r2e('add', `feed${index}`, url)
      const ran = await r2e('run')
      const told = await python('mailbox', [fileURLToPath(new URL('mails.py', import.meta.url)), join(folder, 'INBOX')])
      if (!told?.ok) return documents.map(() => ({ items: [], faults: [`the mails can't be read: ${told?.stderr.trim()}`] }))
      const mails = JSON.parse(told.stdout) as Mail[]
      return documents.map((document) => ({ items: mailed(document, mails), faults: complaints(ran?.stderr ?? '', document) }))
    }),
})

/** The mails of a document in its own order, since a maildir has none. */
function mailed({ url, expected }: FeedDocument, mails: readonly Mail[]): readonly Reading[] {
  const order = (expected?.items ?? []).map(({ id }) => id)
  return mails
    .filter((mail) => mail['X-RSS-Feed'] === url)
    .map((mail) => ({ id: mail['X-RSS-ID'], url: mail['X-RSS-URL'], title: mail.Subject }))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

function complaints(log: string, { url }: FeedDocument): readonly string[] {
  return log.split('\n').filter((line) => /\[(?:WARNING|ERROR)\]/.test(line) && line.includes(`${url} `))
}
