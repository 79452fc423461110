import { isSameLanguage, type Language } from '../text/language.ts'

/** The few words that Paperwire itself says to readers, in a site's language. */
export interface Wording {
  readonly language: Language
  readonly authors: string
  readonly paper: string
  readonly abstract: string
  readonly commentary: string
  readonly tags: string
  readonly taggedWith: (label: string, siteTitle: string) => string
  readonly tagDescription: (label: string, siteTitle: string) => string
}

const korean: Wording = {
  language: 'ko',
  authors: '저자',
  paper: '논문',
  abstract: '초록',
  commentary: '논평',
  tags: '태그',
  taggedWith: (label, siteTitle) => `#${label} · ${siteTitle}`,
  tagDescription: (label, siteTitle) => `${siteTitle}에서 #${label} 태그가 붙은 글`,
}

const english: Wording = {
  language: 'en',
  authors: 'Authors',
  paper: 'Paper',
  abstract: 'Abstract',
  commentary: 'Commentary',
  tags: 'Tags',
  taggedWith: (label, siteTitle) => `#${label} · ${siteTitle}`,
  tagDescription: (label, siteTitle) => `Entries of ${siteTitle} tagged #${label}`,
}

/** The words for a site: Korean for a Korean one, English for every other. */
export function wordingFor(language: Language): Wording {
  return isSameLanguage(language, 'ko') ? korean : english
}
