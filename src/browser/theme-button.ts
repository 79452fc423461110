import { chooseNextTheme, chosenTheme, showTheme, type Theme, themeName } from './theme-choice.ts'

/**
 * The button that goes from one theme to the next. Its name says which one there is, in words that the page gives it. What is
 * chosen in another tab shows in this one, and in a page that the browser brings back as it was.
 */
export function themeButton(button: HTMLButtonElement): void {
  const show = (theme: Theme): void => {
    showTheme(theme)
    const name = button.dataset[theme] ?? ''
    button.ariaLabel = name
    button.title = name
  }
  button.addEventListener('click', () => show(chooseNextTheme()))
  // A key of null says that everything that was kept is forgotten.
  addEventListener('storage', ({ key }) => (key === themeName || key === null) && show(chosenTheme()))
  addEventListener('pageshow', ({ persisted }) => persisted && show(chosenTheme()))
  show(chosenTheme())
  button.hidden = false
}
