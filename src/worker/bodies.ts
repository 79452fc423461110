import type { StoredDocument } from './directory.ts'
import type { Coding } from './headers.ts'
import { type Assets, Packs } from './packs.ts'

/** What workerd takes beyond the standard: bytes that are encoded already, as their Content-Encoding says. */
interface WorkerResponseInit extends ResponseInit {
  readonly encodeBody?: 'manual'
}

/** The bodies of documents, which lie gzipped in packs. */
export class Bodies {
  readonly #packs = new Packs()

  /** An answer with a document's body in a coding. Rejects when the assets don't hold its pack. */
  async send(assets: Assets, { resource, pack, offset }: StoredDocument, coding: Coding, init: ResponseInit): Promise<Response> {
    const bodies = await this.#packs.get(assets, pack)
    const gzipped = bodies.slice(offset, offset + resource.gzipLength)
    if (coding === 'gzip') return new Response(gzipped, { ...init, encodeBody: 'manual' } as WorkerResponseInit)
    return new Response(await unzipped(gzipped), init)
  }
}

async function unzipped(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}
