#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Node keeps what it has compiled, types taken off, in the system's folder for temporary files: a third of a small
// site's build is loading. Only modules loaded after this call are kept, so the rest comes by dynamic imports.
enableCompileCache()

const [{ run }, { processTerminal }] = await Promise.all([import('./run.ts'), import('./terminal.ts')])
process.exitCode = await run(process.argv.slice(2), processTerminal)
