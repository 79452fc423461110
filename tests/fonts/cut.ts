/** Cuts the site's fonts again from their packages, with their licences and the style sheet's rules: `npm run fonts`. */
import { writeFileSync } from 'node:fs'
import { cutFiles } from './cut-files.ts'

for (const [path, bytes] of await cutFiles()) {
  writeFileSync(new URL(`../../src/site/${path}`, import.meta.url), bytes)
  console.log(`${String(bytes.length).padStart(6)} B  src/site/${path}`)
}
