/** The site's mark: a sheet of paper whose lines go out as waves. Drawn for this project. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#0f5c63"/><path d="M18 12h19l11 11v29a3 3 0 0 1-3 3H18a3 3 0 0 1-3-3V15a3 3 0 0 1 3-3z" fill="#fdfcf8"/><path d="M37 12v8a3 3 0 0 0 3 3h8z" fill="#b9d6d4"/><g fill="none" stroke="#0f5c63" stroke-width="3.4" stroke-linecap="round"><path d="M23 47a1 1 0 0 1 .01 0"/><path d="M23 38.5a8.5 8.5 0 0 1 8.5 8.5"/><path d="M23 30a17 17 0 0 1 17 17"/></g></svg>
`
