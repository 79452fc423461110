import type { CslName } from '../../src/citations/csl-item.ts'

const person = (family: string, given: string, suffix?: string): CslName =>
  suffix === undefined ? { family, given } : { family, given, suffix }
const literal = (name: string): CslName => ({ literal: name })

/** Authors as notes write them, each as CSL takes the name apart; null for what is no name. */
export const names: readonly (readonly [written: string, name: CslName | null])[] = [
  ['Ada Lovelace', person('Lovelace', 'Ada')],
  ['João G.M. Araújo', person('Araújo', 'João G.M.')],
  ['Petar Veličković', person('Veličković', 'Petar')],
  ['Jean-Pierre Dupont-Moretti', person('Dupont-Moretti', 'Jean-Pierre')],
  ['Laurens van der Maaten', person('van der Maaten', 'Laurens')],
  ['João da Silva e Souza', person('da Silva e Souza', 'João')],
  ['Ronan Le Bras', person('Le Bras', 'Ronan')],
  ['Quoc V. Le', person('Le', 'Quoc V.')],
  ['bell hooks', person('hooks', 'bell')],
  ["Conan O'Brien", person("O'Brien", 'Conan')],
  ['William Davis, Jr.', person('Davis', 'William', 'Jr.')],
  ['Robert Downey Jr.', person('Downey', 'Robert', 'Jr.')],
  ['John Smith III', person('Smith', 'John', 'III')],
  ['Jane Doe, Ph.D.', person('Doe', 'Jane', 'Ph.D.')],
  ['Jane Doe, et al.', person('Doe', 'Jane')],
  ['Jane Doe et al.', person('Doe', 'Jane')],
  ['김연구 외 3명', literal('김연구')],
  ['et al.', null],
  ['Ada Lovelace (MIT)', person('Lovelace', 'Ada')],
  ['김연구', literal('김연구')],
  ['김 연구', literal('김 연구')],
  ['남궁민수', literal('남궁민수')],
  ['李飞飞', literal('李飞飞')],
  ['やまだ たろう', literal('やまだ たろう')],
  ['Anthropic', literal('Anthropic')],
  ['OpenAI, Inc.', literal('OpenAI, Inc.')],
  ['Google DeepMind', literal('Google DeepMind')],
  ['Gemini Team', literal('Gemini Team')],
  ['The LIGO Scientific Collaboration', literal('The LIGO Scientific Collaboration')],
  ['National Institute of Standards and Technology', literal('National Institute of Standards and Technology')],
  ['AT&T Labs', literal('AT&T Labs')],
  ['01.AI', literal('01.AI')],
]
