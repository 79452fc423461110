import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Whether this machine may deploy to an account of Cloudflare: a token stands in the environment, or `wrangler login` has left
 * one. Wrangler keeps it, or what leads to it, below the system's folder for settings (Linux and Windows by XDG, macOS in `Library/Preferences`),
 * versions before 2.3 right below the home.
 */
export function hasAccount(environment: Readonly<Record<string, string | undefined>> = process.env, home: string = homedir()): boolean {
  if ((environment['CLOUDFLARE_API_TOKEN'] ?? '') !== '' || (environment['CLOUDFLARE_API_KEY'] ?? '') !== '') return true
  const settings = [
    join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), '.wrangler'),
    join(home, 'Library', 'Preferences', '.wrangler'),
    join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'xdg.config', '.wrangler'),
    join(home, '.wrangler'),
  ]
  const hasFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0
  return settings.some((folder) => hasFiles(join(folder, 'config')))
}

/** What to do where it may not. */
export const setUpSteps: readonly string[] = [
  'No account of Cloudflare is set up on this machine, so nothing was recorded or deployed. Once:',
  '  1. Make an account at https://dash.cloudflare.com/sign-up (the free plan will do).',
  '  2. npx wrangler login   (opens a browser; without one, make a token by the template “Edit Cloudflare Workers” at',
  '     https://dash.cloudflare.com/profile/api-tokens, and put it into the environment as CLOUDFLARE_API_TOKEN,',
  '     with CLOUDFLARE_ACCOUNT_ID beside it where the token is for several accounts)',
  '  3. Set url in content/site.md to the address that the site will have: https://paperwire.YOUR-NAME.workers.dev, or a domain',
  '     of yours, which wrangler.toml then names: routes = [{ pattern = "notes.example", custom_domain = true }]',
  '  4. npm run record, and commit content/ledger.json.',
  '  5. npm run deploy again. npm run deploy -- --dry-run shows what it would do, without an account.',
]
