import { enableCompileCache } from 'node:module'

// Loading modules is a third of a small site's build. So Node keeps them compiled, without their types, in the system's
// folder for temporary files. It keeps only modules that are imported after this call, which static imports never are.
enableCompileCache()

const [{ run }, { processTerminal }] = await Promise.all([import('./run.ts'), import('./terminal.ts')])
process.exitCode = await run(process.argv.slice(2), processTerminal)
