import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BareWorkerd, serveBuilt } from './bare-workerd.ts'
import { buildOrThrow } from './built-site.ts'
import { project } from './cli/called.ts'
import { newFolder } from './cli/folders.ts'
import { bodyOf, rawAnswer, requestsOf } from './raw-request.ts'

let workerd: BareWorkerd

beforeAll(async () => {
  const folder = newFolder()
  buildOrThrow(join(project, 'tests/worker/content'), folder)
  workerd = await serveBuilt(folder, project)
})

afterAll(() => workerd.stop())

describe('RFC 9112 §3.2: whatever stands for a host, the answer is 400 or the bytes of the path', () => {
  test.each(requestsOf('/opml.xml'))('%s', async (_, lines) => {
    const answer = await rawAnswer(workerd.origin, lines)
    if (/^HTTP\/1\.[01] 400 /.test(answer)) return
    expect([answer.split('\r\n')[0], bodyOf(answer)]).toEqual(['HTTP/1.1 200 OK', await (await fetch(`${workerd.origin}/opml.xml`)).text()])
  })
})
