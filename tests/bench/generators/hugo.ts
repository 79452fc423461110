import { spawnSync } from 'node:child_process'
import { markdownFiles } from './front-matter.ts'
import { type Found, site } from './generator.ts'
import { hugoTemplates } from './hugo-templates.ts'

const settings = `baseURL: ${site.url}/
title: ${site.title}
languageCode: ko
timeZone: UTC
enableRobotsTXT: false
disableKinds: [section, taxonomy, sitemap, robotsTXT, 404]
# Since 0.73 this leaves out the list of all tags, and no tag: as is wanted here.
ignoreErrors: [error-disable-taxonomy]
taxonomies: { tag: tags }
permalinks: {}
params: { description: ${site.description} }
mediaTypes:
  application/atom+xml: { suffixes: [xml] }
  application/feed+json: { suffixes: [json] }
outputFormats:
  rss: { mediaType: application/rss+xml, baseName: rss, isPlainText: true }
  atom: { mediaType: application/atom+xml, baseName: atom, isPlainText: true }
  jsonfeed: { mediaType: application/feed+json, baseName: feed, isPlainText: true }
outputs:
  home: [html, rss, atom, jsonfeed]
  term: [html, rss, atom, jsonfeed]
  page: [html]
`

/** Hugo (https://gohugo.io), where it is installed. */
export function findHugo(): Found {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  if (status !== 0) return { name: 'Hugo', missing: 'no program hugo is there (on Debian: apt-get install hugo)' }
  return {
    name: 'Hugo',
    version: /v([\d.]+)/.exec(stdout)?.[1] ?? stdout.trim(),
    siteFiles: new Map([['config.yaml', settings], ...hugoTemplates]),
    entryFiles: (entries) => markdownFiles('content', entries),
    settle: null,
    build: { program: 'hugo', arguments: ['--destination', 'out', '--quiet'] },
    modules: null,
  }
}
