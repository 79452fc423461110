declare module 'cloudflare:workers' {
  export const env: import('../../src/worker/app.ts').Env
  export const exports: { readonly default: { fetch(url: string, init?: RequestInit): Promise<Response> } }
}
