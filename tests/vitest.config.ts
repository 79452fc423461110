import { fileURLToPath } from 'node:url'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { configFor } from '../src/cli/wrangler.ts'
import { buildOrThrow } from './built-site.ts'

const project: string = fileURLToPath(new URL('..', import.meta.url))
const built = `${project}.wrangler/test`

// The worker is tested over a site that is really built, from content made for it.
buildOrThrow(`${project}tests/worker/content`, built)

/**
 * Begins with the file that mostly waits, then gives workerd's files to one runtime, one after another, while other
 * workers run Node's. The rest in vitest's own order, the longest first.
 */
class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project: { name } }: TestSpecification): number =>
      moduleId.endsWith('/cli/start.test.ts') ? 0 : name === 'workerd' ? 1 : 2
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

const config: ViteUserConfig = defineConfig({
  root: project,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: Sequencer },
    teardownTimeout: 600_000,
    projects: [
      {
        test: {
          name: 'node',
          root: project,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/worker/**', 'tests/chromium/**', 'tests/judge/**'],
          globalSetup: 'tests/folder-of-run.ts',
          testTimeout: 600_000,
          hookTimeout: 600_000,
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
        test: {
          name: 'workerd',
          root: project,
          include: ['tests/worker/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          isolate: false,
        },
      },
    ],
  },
})

export default config
