import type { PackKey } from '../src/site/pack-keys.ts'
import type { Asking, Directory } from '../src/worker/lookup.ts'

/** The answer of what asks for packs, where all of them are at hand. */
export function answered<Answer>(asking: Asking<Answer>, packOf: (key: PackKey) => Directory): Answer {
  let step = asking.next()
  while (step.done !== true) step = asking.next(packOf(step.value))
  return step.value
}
