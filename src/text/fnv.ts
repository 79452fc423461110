/** A number from 0 to 2^32 of a text, for whoever cuts many texts into parts (FNV-1a over its UTF-16 code units). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  // The low bits of FNV-1a hang on the low bits of the text alone.
  return (hash ^ (hash >>> 16)) >>> 0
}
