#!/usr/bin/env node
import './node-version.js'

// Not a static import: Node would read that one, and refuse its types, before it runs the check.
await import('./main.ts')
