import type { Manifest } from '../site/manifest.ts'
import { conditionsOf, evaluate } from './conditional.ts'
import { pictureRepresentation } from './headers.ts'
import type { Assets } from './packs.ts'
import type { PlainAnswer } from './plain.ts'

/** Answers GET and HEAD at the path of a picture: 200, 304 or 412; null where there is none of this name. */
type PictureAnswer = (
  request: Request,
  picture: { readonly path: string; readonly name: string },
  assets: Assets,
) => Promise<Response | null>

/**
 * The answers that pictures for link previews are. The manifest says nothing of them: a name stands for what a picture
 * shows, and whether it is there the assets tell. Rejects where these can't be read.
 */
export function pictureAnswers(manifest: Manifest, plainAnswer: PlainAnswer): PictureAnswer {
  return async ({ method, headers }, { path, name }, assets) => {
    const response = await assets.fetch(`https://assets.invalid${path}`)
    if (response.status === 404) {
      await response.body?.cancel()
      return null
    }
    if (!response.ok) throw new Error(`no answer about the picture ${name}: ${response.status}`)
    // A blob tells its length, and workerd doesn't copy what is streamed from it (see `Bodies`).
    const png = await response.blob()
    const { validators, notModifiedHeaders, headers: whole } = pictureRepresentation(manifest, name, png.size)
    const decision = evaluate(conditionsOf(headers), validators, 0)
    if (decision === 'not-modified') return new Response(null, { status: 304, headers: notModifiedHeaders })
    if (decision === 'precondition-failed') return plainAnswer(412)
    return new Response(method === 'HEAD' ? null : png.stream(), { headers: whole })
  }
}
