import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeployedSite, deployedSite } from './deployed-site.ts'
import { type Hub, startHub, startSubscriber } from './websub-hub.ts'

const note = (title: string, tags: string, text = `${title}에 대한 글이다.`): string => `## ${title}\n${text}\n${tags}\n`
const days = { 'a.md': `# 2024-06-10\n${note('First', '#llm')}${note('Second', '#rl')}` }

describe('a deployment', () => {
  let site: DeployedSite
  beforeEach(async () => {
    site = await deployedSite(days)
  })
  afterEach(() => site.stop())

  test('says what it changes, uploads, and waits until that is live', async () => {
    const first = await site.deploy()
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toMatch(/nobody answers at \S+: nothing is known of a deployment before, so all is new\./)
    expect(first.stdout).toMatch(/^Entries: 2 added, 0 changed, 0 removed, 0 held\.$/m)
    expect(first.stdout).toMatch(/^Live\.$/m)
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm #new')}`)
    const second = await site.deploy()
    expect(second).toMatchObject({ status: 0, stderr: '' })
    expect(second.stdout).toContain(`Against what ${site.origin} serves now:`)
    expect(second.stdout).toMatch(/^Entries: 1 added, 0 changed, 0 removed, 0 held\.$/m)
    expect(second.stdout).toMatch(/^ {2}\+ 2024-06-11 Third {2}tag:127\.0\.0\.1/m)
    expect(second.stdout).toMatch(/^Feeds that change: 노트, #llm · 노트, #new · 노트\.$/m)
    expect(second.stdout).toMatch(/^Upload: \d+ of \d+ packs, \d+ kB, and whatever pictures are new\.$/m)
    expect(second.stdout).toMatch(/^Live (?:one second|\d+ seconds) after the recording\.$/m)
    expect(await (await fetch(`${site.origin}/atom.xml`)).text()).toContain('Third')
  })

  test('that changes an entry and removes another says so', async () => {
    await site.deploy()
    site.write('a.md', `# 2024-06-10\n${note('First', '#llm', '다른 글.')}`)
    const { stdout } = await site.deploy({ accept: new Set(['tags']) })
    expect(stdout).toMatch(/^Entries: 0 added, 1 changed, 1 removed, 0 held\.$/m)
    expect(stdout).toMatch(/^ {2}~ 2024-06-10 First/m)
    expect(stdout).toMatch(/^ {2}- tag:\S+:second$/m)
    expect(stdout).toMatch(/^Feeds that are no more: \/tags\/rl\/\.$/m)
  })

  test('that changes nothing is done if it is asked for, and not with --if-changed', async () => {
    await site.deploy()
    expect((await site.deploy()).stdout).toMatch(/Entries: 0 added, 0 changed, 0 removed, 0 held\.\nFeeds: none changes\.\nUpload: 0 of/)
    const uploads = site.uploads
    const { status, stdout } = await site.deploy({ ifChanged: true })
    expect([status, stdout.split('\n').at(-2), site.uploads]).toEqual([0, 'Nothing has changed: nothing deployed.', uploads])
  })

  test('with --if-changed deploys what was recorded elsewhere and is not live', async () => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const { calledIn } = await import('../called.ts')
    expect(await calledIn(site.folder, ['record'])).toMatchObject({ status: 0 })
    expect((await site.deploy({ ifChanged: true })).stdout).toMatch(/^Entries: 1 added/m)
    expect(await (await fetch(`${site.origin}/atom.xml`)).text()).toContain('Third')
  })

  test('that is dry asks nobody, says the same against the last deployment from here, and records nothing', async () => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const ledger = site.read('ledger.json')
    const dry = await site.deploy({ dryRun: true, hasAccount: false })
    expect(dry.status).toBe(0)
    expect(dry.stdout).toContain('A dry run asks nobody: against the last deployment from here.')
    expect(dry.stdout).toMatch(/^Entries: 1 added, 0 changed, 0 removed, 0 held\.$/m)
    expect(site.read('ledger.json')).toBe(ledger)
    expect(await (await fetch(`${site.origin}/atom.xml`)).text()).not.toContain('Third')
  })

  test('says how to set up an account where there is none, before anything is recorded', async () => {
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const ledger = site.read('ledger.json')
    const { status, stdout, stderr } = await site.deploy({ hasAccount: false })
    expect([status, stdout, site.uploads]).toEqual([1, '', 0])
    expect(stderr).toMatch(/npx wrangler login.*CLOUDFLARE_API_TOKEN.*npm run record.*--dry-run/s)
    expect(site.read('ledger.json')).toBe(ledger)
    expect(existsSync(join(site.folder, 'dist'))).toBe(false)
  })

  test('whose upload fails loses nothing, and can be repeated at once', async () => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    site.exitCodes.push(7)
    const failed = await site.deploy()
    expect(failed.status).toBe(7)
    expect(failed.stderr).toMatch(/^The upload failed: .*npm run deploy again/)
    const published = site.read('ledger.json')
    const again = await site.deploy()
    expect(again.stdout).toMatch(/^Entries: 1 added/m)
    expect(again).toMatchObject({ status: 0, stderr: '' })
    expect(site.read('ledger.json')).toBe(published)
  })

  test('that isn’t live in time says what to do', async () => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    site.isLate = true
    const { status, stderr } = await site.deploy()
    expect(status).toBe(1)
    expect(stderr).toMatch(/still serves another deployment \(wait longer with --wait SECONDS; .*site\.md.*\)/)
  })

  test('compares itself with the last deployment from here where the site doesn’t answer', async () => {
    await site.deploy()
    await site.stop()
    site.isLate = true
    const { stdout } = await site.deploy()
    expect(stdout).toMatch(/nobody answers at \S+: against the last deployment from here\./)
    expect(stdout).toMatch(/^Entries: 0 added/m)
  })

  test.each<[string, (url: string) => Response | Error | null]>([
    ['answers 503', () => new Response('', { status: 503 })],
    ['isn’t reached', () => new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT' } })],
  ])('stops where the site %s: nobody can tell what would be lost', async (_, instead) => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const [ledger, uploads] = [site.read('ledger.json'), site.uploads]
    site.instead = instead
    const stopped = await site.deploy()
    expect([stopped.status, site.uploads - uploads, site.read('ledger.json')]).toEqual([1, 0, ledger])
    expect(stopped.stderr).toMatch(/what is live can’t be told, .* \(try again; or, .*--accept removals\)/)
    let asked = 0
    // One that fails for a moment is asked again.
    site.instead = (url) => {
      asked += 1
      return asked <= 2 ? instead(url) : null
    }
    expect(await site.deploy()).toMatchObject({ status: 0, stderr: '' })
  })

  test.each([
    ['a page', '<!DOCTYPE html>'],
    ['another program’s', '{"channels":1,"versions":1}'],
    ['nothing', 'null'],
  ])('takes %s at the deployment’s address for none', async (_, body) => {
    await site.deploy()
    rmSync(join(site.folder, 'dist', 'deployed.json'))
    let isAsked = false
    site.instead = (url) => {
      const isFirst = url.endsWith('/deployment.json') && !isAsked
      isAsked ||= isFirst
      return isFirst ? new Response(body) : null
    }
    const { status, stdout } = await site.deploy()
    expect([status, stdout]).toEqual([0, expect.stringContaining('is no deployment’s: nothing is known of a deployment before')])
  })

  test.each(['{}', '[]', '{"manifest":{},"entries":[1]}', 'x'])('takes %s that is kept of the last one for nothing', async (kept) => {
    await site.deploy()
    writeFileSync(join(site.folder, 'dist', 'deployed.json'), kept)
    expect((await site.deploy({ dryRun: true })).stdout).toContain('A dry run asks nobody: nothing is known of a deployment before')
  })

  test('whose feeds fail while it waits says so', async () => {
    await site.deploy()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    site.instead = (url) => (url.endsWith('.xml') ? new TypeError('fetch failed') : null)
    const { status, stderr } = await site.deploy()
    expect([status, stderr]).toEqual([1, expect.stringMatching(/\.xml isn’t the one that was built \(wait longer/)])
  })

  test('of entries that wait for their day counts them', async () => {
    site.write('b.md', `# ${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}\n${note('Later', '#llm')}`)
    expect((await site.deploy()).stdout).toMatch(/^Entries: 2 added, 0 changed, 0 removed, 1 held\.$/m)
  })
})

describe('a deployment that would lose something', () => {
  let site: DeployedSite
  beforeEach(async () => {
    site = await deployedSite(days)
    await site.deploy()
  })
  afterEach(() => site.stop())

  /** Somebody else has deployed an entry that this folder knows nothing of. */
  async function deployElsewhere(): Promise<void> {
    const ledger = site.read('ledger.json')
    site.write('z.md', `# 2024-06-12\n${note('Theirs', '#llm')}`)
    await site.deploy()
    rmSync(join(site.folder, 'content', 'z.md'))
    site.write('ledger.json', ledger)
  }

  test.each([
    ['refuses where nobody is there to ask', undefined, 1],
    ['refuses where the answer is no', false, 1],
    ['goes on where the answer is yes', true, 0],
  ])('%s', async (_, answer, status) => {
    await deployElsewhere()
    const uploads = site.uploads
    const done = await site.deploy(answer === undefined ? {} : { answer })
    expect([done.status, site.uploads - uploads]).toEqual([status, status === 0 ? 1 : 0])
    if (status === 1)
      expect(done.stderr).toMatch(/An entry is live that the ledger here doesn’t know, such as tag:\S+:theirs: .*--accept removals/)
  })

  test.each([
    [true, 0],
    [false, 1],
  ])('asks for what an author may settle: %s', async (answer, status) => {
    site.write('a.md', `# 2024-06-10\n${note('First', '#llm')}${note('Second', '#other')}`)
    expect((await site.deploy()).status).toBe(1)
    const asked = await site.deploy({ answer })
    expect(asked.stdout).toMatch(/Is that right\?/)
    expect(asked.status).toBe(status)
  })
})

describe('a hub', () => {
  let [site, hub]: [DeployedSite, Hub] = [null as unknown as DeployedSite, null as unknown as Hub]
  beforeEach(async () => {
    hub = await startHub()
    site = await deployedSite(days, `hub: ${hub.url}\n`)
    await site.deploy()
    hub.pings.length = 0
  })
  afterEach(async () => {
    await hub.settled()
    await Promise.all([site.stop(), hub.stop()])
  })
  const topicsOf = (...folders: readonly string[]): readonly string[] =>
    folders.flatMap((folder) => ['atom.xml', 'rss.xml', 'feed.json'].map((file) => `${site.origin}${folder}${file}`)).toSorted()
  const pinged = (): readonly string[] => hub.pings.flat().toSorted()

  test('is told of exactly the channels whose bytes have changed: one note with two tags is the site’s and these two tags’', async () => {
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm #new')}`)
    const { stdout } = await site.deploy()
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/', '/tags/new/'))
    expect(hub.pings).toHaveLength(1)
    expect(stdout).toContain(`${hub.url} was told of 9 feeds.`)
  })

  test('is told nothing of a first deployment: nobody can have subscribed', async () => {
    const first = await deployedSite(days, `hub: ${hub.url}\n`)
    expect(await first.deploy()).toMatchObject({ status: 0 })
    await first.stop()
    expect(hub.pings).toEqual([])
  })

  test('is told of nothing where nothing has changed', async () => {
    await site.deploy()
    expect(hub.pings).toEqual([])
  })

  test.each([
    ['an edit of one entry', `# 2024-06-10\n${note('First', '#llm', '고친 글.')}${note('Second', '#rl')}`],
    ['a tag more', `# 2024-06-10\n${note('First', '#llm')}${note('Second', '#rl #x')}`],
    ['a change of order', `# 2024-06-10\n${note('Second', '#rl')}${note('First', '#llm')}`],
    ['an entry more, without a tag', `# 2024-06-10\n${note('First', '#llm')}${note('Second', '#rl')}## Third\n셋째 글.\n`],
    ['nothing but a comment', `# 2024-06-10\n<!-- later -->\n${note('First', '#llm')}${note('Second', '#rl')}`],
  ])('is told after %s of the channels whose bytes are others, and of no more', async (_, text) => {
    // A channel's three feeds are told of together: they have one entity tag.
    const folders = ['/', '/tags/llm/', '/tags/rl/', '/tags/x/']
    const bytes = (): Promise<readonly string[]> =>
      Promise.all(
        folders.map(async (folder) => (await Promise.all(topicsOf(folder).map(async (feed) => (await fetch(feed)).text()))).join('')),
      )
    const before = await bytes()
    site.write('a.md', text)
    expect(await site.deploy()).toMatchObject({ status: 0, stderr: '' })
    const after = await bytes()
    expect(pinged()).toEqual(topicsOf(...folders.filter((_folder, index) => before[index] !== after[index])))
  })

  test('is told of no feed that is no more', async () => {
    site.write('a.md', `# 2024-06-10\n${note('First', '#llm')}`)
    await site.deploy({ accept: new Set(['tags']) })
    expect(pinged()).toEqual(topicsOf('/'))
  })

  test('sends a subscriber what is live (WebSub §4, §5, §7)', async () => {
    const subscriber = await startSubscriber()
    const topic = `${site.origin}/tags/llm/atom.xml`
    await subscriber.subscribe(topic, hub.url)
    await hub.settled()
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    await site.deploy()
    await hub.settled()
    await subscriber.stop()
    expect(subscriber.received).toEqual([
      {
        type: 'application/atom+xml; charset=utf-8',
        link: `<${hub.url}>; rel="hub", <${topic}>; rel="self"`,
        body: await (await fetch(topic)).text(),
      },
    ])
    expect(subscriber.received[0]?.body).toContain('Third')
  })

  test('that fails for a while is told again', async () => {
    hub.statuses.push(503, 500)
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    expect(await site.deploy()).toMatchObject({ status: 0, stderr: '' })
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/'))
  })

  test('that takes one topic for each request is told of each', async () => {
    hub.takesOneOnly = true
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    expect(await site.deploy()).toMatchObject({ status: 0, stderr: '' })
    expect([hub.pings.length, pinged()]).toEqual([6, topicsOf('/', '/tags/llm/')])
  })

  test('that fails is said, fails nothing, and is told at the next deployment', async () => {
    hub.statuses.push(503, 503, 503)
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const failed = await site.deploy()
    expect(failed.status).toBe(0)
    expect(failed.stderr).toContain(`${hub.url} answers 503: 6 feeds (the deployment stands;`)
    await site.deploy()
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/'))
    hub.pings.length = 0
    await site.deploy()
    expect(hub.pings).toEqual([])
  })

  test('that has moved is said, and not taken for told', async () => {
    const moved = createServer((_, response) => response.writeHead(301, { Location: hub.url }).end())
    await new Promise<void>((resolve) => moved.listen(0, '127.0.0.1', resolve))
    const old = `http://127.0.0.1:${(moved.address() as AddressInfo).port}/`
    site.write('site.md', site.read('site.md').replace(hub.url, old))
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    const { status, stdout, stderr } = await site.deploy()
    moved.close()
    expect([status, stdout.includes('was told of'), hub.pings]).toEqual([0, false, []])
    expect(stderr).toContain(`has moved to ${hub.url}, which site.md should name`)
  })

  test('that failed is told by the next run, though nothing has changed since', async () => {
    hub.statuses.push(503, 503, 503)
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    await site.deploy()
    const { stdout } = await site.deploy({ ifChanged: true })
    expect(stdout).toContain('Nothing has changed: nothing deployed.')
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/'))
  })

  test('is told of all feeds where what was live before can’t be told apart', async () => {
    rmSync(join(site.folder, 'dist', 'deployed.json'))
    let isAsked = false
    site.instead = (url) => {
      const isFirst = url.endsWith('/deployment.json') && !isAsked
      isAsked ||= isFirst
      return isFirst ? new Response('', { status: 404 }) : null
    }
    await site.deploy()
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/', '/tags/rl/'))
  })

  test('is told nothing of what isn’t live yet, and of it once it is', async () => {
    site.write('b.md', `# 2024-06-11\n${note('Third', '#llm')}`)
    site.isLate = true
    await site.deploy()
    expect(hub.pings).toEqual([])
    site.isLate = false
    await site.deploy()
    expect(pinged()).toEqual(topicsOf('/', '/tags/llm/'))
  })
})
