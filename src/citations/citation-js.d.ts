// What is used of Citation.js, which comes without types.

declare module '@citation-js/core' {
  interface BibtexEntry {
    readonly type: string
    readonly label: string
    /** Each field as it stands between its braces. */
    readonly properties: Readonly<Record<string, string>>
  }

  type RisRecord = Readonly<Record<string, string | readonly string[]>>

  export const plugins: {
    readonly config: {
      get(plugin: '@bibtex'): { readonly format: { asciiOnly: boolean } }
    }
    readonly input: {
      /** Items of CSL-JSON, read from a document in any format known. */
      chain(document: string): readonly Readonly<Record<string, unknown>>[]
    }
    readonly output: {
      format(name: 'bibtex', items: readonly object[], options: { readonly format: 'object' }): readonly BibtexEntry[]
      format(name: 'ris', items: readonly object[], options: { readonly format: 'object' }): readonly RisRecord[]
      format(name: 'data', items: readonly object[]): string
    }
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
