import type { Hono } from 'hono'
import manifest from 'paperwire-manifest'
import { createApp, type Env } from './app.ts'

const app: Hono<{ Bindings: Env }> = createApp(manifest)
export default app
