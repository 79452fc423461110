/** The manifest of the site that the worker is bundled with; `wrangler.toml` says which file it is. */
declare module 'paperwire-manifest' {
  const manifest: import('../site/manifest.ts').Manifest
  export default manifest
}
