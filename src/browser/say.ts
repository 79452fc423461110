/** How long a sentence stays on the screen. */
const shownMilliseconds = 4_000

const region = document.createElement('p')
region.className = 'said'
// A polite live region, which has to stand in the page before it says something (WAI-ARIA 1.2 §6.7).
region.role = 'status'
document.body.append(region)

let timer: ReturnType<typeof setTimeout> | undefined

/** Says a sentence over the page, to eyes and to screen readers. */
export function say(sentence: string, language: string): void {
  clearTimeout(timer)
  region.lang = language
  region.textContent = sentence
  timer = setTimeout(() => {
    region.textContent = ''
  }, shownMilliseconds)
}
