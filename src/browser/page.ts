// On every page: keys, the switch of the theme, boxes that close, buttons that copy and share, pages fetched before they are asked for. What
// it needs of words and addresses the page gives it; what needs it is hidden until it has run.
import { closeBoxes } from './box.ts'
import { keys } from './commands.ts'
import { copyButtons, selectingFields } from './copy.ts'
import { areKeysOn, moveByKeys, turnKeys } from './keys.ts'
import { prefetchLikely } from './prefetch.ts'
import { themeButton } from './theme-button.ts'

const theme = document.querySelector<HTMLButtonElement>('button.theme')
if (theme !== null) themeButton(theme)

const help = document.querySelector<HTMLButtonElement>('button.keys')
const openHelp = async (): Promise<void> => {
  const { openHelp: open } = await import('./help.ts')
  await open(help?.dataset['words'] ?? '', { commands: keys, areOn: areKeysOn(), turn: turnKeys })
}
if (help !== null) {
  help.addEventListener('click', () => void openHelp())
  help.hidden = false
}

moveByKeys(() => void openHelp())
closeBoxes()
copyButtons()
selectingFields()
prefetchLikely()
