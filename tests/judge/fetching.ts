/** A mistake of whoever called the command, said in one line. */
export class UserError extends Error {}

/** Pages and feeds may name the origin that they are deployed on: the same path on the site that runs. */
export function onBase(href: string, base: URL): URL {
  const { pathname, search } = new URL(href, base)
  return new URL(pathname + search, base)
}

/** Fetches without following redirects: what a site links to is where it is. */
export async function get(url: URL): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) })
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string }; message: string }
    throw new UserError(`${url.href}: nothing answers there (${cause?.code ?? message}; start the site with npm start)`)
  }
}
