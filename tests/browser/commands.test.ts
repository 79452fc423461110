import { describe, expect, test } from 'vitest'
import { type Command, commandOf, keys, type Press } from '../../src/browser/commands.ts'

const press = (key: string, besides: Partial<Press> = {}): Press => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...besides,
})

describe('a press of a key', () => {
  const rows: readonly (readonly [string, Press, Command | null])[] = [
    ['a letter', press('j', { code: 'KeyJ' }), 'next'],
    ['a letter at another place, as on Dvorak', press('j', { code: 'KeyC' }), 'next'],
    ['what another layout writes at that place', press('h', { code: 'KeyJ' }), 'older'],
    ['with Caps Lock on', press('J', { code: 'KeyJ' }), 'next'],
    ['with Shift', press('J', { code: 'KeyJ', shiftKey: true }), null],
    ['a keyboard set to Hangul', press('ㅓ', { code: 'KeyJ' }), 'next'],
    ['one set to Hangul, with Shift', press('ㅓ', { code: 'KeyJ', shiftKey: true }), null],
    ['while an input method looks at keys', press('Process', { code: 'KeyK' }), 'previous'],
    ['a keyboard set to Cyrillic', press('о', { code: 'KeyJ' }), 'next'],
    ['a slash', press('/', { code: 'Slash' }), 'search'],
    ['a slash that takes Shift, as in Germany', press('/', { code: 'Digit7', shiftKey: true }), 'search'],
    ['a question mark', press('?', { code: 'Slash', shiftKey: true }), 'help'],
    ['a question mark in its place, set to Hangul', press('Process', { code: 'Slash', shiftKey: true }), 'help'],
    ['a letter that does nothing', press('x', { code: 'KeyX' }), null],
    ['a key that writes nothing', press('ArrowDown', { code: 'ArrowDown' }), null],
    ['a name that objects have', press('constructor'), null],
  ]
  test.each(rows)('%s', (_, pressed, command) => {
    expect(commandOf(pressed)).toBe(command)
  })

  test.each(['altKey', 'ctrlKey', 'metaKey'] as const)('with %s it is the browser’s', (modifier) => {
    for (const key of Object.keys(keys)) expect(commandOf(press(key, { [modifier]: true }))).toBeNull()
  })
})
