import { type Files, site } from './generator.ts'

const settings = `import rss from '@11ty/eleventy-plugin-rss'

export default function (config) {
  config.addPlugin(rss)
  config.addGlobalData('site', ${JSON.stringify(site)})
  config.addFilter('latest', (entries) => entries.slice(-${site.feedSize}).reverse())
  config.addFilter('names', (authors) => authors.join(', '))
  config.addFilter('json', (value) => JSON.stringify(value))
  config.addCollection('tagList', (api) => [...new Set(api.getAll().flatMap(({ data }) => data.tags ?? []))])
  return {
    dir: { input: 'content', includes: '../includes', output: 'out' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  }
}
`

const feedLinks = (
  name: string,
  folder: string,
): string => `<link rel="alternate" type="application/rss+xml" title="${name} (RSS)" href="{{ site.url }}${folder}rss.xml">
<link rel="alternate" type="application/atom+xml" title="${name} (Atom)" href="{{ site.url }}${folder}atom.xml">
<link rel="alternate" type="application/feed+json" title="${name} (JSON Feed)" href="{{ site.url }}${folder}feed.json">`

const base = `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} · {{ site.title }}</title>
<meta name="description" content="{{ description or site.description }}">
<link rel="canonical" href="{{ site.url }}{{ page.url }}">
<meta property="og:site_name" content="{{ site.title }}">
<meta property="og:title" content="{{ title }}">
<meta property="og:url" content="{{ site.url }}{{ page.url }}">
<meta property="og:description" content="{{ description or site.description }}">
<link rel="stylesheet" href="/style.css">
{% block head %}{% endblock %}
</head>
<body>
<header><p><a href="/" rel="home">{{ site.title }}</a></p></header>
<main>
{% block main %}{% endblock %}
</main>
<footer><p>{{ site.title }}</p></footer>
</body>
</html>
`

const entry = `{% extends "base.njk" %}
{% block head %}{% for author in authors %}<meta name="citation_author" content="{{ author }}">
{% endfor %}{% for tag in tags %}${feedLinks('{{ tag }}', '/tags/{{ tag | urlencode }}/')}
{% endfor %}{% endblock %}
{% block main %}<article class="h-entry">
<p><time class="dt-published" datetime="{{ page.date | dateToRfc3339 }}">{{ page.date | dateToRfc3339 | truncate(10, true, "") }}</time></p>
<h1 class="p-name">{{ title }}</h1>
<p>{% for author in authors %}{{ ", " if not loop.first }}<span class="p-author">{{ author }}</span>{% endfor %}</p>
<p><a href="{{ link }}">{{ link }}</a></p>
<div class="e-content">{{ content | safe }}</div>
<p>{% for tag in tags %}<a class="p-category" rel="tag" href="/tags/{{ tag | urlencode }}/">#{{ tag }}</a> {% endfor %}</p>
</article>{% endblock %}
`

/** What holds for every entry. */
const ofEntries = `export default {
  layout: 'entry.njk',
  permalink: ({ page }) => page.filePathStem.replace('/entries', '') + '/index.html',
}
`

/** The front matter of a template that is run once for the site, or once for each tag. */
const ofSite = (file: string): string =>
  `---\npermalink: /${file}\neleventyExcludeFromCollections: true\ntitle: ${site.title}\nchannel: all\nfolder: /\n---\n`
const ofTags = (file: string): string => `---
pagination: { data: collections.tagList, size: 1, alias: tag }
permalink: "/tags/{{ tag }}/${file}"
eleventyExcludeFromCollections: true
eleventyComputed: { title: "#{{ tag }}", channel: "{{ tag }}", folder: "/tags/{{ tag | urlencode }}/" }
---
`

const list = `{% extends "base.njk" %}
{% block head %}${feedLinks('{{ title }}', '{{ folder }}')}{% endblock %}
{% block main %}<h1>{{ title }}</h1>
<p>{{ site.description }}</p>
<p><a href="rss.xml">RSS</a> <a href="atom.xml">Atom</a> <a href="feed.json">JSON Feed</a></p>
<ol>{% for entry in collections[channel] | latest %}
<li class="h-entry"><time class="dt-published" datetime="{{ entry.date | dateToRfc3339 }}">{{ entry.date | dateToRfc3339 | truncate(10, true, "") }}</time>
<a class="u-url p-name" href="{{ entry.url }}">{{ entry.data.title }}</a> <span>{{ entry.data.authors | names }}</span>
{% for tag in entry.data.tags %}<a rel="tag" href="/tags/{{ tag | urlencode }}/">#{{ tag }}</a> {% endfor %}</li>{% endfor %}
</ol>{% endblock %}
`

/** What an item shows in each format: whom the paper is by, where it stands, the text. */
const content = `{% set html %}<p>{{ entry.data.authors | names }}</p><p><a href="{{ entry.data.link }}">{{ entry.data.link }}</a></p>{{ entry.content | safe }}{% endset %}`

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{{ title }}</title>
<link>{{ site.url }}{{ folder }}</link>
<description>{{ site.description }}</description>
<language>ko</language>
<atom:link rel="self" type="application/rss+xml" href="{{ site.url }}{{ page.url }}"/>
{% for entry in collections[channel] | latest %}${content}<item>
<title>{{ entry.data.title }}</title>
<link>{{ site.url }}{{ entry.url }}</link>
<guid>{{ site.url }}{{ entry.url }}</guid>
<pubDate>{{ entry.date | dateToRfc822 }}</pubDate>
<description>{{ entry.data.description }}</description>
<content:encoded>{{ html | escape(true) | safe }}</content:encoded>
{% for tag in entry.data.tags %}<category>{{ tag }}</category>
{% endfor %}{% for author in entry.data.authors %}<dc:creator>{{ author }}</dc:creator>
{% endfor %}</item>
{% endfor %}</channel>
</rss>
`

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko">
<id>{{ site.url }}{{ folder }}</id>
<title>{{ title }}</title>
<updated>{{ collections[channel] | getNewestCollectionItemDate | dateToRfc3339 }}</updated>
<link rel="alternate" type="text/html" href="{{ site.url }}{{ folder }}"/>
<link rel="self" type="application/atom+xml" href="{{ site.url }}{{ page.url }}"/>
{% for entry in collections[channel] | latest %}${content}<entry>
<id>{{ site.url }}{{ entry.url }}</id>
<title>{{ entry.data.title }}</title>
<published>{{ entry.date | dateToRfc3339 }}</published>
<updated>{{ entry.date | dateToRfc3339 }}</updated>
<link rel="alternate" type="text/html" href="{{ site.url }}{{ entry.url }}"/>
<link rel="related" href="{{ entry.data.link }}"/>
{% for author in entry.data.authors %}<author><name>{{ author }}</name></author>
{% endfor %}{% for tag in entry.data.tags %}<category term="{{ tag }}"/>
{% endfor %}<summary>{{ entry.data.description }}</summary>
<content type="html">{{ html | escape(true) | safe }}</content>
</entry>
{% endfor %}</feed>
`

const json = `{"version":"https://jsonfeed.org/version/1.1","title":{{ title | json | safe }},"home_page_url":"{{ site.url }}{{ folder }}","feed_url":"{{ site.url }}{{ page.url }}","language":"ko","items":[{% for entry in collections[channel] | latest %}${content}{{ "," if not loop.first }}{"id":"{{ site.url }}{{ entry.url }}","url":"{{ site.url }}{{ entry.url }}","external_url":{{ entry.data.link | json | safe }},"title":{{ entry.data.title | json | safe }},"summary":{{ entry.data.description | json | safe }},"content_html":{{ html | json | safe }},"date_published":"{{ entry.date | dateToRfc3339 }}","authors":[{% for author in entry.data.authors %}{{ "," if not loop.first }}{"name":{{ author | json | safe }}}{% endfor %}],"tags":{{ entry.data.tags | json | safe }}}{% endfor %}]}
`

/** The settings, and templates for what Paperwire makes too, in Nunjucks with the filters of Eleventy's plugin for feeds. */
export const eleventyFiles: Files = new Map([
  ['package.json', '{ "type": "module" }\n'],
  ['eleventy.config.js', settings],
  ['includes/base.njk', base],
  ['includes/entry.njk', entry],
  ['content/entries/entries.11tydata.js', ofEntries],
  ['content/home.njk', ofSite('index.html') + list],
  ['content/home-rss.njk', ofSite('rss.xml') + rss],
  ['content/home-atom.njk', ofSite('atom.xml') + atom],
  ['content/home-json.njk', ofSite('feed.json') + json],
  ['content/tag.njk', ofTags('index.html') + list],
  ['content/tag-rss.njk', ofTags('rss.xml') + rss],
  ['content/tag-atom.njk', ofTags('atom.xml') + atom],
  ['content/tag-json.njk', ofTags('feed.json') + json],
])
