import { readFileSync } from 'node:fs'

/** The bytes of a file that only saves time; null where it can't be read, for whatever reason. */
export function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
