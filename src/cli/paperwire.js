#!/usr/bin/env node
import './project-node.js'

// Not a static import: Node would read that one, and refuse its types, before it runs what is above.
await import('./main.ts')
