import { type Files, site } from './generator.ts'

const feedLinks = (
  name: string,
  folder: string,
): string => `<link rel="alternate" type="application/rss+xml" title="${name} (RSS)" href="${folder}rss.xml">
<link rel="alternate" type="application/atom+xml" title="${name} (Atom)" href="${folder}atom.xml">
<link rel="alternate" type="application/feed+json" title="${name} (JSON Feed)" href="${folder}feed.json">`

const base = `<!DOCTYPE html>
<html lang="{{ site.LanguageCode }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsHome }}{{ site.Title }}{{ else }}{{ .Title }} · {{ site.Title }}{{ end }}</title>
<meta name="description" content="{{ .Description | default site.Params.description }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:description" content="{{ .Description | default site.Params.description }}">
<link rel="stylesheet" href="/style.css">
{{ block "head" . }}{{ end }}
</head>
<body>
<header><p><a href="/" rel="home">{{ site.Title }}</a></p></header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
`

const entry = `{{ define "head" }}{{ range .Params.authors }}<meta name="citation_author" content="{{ . }}">
{{ end }}{{ range .Params.tags }}${feedLinks('{{ . }}', `${site.url}/tags/{{ . }}/`)}
{{ end }}{{ end }}
{{ define "main" }}<article class="h-entry">
<p><time class="dt-published" datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02" }}</time></p>
<h1 class="p-name">{{ .Title }}</h1>
<p>{{ range $i, $author := .Params.authors }}{{ if $i }}, {{ end }}<span class="p-author">{{ $author }}</span>{{ end }}</p>
<p><a href="{{ .Params.link }}">{{ .Params.link }}</a></p>
<div class="e-content">{{ .Content }}</div>
<p>{{ range .Params.tags }}<a class="p-category" rel="tag" href="/tags/{{ . }}/">#{{ . }}</a> {{ end }}</p>
</article>{{ end }}
`

/** A page of a list of entries, and below it the latest. */
const list = (entries: string): string => `{{ define "head" }}${feedLinks('{{ .Title }}', '{{ .Permalink }}')}{{ end }}
{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ site.Params.description }}</p>
<p><a href="rss.xml">RSS</a> <a href="atom.xml">Atom</a> <a href="feed.json">JSON Feed</a></p>
<ol>{{ range first ${site.feedSize} ${entries} }}
<li class="h-entry"><time class="dt-published" datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02" }}</time>
<a class="u-url p-name" href="{{ .RelPermalink }}">{{ .Title }}</a> <span>{{ delimit .Params.authors ", " }}</span>
{{ range .Params.tags }}<a rel="tag" href="/tags/{{ . }}/">#{{ . }}</a> {{ end }}</li>{{ end }}
</ol>{{ end }}
`

/** What an item shows in each format: whom the paper is by, where it stands, the text, the tags. */
const content = `{{ $content := printf "<p>%s</p><p><a href=\\"%s\\">%s</a></p>%s" (delimit .Params.authors ", " | htmlEscape) (htmlEscape .Params.link) (htmlEscape .Params.link) .Content }}`
const entriesOfFeed = `{{ $entries := .Pages }}{{ if .IsHome }}{{ $entries = site.RegularPages }}{{ end }}{{ $entries = first ${site.feedSize} $entries }}`

const rss = `${entriesOfFeed}<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{{ .Title | htmlEscape }}</title>
<link>{{ .Permalink }}</link>
<description>{{ site.Params.description | htmlEscape }}</description>
<language>{{ site.LanguageCode }}</language>
<atom:link rel="self" type="application/rss+xml" href="{{ .Permalink }}rss.xml"/>
{{ range $entries }}${content}<item>
<title>{{ .Title | htmlEscape }}</title>
<link>{{ .Permalink }}</link>
<guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 GMT" }}</pubDate>
<description>{{ .Description | htmlEscape }}</description>
<content:encoded>{{ $content | htmlEscape }}</content:encoded>
{{ range .Params.tags }}<category>{{ . }}</category>
{{ end }}{{ range .Params.authors }}<dc:creator>{{ . | htmlEscape }}</dc:creator>
{{ end }}</item>
{{ end }}</channel>
</rss>
`

const atom = `${entriesOfFeed}<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ site.LanguageCode }}">
<id>{{ .Permalink }}</id>
<title>{{ .Title | htmlEscape }}</title>
<updated>{{ (index $entries 0).Date.Format "2006-01-02T15:04:05Z" }}</updated>
<link rel="alternate" type="text/html" href="{{ .Permalink }}"/>
<link rel="self" type="application/atom+xml" href="{{ .Permalink }}atom.xml"/>
{{ range $entries }}${content}<entry>
<id>{{ .Permalink }}</id>
<title>{{ .Title | htmlEscape }}</title>
<published>{{ .Date.Format "2006-01-02T15:04:05Z" }}</published>
<updated>{{ .Date.Format "2006-01-02T15:04:05Z" }}</updated>
<link rel="alternate" type="text/html" href="{{ .Permalink }}"/>
<link rel="related" href="{{ .Params.link | htmlEscape }}"/>
{{ range .Params.authors }}<author><name>{{ . | htmlEscape }}</name></author>
{{ end }}{{ range .Params.tags }}<category term="{{ . }}"/>
{{ end }}<summary>{{ .Description | htmlEscape }}</summary>
<content type="html">{{ $content | htmlEscape }}</content>
</entry>
{{ end }}</feed>
`

const json = `${entriesOfFeed}{"version":"https://jsonfeed.org/version/1.1","title":{{ .Title | jsonify }},"home_page_url":{{ .Permalink | jsonify }},"feed_url":{{ printf "%sfeed.json" .Permalink | jsonify }},"language":"{{ site.LanguageCode }}","items":[{{ range $index, $entry := $entries }}{{ if $index }},{{ end }}{{ with $entry }}${content}{"id":{{ .Permalink | jsonify }},"url":{{ .Permalink | jsonify }},"external_url":{{ .Params.link | jsonify }},"title":{{ .Title | jsonify }},"summary":{{ .Description | jsonify }},"content_html":{{ $content | jsonify }},"date_published":"{{ .Date.Format "2006-01-02T15:04:05Z" }}","authors":[{{ range $i, $author := .Params.authors }}{{ if $i }},{{ end }}{"name":{{ $author | jsonify }}}{{ end }}],"tags":{{ .Params.tags | jsonify }}}{{ end }}{{ end }}]}
`

/** Templates for what Paperwire makes too, in Hugo's language: no theme, nothing that isn't asked for. Addresses of tags are written by hand: `.GetTerms` takes twice the time. */
export const hugoTemplates: Files = new Map([
  ['layouts/_default/baseof.html', base],
  ['layouts/_default/single.html', entry],
  ['layouts/_default/term.html', list('.Pages')],
  ['layouts/index.html', list('site.RegularPages')],
  ['layouts/_default/list.rss.xml', rss],
  ['layouts/_default/list.atom.xml', atom],
  ['layouts/_default/list.jsonfeed.json', json],
])
