import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * How many steps of JavaScript it takes to read each of these notes: how often every function, branch and turn of a loop
 * runs, by V8's precise coverage. The numbers are the same on every machine. What the engine does in one step, such as
 * matching an expression, counts as one.
 */
export async function stepsToRead(texts: readonly string[]): Promise<readonly number[]> {
  const thread = new Worker(new URL('./steps-thread.ts', import.meta.url), { workerData: texts, execArgv: [] })
  const [steps] = await once(thread, 'message')
  await thread.terminate()
  return steps
}
