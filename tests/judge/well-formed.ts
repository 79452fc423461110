import { fileURLToPath } from 'node:url'
import { parseXml } from '../feed/xml.ts'
import type { Fault, FeedDocument, Judge } from './document.ts'
import { npmVersion } from './npm.ts'
import { run, versionOf } from './tool.ts'

/** XML 1.0 with namespaces, strictly. */
export const saxes: Judge = {
  name: 'saxes',
  formats: ['rss', 'atom'],
  install: 'npm ci',
  version: npmVersion('saxes'),
  judge: async (documents) =>
    documents.flatMap(({ path, text }) => {
      try {
        parseXml(text)
        return []
      } catch (error) {
        return [{ path, what: (error as Error).message }]
      }
    }),
}

/** libxml2, which many readers parse with. */
export const xmllint: Judge = {
  name: 'xmllint',
  formats: ['rss', 'atom'],
  install: 'apt-get install libxml2-utils',
  version: () => versionOf('xmllint', ['--version'], /libxml version (\d+)/),
  judge: (documents) => complaintsAbout(documents, 'xmllint', ['--noout', '--nonet']),
}

/** The grammar of RFC 4287. */
export const jing: Judge = {
  name: 'jing (RFC 4287)',
  formats: ['atom'],
  install: 'apt-get install jing default-jre-headless',
  version: () => versionOf('jing', [], /Jing version (\S+)/),
  judge: (documents) => complaintsAbout(documents, 'jing', ['-c', fileURLToPath(new URL('atom.rnc', import.meta.url))]),
}

/** What a tool says of files, in lines that begin with `FILE:LINE`. */
async function complaintsAbout(documents: readonly FeedDocument[], command: string, options: readonly string[]): Promise<readonly Fault[]> {
  if (documents.length === 0) return []
  const ran = await run(command, [...options, ...documents.map(({ file }) => file)])
  const output = ran === null ? '' : ran.stdout + ran.stderr
  const paths = new Map(documents.map(({ file, path }) => [file, path]))
  const faults = output.split('\n').flatMap((line) => {
    const [, file = '', where = '', what = ''] = /^(.+?):(\d+)[\d:]*\s*(.*)$/.exec(line) ?? []
    const path = paths.get(file)
    return path === undefined ? [] : [{ path, what: `line ${where}: ${what.trim()}` }]
  })
  // A tool that failed without naming a document hasn't judged.
  return faults.length > 0 || ran?.ok ? faults : [{ path: command, what: `failed: ${output.trim()}` }]
}
