// The help about keys. What it shares with the script of every page it is given, so that the two have no file between them,
// which every page would have to load.
import type { Command, HelpWords } from './commands.ts'
import { element } from './element.ts'

/** The keys that the help tells of, and the switch in it. */
export interface Keys {
  readonly commands: Readonly<Record<string, Command>>
  readonly areOn: boolean
  readonly turn: (areOn: boolean) => void
}

let dialog: HTMLDialogElement | null = null

/**
 * Opens the help: what the keys do, and the switch that turns them on and off.
 *
 * @param path where its words are
 * @throws Error where they can't be had
 */
export async function openHelp(path: string, keys: Keys): Promise<void> {
  dialog ??= dialogOf(await wordsAt(path), keys)
  dialog.showModal()
}

async function wordsAt(path: string): Promise<HelpWords> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as HelpWords
}

function dialogOf({ language, heading, use, close, commands }: HelpWords, keys: Keys): HTMLDialogElement {
  const rows = Object.entries(keys.commands).map(([key, command]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, commands[command])),
  )
  const box = element('input', { type: 'checkbox', checked: keys.areOn })
  box.addEventListener('change', () => keys.turn(box.checked))
  const made = element(
    'dialog',
    { className: 'help', lang: language },
    element('h2', { id: 'help-heading' }, heading),
    element('dl', {}, ...rows),
    element('p', {}, element('label', {}, box, ' ', use)),
    element('form', { method: 'dialog' }, element('button', { type: 'submit', autofocus: true }, close)),
  )
  made.setAttribute('aria-labelledby', 'help-heading')
  document.body.append(made)
  return made
}
