import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assets } from '../../src/site/assets.ts'

/** The script as it is served. */
const script = Buffer.from(assets()['embed.js'].body).toString()

const defined = new Map<string, unknown>()

// As much of a browser as loading the script takes; what the element does is tested in a real one.
beforeEach(() => {
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  )
  vi.stubGlobal('customElements', {
    get: (name: string) => defined.get(name),
    define(name: string, element: unknown) {
      if (defined.has(name)) throw new Error(`${name} is defined twice`)
      defined.set(name, element)
    },
  })
})

afterEach(() => vi.unstubAllGlobals())

test('the script defines the element, and only once where a page includes it from two addresses', async () => {
  for (const address of ['a', 'b'])
    await import(/* @vite-ignore */ `data:text/javascript;charset=utf-8,${encodeURIComponent(script)}//${address}`)
  expect([...defined.keys()]).toEqual(['paperwire-feed'])
})

test('the element follows each of its attributes', () => {
  expect(defined.get('paperwire-feed')).toHaveProperty('observedAttributes', ['src', 'tag', 'limit', 'show-tags'])
})
