import { store, stored } from './stored.ts'

/** What the page is shown in: the system's colours, or one theme's whatever the system says. */
export type Theme = 'system' | 'light' | 'dark'

const order: readonly Theme[] = ['system', 'light', 'dark']

/** The name that the choice is kept under. */
export const themeName = 'theme'

/** The theme that was chosen; the system's where none was. */
export function chosenTheme(): Theme {
  const choice = stored(themeName)
  return order.find((theme) => theme === choice) ?? 'system'
}

/** Keeps the theme that comes behind the one that is chosen, and returns it. */
export function chooseNextTheme(): Theme {
  const next = order[(order.indexOf(chosenTheme()) + 1) % order.length] as Theme
  store(themeName, next === 'system' ? null : next)
  return next
}

/**
 * Shows the page in a theme. The style sheet goes by the attribute; the meta element is for the canvas behind the page, which
 * stands before the style sheet has come (CSS Color Adjustment 1 §2.2).
 */
export function showTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')
  if (meta !== null) meta.content = theme === 'system' ? 'light dark' : theme
}
