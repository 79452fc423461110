import type { RecipeNote } from '../words/words.ts'

/** A way to put entries into another blog's own pages. Its code stands as it is written into that blog. */
export interface Recipe {
  readonly name: string
  /** The versions that it was tried with; null where its documentation alone says so. */
  readonly tried: string | null
  readonly steps: readonly RecipeStep[]
}

export interface RecipeStep {
  /** What to say above the code; null where the code says it. */
  readonly note: RecipeNote | null
  readonly code: string
}

/** The addresses that a recipe leads to: a channel's page, and the script of the site. */
export interface RecipeAddresses {
  readonly channelUrl: string
  readonly scriptUrl: string
}

/** Lines of code as one text. Written one by one, no `import` in them looks like one of this file's. */
function lines(...texts: readonly string[]): string {
  return texts.join('\n')
}

/** Recipes for the blogs that most people keep, with a channel's addresses filled in. */
export function recipesFor({ channelUrl, scriptUrl }: RecipeAddresses): readonly Recipe[] {
  return [
    {
      name: 'WordPress',
      tried: null,
      steps: [
        {
          note: 'wordpress',
          code: `<!-- wp:rss {"feedURL":"${channelUrl}rss.xml","itemsToShow":5,"displayAuthor":true,"displayDate":true} /-->`,
        },
        {
          note: 'wordpress-script',
          code: `add_action( 'wp_enqueue_scripts', function () {
	wp_enqueue_script_module( 'paperwire', '${scriptUrl}', array(), null );
} );`,
        },
      ],
    },
    { name: 'Ghost', tried: null, steps: [{ note: 'ghost', code: `<script type="module" src="${scriptUrl}"></script>` }] },
    {
      name: 'Astro',
      tried: 'Astro 5.18.2, @ascorbic/feed-loader 2.0.1',
      steps: [
        { note: 'astro', code: 'npm install @ascorbic/feed-loader' },
        {
          note: null,
          code: lines(
            '// src/content.config.ts',
            "import { feedLoader } from '@ascorbic/feed-loader'",
            "import { defineCollection } from 'astro:content'",
            'export const collections = {',
            `  papers: defineCollection({ loader: feedLoader({ url: '${channelUrl}atom.xml' }) }),`,
            '}',
          ),
        },
        {
          note: null,
          code: lines(
            '---',
            "import { getCollection } from 'astro:content'",
            "const papers = (await getCollection('papers')).sort((a, b) => +b.data.published - +a.data.published)",
            '---',
            '<ul>{papers.map(({ data }) => (',
            "  <li><a href={data.url}>{data.title}</a> {data.authors.map(({ name }) => name).join(', ')}",
            '    <div set:html={data.content} /></li>',
            '))}</ul>',
          ),
        },
      ],
    },
    {
      name: 'Eleventy',
      tried: 'Eleventy 3.1.8, @11ty/eleventy-fetch 5.1.3',
      steps: [
        { note: null, code: 'npm install @11ty/eleventy-fetch' },
        { note: 'eleventy', code: '"type": "module"' },
        {
          note: null,
          code: lines(
            '// _data/papers.js',
            "import fetchOnce from '@11ty/eleventy-fetch'",
            `export default async () => (await fetchOnce('${channelUrl}feed.json', { duration: '30m', type: 'json' })).items`,
          ),
        },
        {
          note: null,
          code: `<ul>{% for paper in papers %}
  <li><a href="{{ paper.url }}">{{ paper.title }}</a> {{ paper.authors | join(', ', 'name') }}
    <time>{{ paper.date_published.slice(0, 10) }}</time>
    {{ paper.content_html | safe }}</li>
{% endfor %}</ul>`,
        },
      ],
    },
    {
      name: 'Hugo',
      tried: 'Hugo 0.111.3',
      steps: [
        {
          note: 'hugo',
          code: `{{ with resources.GetRemote "${channelUrl}feed.json" }}
<ul>
  {{ range first 5 (transform.Unmarshal .).items }}
  <li><a href="{{ .url }}">{{ .title }}</a>
    {{ range $i, $author := .authors }}{{ if $i }}, {{ end }}{{ $author.name }}{{ end }}
    <time>{{ dateFormat "2006-01-02" .date_published }}</time>
    {{ .content_html | safeHTML }}</li>
  {{ end }}
</ul>
{{ end }}`,
        },
      ],
    },
  ]
}
