import { SaxesParser } from 'saxes'

/** An element of a parsed document: names as written, text and children in order. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** Parses a document strictly (saxes, namespaces on). Throws on the first thing that isn't well formed. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const stack: Open[] = [root]
  const top = (): Open => stack.at(-1) as Open
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, attribute.value]))
    stack.push({ name, attributes: plain, children: [], text: '' })
  })
  const text = (data: string): void => {
    top().text += data
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    const element = stack.pop() as Open
    top().children.push(element)
  })
  parser.write(xml).close()
  return root.children[0] as XmlElement
}

/** The children of that name. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The only child of that name. Throws when there is another number of them. */
export function child(element: XmlElement, name: string): XmlElement {
  const found = childrenNamed(element, name)
  if (found.length !== 1) throw new Error(`${found.length} of <${name}> in <${element.name}>`)
  return found[0] as XmlElement
}

/** The texts of the children of that name. */
export function textsOf(element: XmlElement, name: string): readonly string[] {
  return childrenNamed(element, name).map(({ text }) => text)
}
