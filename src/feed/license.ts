import { escapeXml } from '../text/xml.ts'

/**
 * What may be done with the notes (RFC 4946), in the head of a document and wherever an entry of Atom is copied to; none
 * where their licence has no address. No element says it in words: Zotero takes `rights` and `copyright`, of an item or
 * else of its feed, for the paper's.
 */
export function licenseLinks(licenseUrl: string | null, link: 'link' | 'atom:link'): readonly string[] {
  return licenseUrl === null ? [] : [`<${link} rel="license" href="${escapeXml(licenseUrl)}"/>`]
}
