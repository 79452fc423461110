import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { type Cut, families, keptNames, weights } from './families.ts'
import { fontFacesOf } from './font-faces.ts'

/** Every cut once: families share the symbols. */
const cuts: ReadonlyMap<string, Cut> = new Map(families.flatMap((family) => family.cuts).map((cut) => [cut.file, cut]))

/**
 * The files that are made from the packages, by their paths in `src/site`: fonts, the licence of each package, and the style
 * sheet's `@font-face` rules. The same bytes on every system, since the subsetter and the compressor are WebAssembly.
 */
export async function cutFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const fonts = new Map<string, Uint8Array>()
  for (const cut of cuts.values()) fonts.set(cut.file, await cutFont(cut))
  const packages = new Set(Array.from(cuts.values(), ({ from }) => from.slice(0, from.indexOf('/files/'))))
  return new Map<string, Uint8Array>([
    ...Array.from(fonts, ([file, bytes]) => [`fonts/${file}`, bytes] as const),
    ...Array.from(packages, (name) => [`fonts/${name.split('/')[1]}-ofl.txt`, inPackage(`${name}/LICENSE`)] as const),
    ['style/font-faces.css', new TextEncoder().encode(await fontFacesOf(families, fonts))],
  ])
}

/**
 * Without hints, which only small text on old Windows screens had use of, and without tables for vertical text, for menus
 * of styles and for what moves with the weight besides outlines.
 */
function cutFont({ from, characters, held, features }: Cut): Promise<Uint8Array> {
  return subsetFont(inPackage(from), characters.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: weights.text, max: weights.bold }, ...held },
    keepFeatures: features,
    preserveNameIds: keptNames,
    dropTables: ['STAT', 'MVAR', 'vhea', 'vmtx', 'VVAR'],
    noHinting: true,
  })
}

function inPackage(path: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(path)))
}
