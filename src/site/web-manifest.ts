import type { Site } from '../catalog/catalog.ts'
import { html, type Markup } from '../text/html.ts'
import { paths } from './urls.ts'

/** The ground of pages in the light and the dark theme, as the style sheet has it (`--paper`). */
const [light, dark] = ['#fdfcf9', '#141719']

/** Tells a browser the ground of the page, for what it shows around it (HTML §4.2.5.1, `theme-color`). */
export const themeColors: Markup = html`<meta name="theme-color" content="${light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${dark}" media="(prefers-color-scheme: dark)">
`

/** In characters: what a home screen shows below an icon. */
const shortName = 12

/** What a system is told that keeps the site beside its programs (W3C, “Web Application Manifest”). It stays a site in a browser. */
export function webManifestOf({ title, description, language }: Site): string {
  const icon = (src: string, size: number, purpose: 'any' | 'maskable'): object => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return JSON.stringify({
    id: paths.home,
    name: title,
    short_name: Array.from(title).length <= shortName ? title : firstWords(title),
    description: description === '' ? undefined : description,
    lang: language,
    start_url: paths.home,
    scope: paths.home,
    display: 'browser',
    background_color: light,
    theme_color: light,
    icons: [
      { src: paths.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      icon(paths.iconPng, 192, 'any'),
      icon(paths.largeIconPng, 512, 'any'),
      icon(paths.maskableIconPng, 512, 'maskable'),
    ],
  })
}

/** As many of the first words as there is room for; the first characters of a word that is longer. */
function firstWords(title: string): string {
  const characters = Array.from(title).slice(0, shortName + 1)
  const space = characters.lastIndexOf(' ')
  return characters.slice(0, space > 0 ? space : shortName).join('')
}
