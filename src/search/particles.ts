import { isHangul } from './terms.ts'

/** What Korean puts behind a noun, the longest first, and what hardly any noun ends with. */
const certain = '에서의|에서는|으로의|으로는|이라는|에서|에게|에는|으로|부터|까지|처럼|보다|라는|이란|이랑|하고|와의|의|은|는|을|를|에|와'

/** What nouns end with, too: 정확도, 전문가, 최적화의 결과. */
const doubtful = '과의|이|가|로|과|도|만|란'

const certainAtEnd = new RegExp(`(?:${certain})$`)
const anyAtEnd = new RegExp(`(?:${certain}|${doubtful})$`)
const only = new RegExp(`^(?:${certain}|${doubtful})$`)

/** A word in Hangul without the particle at its end; null where it has none for certain, or is too short to have one. */
export function withoutParticle(term: string): string | null {
  return cut(term, certainAtEnd)
}

/** The same where what it ends with may as well belong to it: 정확도 may be 정확 and a particle. */
export function withoutDoubtfulParticle(term: string): string | null {
  return cut(term, anyAtEnd)
}

function cut(term: string, particle: RegExp): string | null {
  if (!isHangul(term)) return null
  const bare = term.replace(particle, '')
  return bare !== term && bare.length >= 2 ? bare : null
}

/** Whether a term is a particle and nothing else, as what stands behind a word in Latin letters. */
export function isParticle(term: string): boolean {
  return only.test(term)
}

/** A particle right behind a mark that stands for what was taken out of a text. */
export function withoutParticlesBehind(text: string, mark: string): string {
  return text.replace(new RegExp(`${mark}(?:${certain}|${doubtful})(?=\\s|$)`, 'g'), ' ').replaceAll(mark, ' ')
}
