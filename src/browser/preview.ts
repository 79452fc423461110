// Runs on the pages of a preview alone: shows what is wrong with the notes over the page, and loads the page again, at the
// place where it was, once a build has made another site.

/** What a preview tells its pages, as `PageNews` in `src/cli/preview/pages.ts` has it. */
interface News {
  readonly build: number
  readonly overlay: string
}

const script = document.querySelector('script[data-build]')
const build = Number(script?.getAttribute('data-build'))

const host = document.createElement('div')
const root = host.attachShadow({ mode: 'open' })
const style = document.createElement('link')
style.rel = 'stylesheet'
style.href = '/.preview/overlay.css'
const overlay = document.createElement('div')
root.append(style, overlay)
// Behind the page, whose end it must not cover.
document.documentElement.append(host)

/** Where the page was when it was loaded again; a browser alone keeps it only if the page is as long as before. */
const placeKey = `place ${location.pathname}${location.search}`
const place = sessionStorage.getItem(placeKey)
sessionStorage.removeItem(placeKey)
if (place !== null) scrollTo({ top: Number(place), behavior: 'instant' })

// A browser connects again by itself when the preview has been away.
new EventSource('/.preview/news').addEventListener('message', ({ data }: MessageEvent<string>) => {
  const news = JSON.parse(data) as News
  if (news.build !== build) {
    sessionStorage.setItem(placeKey, String(scrollY))
    location.reload()
  } else if (overlay.innerHTML !== news.overlay) overlay.innerHTML = news.overlay
})

export {}
