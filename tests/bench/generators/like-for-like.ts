/** `node like-for-like.ts CONTENT OUT`: writes what the other generators are asked for, as they do: plain files, not gzipped. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publishedContent, readCatalog } from '../../../src/cli/site-build.ts'
import { documentsAlike } from './documents-alike.ts'

const [content = '', out = ''] = process.argv.slice(2)
const { catalog } = readCatalog({ ...publishedContent(content, null), now: new Date() })
if (catalog === null) throw new Error(`${content} can't be built (npm run check -- --content ${content} says why)`)
for (const { path, body } of documentsAlike(catalog)) {
  const file = join(out, path.endsWith('/') ? `${path}index.html` : path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, body)
}
