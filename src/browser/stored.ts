// What a reader chose, kept by the browser for this site. Where it keeps nothing, every choice lasts as long as the page.

/** What was chosen under a name; null where nothing was, or nothing is kept. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps a choice; null forgets it. */
export function store(name: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(name)
    else localStorage.setItem(name, choice)
  } catch {
    // Refused, or full.
  }
}
