import { type Ran, run } from './tool.ts'

/** Debian's packages are those of the system's Python, which needn't be the first in PATH. */
const interpreters = ['python3', '/usr/bin/python3']

/** Runs the first Python that has a module; null where none has. */
export async function python(module: string, args: readonly string[]): Promise<Ran | null> {
  for (const interpreter of interpreters) {
    if ((await run(interpreter, ['-c', `import ${module}`]))?.ok) return run(interpreter, args)
  }
  return null
}
