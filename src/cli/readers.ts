import { type Command, defineCommand } from './command.ts'
import { UserError } from './refusals.ts'

export const readers: Command = defineCommand({
  name: 'readers',
  description: 'says which readers poll which feeds, as the worker has counted',
  arguments: null,
  options: {
    days: {
      description: 'how many days back',
      placeholder: 'number',
      default: '7',
      read(text) {
        // What was counted is kept for three months.
        if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > 90)
          throw new UserError(`--days ${text}: no number of days (write one from 1 to 90)`)
        return Number(text)
      },
    },
    dataset: { description: 'the dataset that wrangler.toml names', placeholder: 'name', default: 'paperwire_readers', read: datasetName },
  },
  example: 'readers --days 30',

  async run({ days, dataset }, terminal) {
    const { readersSaid } = await import('./counted-readers.ts')
    const { CLOUDFLARE_ACCOUNT_ID: account, CLOUDFLARE_API_TOKEN: token } = process.env
    if ((account ?? '') === '' || (token ?? '') === '')
      throw new UserError(
        'CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN: not in the environment (make a token that may read “Account Analytics” at https://dash.cloudflare.com/profile/api-tokens)',
      )
    return readersSaid({ days, dataset, account: account as string, token: token as string }, terminal, {
      get: fetch,
      api: 'https://api.cloudflare.com/client/v4',
    })
  },
})

function datasetName(text: string): string {
  if (!/^[A-Za-z_][\w]{0,99}$/.test(text)) throw new UserError(`--dataset ${text}: no name of a dataset (write the one in wrangler.toml)`)
  return text
}
