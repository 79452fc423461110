import { Ajv } from 'ajv'
import schema from 'jsonfeed-schema/v1.1.js'
import type { Judge } from './document.ts'
import { npmVersion } from './npm.ts'

/** The schema of JSON Feed 1.1. */
export const jsonSchema: Judge = {
  name: 'jsonfeed-schema',
  formats: ['json'],
  install: 'npm ci',
  version: npmVersion('jsonfeed-schema'),
  judge: async (documents) => {
    // The schema names formats of strings that Ajv alone doesn't know.
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema)
    return documents.flatMap(({ path, text }) => {
      try {
        if (validate(JSON.parse(text))) return []
        return (validate.errors ?? []).map(({ instancePath, message }) => ({ path, what: `${instancePath || '/'} ${message}` }))
      } catch (error) {
        return [{ path, what: (error as Error).message }]
      }
    })
  },
}
