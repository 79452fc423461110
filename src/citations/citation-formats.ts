/** The formats that programs for literature read, by the last part of their addresses. */
export const citationFormats = ['bib', 'ris', 'json'] as const
export type CitationFormat = (typeof citationFormats)[number]
