import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A paper as the stand-in for arXiv tells of it. */
export interface ArxivPaper {
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly summary: string
  readonly journal?: string
}

/** Stands for arXiv and Crossref on this machine: it answers in the form of their APIs, or as it is told to. */
export interface StandIn {
  readonly arxiv: string
  readonly crossref: string
  readonly asked: string[]
  /** How it answers next: statuses in turn, then as it should; `null` never answers. */
  readonly statuses: (number | null)[]
  stop(): Promise<void>
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An entry of arXiv's API (info.arxiv.org/help/api/user-manual.html, §3.3.2), with its lines broken as arXiv breaks them. */
function entryOf({ id, title, authors, summary, journal }: ArxivPaper): string {
  return `  <entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <updated>2024-06-06T14:10:12Z</updated>
    <published>2024-06-06T14:10:12Z</published>
    <title>${escaped(title).replace(' ', '\n  ')}</title>
    <summary>  ${escaped(summary).replaceAll('. ', '.\n')}
</summary>
${authors.map((name) => `    <author>\n      <name>${escaped(name)}</name>\n    </author>\n`).join('')}${
  journal === undefined ? '' : `    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">${journal}</arxiv:journal_ref>\n`
}    <link href="http://arxiv.org/abs/${id}v1" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${id}v1" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`
}

export async function startLibraries(papers: readonly ArxivPaper[], works: Readonly<Record<string, object>> = {}): Promise<StandIn> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    stand.asked.push(decodeURIComponent(`${url.pathname}${url.search}`))
    const status = stand.statuses.shift()
    if (status === null) return
    if (status !== undefined) return void response.writeHead(status).end('busy')
    if (url.pathname.startsWith('/works/')) {
      const work = works[decodeURIComponent(url.pathname.slice('/works/'.length))]
      return void (work === undefined
        ? response.writeHead(404).end('Resource not found.')
        : response.end(JSON.stringify({ status: 'ok', 'message-type': 'work', message: work })))
    }
    const ids = (url.searchParams.get('id_list') ?? '').split(',')
    const title = /^ti:"(.*)"$/.exec(url.searchParams.get('search_query') ?? '')?.[1]?.toLowerCase()
    const found = papers.filter(
      (paper) =>
        ids.includes(paper.id) ||
        paper.title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim() === title,
    )
    response.setHeader('Content-Type', 'application/atom+xml; charset=UTF-8')
    response.end(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2024-06-10T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${found.length}</opensearch:totalResults>
${found.map(entryOf).join('')}</feed>
`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stand: StandIn = {
    arxiv: `${origin}/api/query`,
    crossref: `${origin}/works/`,
    asked: [],
    statuses: [],
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return stand
}
