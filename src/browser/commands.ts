/** What a key does. */
export type Command = 'next' | 'previous' | 'open' | 'older' | 'newer' | 'search' | 'help'

/** The keys, in the order in which the help lists them. */
export const keys: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  h: 'older',
  l: 'newer',
  '/': 'search',
  '?': 'help',
}

/** What the help says, in the language of the page. */
export interface HelpWords {
  readonly language: string
  readonly heading: string
  /** Beside the switch that turns the keys on and off. */
  readonly use: string
  readonly close: string
  readonly commands: Readonly<Record<Command, string>>
}

/** What a press of a key says of it (UI Events, `KeyboardEvent`). */
export interface Press {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * The command of a press; null where it has none. A key that writes no letter of the Latin alphabet, as on a keyboard that
 * is set to Hangul or Cyrillic (`ㅓ` for `j`), goes by its place on the keyboard.
 */
export function commandOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Press): Command | null {
  if (altKey || ctrlKey || metaKey) return null
  const written = /^[!-~]$/.test(key) ? key : atPlace(code, shiftKey)
  // With Caps Lock on a letter is a capital too.
  return keys[shiftKey ? written : written.toLowerCase()] ?? null
}

/** What a key of an American keyboard writes at a place. */
function atPlace(code: string, isShifted: boolean): string {
  if (code === 'Slash') return isShifted ? '?' : '/'
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? ''
  return isShifted ? letter : letter.toLowerCase()
}
