/**
 * Whether a client would have the gzipped bytes rather than the plain ones (RFC 9110 §12.5.3). A client that says
 * nothing gets plain bytes: everyone understands those, and whoever forgets the field may forget to unpack too.
 */
export function prefersGzip(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false
  const weights = new Map<string, number>()
  for (const member of acceptEncoding.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = member.split(';').map((part) => part.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const weight = quality === undefined ? 1 : Number(quality)
    weights.set(coding, Number.isNaN(weight) ? 0 : weight)
  }
  const gzip = weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0
  return gzip > 0 && gzip >= (weights.get('identity') ?? 0)
}
