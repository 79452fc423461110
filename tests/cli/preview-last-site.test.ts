import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BuildRequest } from '../../src/cli/preview/builder.ts'
import { isLastSite, rememberSite } from '../../src/cli/preview/last-site.ts'
import { programDigest } from '../../src/cli/program.ts'
import { content, newFolder } from './folders.ts'

const asked = (from: string, drafts = false): BuildRequest => ({
  content: from,
  out: newFolder(),
  origin: 'http://localhost:8787',
  accept: new Set(),
  drafts,
})

test('the site of a preview before is shown where the same notes were built, in the same way, by the same program', () => {
  const request = asked(content({}))
  expect(isLastSite(request)).toBe(false)
  rememberSite(request)
  expect(isLastSite(request)).toBe(true)
})

test.each<[string, (request: BuildRequest) => BuildRequest]>([
  ['notes of another folder', (request) => ({ ...request, content: content({}) })],
  ['drafts among the notes', (request) => ({ ...request, drafts: true })],
  [
    'another program, whose worker may not know such a site',
    (request) => {
      const file = join(request.out, 'built-from.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace(programDigest(), 'another'))
      return request
    },
  ],
])('%s: it is forgotten', (_, changed) => {
  const request = asked(content({}))
  rememberSite(request)
  expect(isLastSite(changed(request))).toBe(false)
  expect(isLastSite(request)).toBe(false)
})
