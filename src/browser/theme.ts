// Runs in the head of every page, before anything is painted: so a page never shows in one theme and then in another.
import { chosenTheme, showTheme } from './theme-choice.ts'

showTheme(chosenTheme())
