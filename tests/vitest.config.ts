import { fileURLToPath } from 'node:url'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { configFor } from '../src/cli/wrangler.ts'
import { buildOrThrow } from './built-site.ts'

const project: string = fileURLToPath(new URL('..', import.meta.url))
const built = `${project}.wrangler/test`

// The worker is tested over a site that is really built, from content made for it.
buildOrThrow(`${project}tests/worker/content`, built)

const config: ViteUserConfig = defineConfig({
  root: project,
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          root: project,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/worker/**', 'tests/chromium/**', 'tests/judge/**'],
          testTimeout: 600_000,
          isolate: false,
        },
      },
      {
        test: { name: 'judges', root: project, include: ['tests/judge/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        test: { name: 'browser', root: project, include: ['tests/chromium/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: configFor(built) } })],
        resolve: { alias: { 'paperwire-manifest': `${built}/manifest.json` } },
        test: { name: 'workerd', root: project, include: ['tests/worker/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
})

export default config
