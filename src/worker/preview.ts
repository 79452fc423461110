import type { Manifest } from '../site/manifest.ts'
import { createApp, type Env } from './app.ts'
import type { Assets } from './packs.ts'

interface PreviewEnv extends Env {
  /** The folder that the site is built into. */
  readonly SITE: Assets
}

/** The app of the build that was asked for last. */
let current: { readonly build: string | null; readonly app: ReturnType<typeof createApp> } | null = null

/**
 * The worker as a preview runs it: the same app as in `main.ts`, over a manifest that each build replaces. So a build is
 * served without another worker being started. Requests say in a field of their own which build is to answer.
 */
const preview: { fetch(request: Request, env: PreviewEnv): Promise<Response> } = {
  async fetch(request, env) {
    const build = request.headers.get('Preview-Build')
    if (current?.build !== build) {
      const manifest = await env.SITE.fetch('https://site.invalid/manifest.json')
      current = { build, app: createApp((await manifest.json()) as Manifest) }
    }
    return current.app.fetch(request, env)
  },
}
export default preview
