import { readFileSync } from 'node:fs'

const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>
}

/** The version of a dependency, which package.json pins. */
export function npmVersion(name: string): () => Promise<string | null> {
  return async () => devDependencies[name] ?? null
}
