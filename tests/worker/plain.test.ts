import manifest from 'paperwire-manifest'
import { expect, test } from 'vitest'
import { plainAnswersOf } from '../../src/worker/plain.ts'

const brief = { 'cache-control': 'public, max-age=300' }
const open = { 'access-control-allow-origin': '*' }

test.each([
  [307, 'Temporary Redirect', { ...brief, ...open }],
  [308, 'Permanent Redirect', { ...brief, ...open }],
  [400, 'Bad Request', {}],
  [404, 'Not Found', brief],
  [405, 'Method Not Allowed', { allow: 'GET, HEAD, OPTIONS' }],
  [410, 'Gone', { ...brief, ...open }],
  [412, 'Precondition Failed', {}],
  [503, 'Service Unavailable', { 'retry-after': '60' }],
] as const)('RFC 9110 §15: %i is %s, in a line of text that no browser guesses to be another thing', async (status, words, fields) => {
  const response = plainAnswersOf({ ...manifest, origin: 'http://localhost' })(status, { Location: '/elsewhere' })
  expect([response.status, await response.text()]).toEqual([status, `${words}\n`])
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    location: '/elsewhere',
    ...fields,
  })
})
