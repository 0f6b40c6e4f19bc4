// Starts the server: port, database, first tasks, accounts, pages, clock. Says in plain words what it does. Stops without losing a request.
import { participationDaily } from '#doors/clock/participation-jobs.ts'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { HomeRegion } from '#kernel/home.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { forgetOld, lazyLibrary, makeSessions } from '#areas/people/accounts/commands/sessions.ts'
import { makeFirstLink } from '#areas/people/accounts/commands/sign-in.ts'
import { makeFetchJob, makeNewsJob } from '#areas/evidence/datasets/commands/clock-jobs.ts'
import { getFetcher } from '#areas/evidence/datasets/commands/fetching.ts'
import { openPost, type Sender } from '#sources/post.ts'
import { sayStep } from '#store/say-step.ts'
import { shareBuckets } from '#store/buckets.ts'
import { openStore, type Store } from '#store/store.ts'
import { startClock, type Clock, type DailyJob } from '../clock/clock.ts'
import { openMailDoor } from '../mail/inbox.ts'
import type { Settings } from '#store/settings.ts'
import { folderProblem } from '#store/start-problem.ts'
import type { Chrome } from '#ui/chrome.ts'
import { formBucket, makeApp } from './app.ts'
import { loadAssets, type Assets } from './assets.ts'
import type { Site } from './door.ts'
import { openFace, type Face } from './face.ts'
import { startTasks } from './first-start.ts'
import { makeFrame, type Frame } from './frame.ts'
import { makeGauges } from './gauges.ts'
import { readHomeRegion } from './home-region.ts'
import { listen, type Listening } from './listen.ts'
import { makeLog, withoutPrivate, type Log } from './log.ts'
import { footer, navigation } from './navigation.ts'
import { allPages } from './pages.ts'
import { analysisJobs } from './analysis-jobs.ts'
import { participationJobs } from './participation-jobs.ts'
import { getMailboxKey, getSecret } from './secret.ts'
import type { StaffDesk } from './staff-pages.ts'
import { startingApp } from './starting.ts'

export type Running = { readonly port: number; readonly address: string; readonly store: Store; readonly app: Hono; readonly stop: () => Promise<void> }
export type StartParts = {
  readonly settings: Settings
  readonly language: Language
  readonly print: (line: string) => void
  readonly log: (text: string) => void
}

export const startServer = async ({ settings, language, print, log: writeLog }: StartParts): Promise<Running> => {
  const say = (text: Bilingual): void => print(text[language])
  const log = makeLog(writeLog)
  const { home } = readHomeRegion(settings)
  const assets = await loadAssets(join(settings.checkout, 'build'))
  const email = settings.contactEmail ?? home.contact.email
  const listening = await listen(settings.port, startingApp({ frame: frameOf({ home, assets, emblem: null }), email }))
  const origin = settings.publicAddress ?? `http://localhost:${listening.port}`
  let opened: Store | undefined
  try {
    const store = opened = await openStore(settings, { onStep: (step, detail) => { const text = sayStep(step, detail); if (text !== null) say(text) }, onNotice: (text) => log.note({ notice: text.en }) })
    for (const notice of store.notices) say(notice)
    await store.inTurn(async () => {
      for (const task of startTasks) {
        const done = await task(store, settings)
        if (done !== null) say(done)
      }
    })
    const secret = await getSecret(settings)
    const library = lazyLibrary({ store, secret, origin })
    const face = await openFace({ store, home, frameOf: (shown) => frameOf({ ...shown, assets }) })
    const post = openPost({ smtpUrl: settings.smtpUrl, from: senderOf(settings, face), folder: join(settings.dataFolder, 'letters') })
    const desk: StaffDesk = { store, library, secret, origin, post, key: () => getMailboxKey(settings) }
    const site: Site = { url: settings.publicAddress, proxies: settings.proxies, get email() { return face.email() } }
    const shared = shareBuckets(store, { secret, ...formBucket })
    const app = makeApp({ store, pages: allPages({ desk, home, email, address: settings.publicAddress, fetchFrom: settings.fetchFrom }), frame: face.frame, refresh: face.refresh, secret, assets, log, site, sessions: makeSessions({ store, library }),
      together: shared.take, gauges: makeGauges(store), metricsFor: settings.metrics, isDraining: listening.isDraining })
    listening.serve(app)
    const fetcher = getFetcher(settings)
    const jobs = participationJobs({ origin })
    const clock = await startClock({ store, post, asked: [{ name: 'evidence.fetch', run: makeFetchJob(fetcher) }, ...analysisJobs, ...jobs.asked], daily: [...daily, ...jobs.daily, ...participationDaily(origin), { name: 'evidence.news', at: { hour: 4, minute: 40 }, run: makeNewsJob(fetcher) }, { name: 'store.buckets', at: { hour: 4, minute: 20 }, run: (_, now) => shared.forget(now) }], tell: (text) => log.fault({ failure: 'clock', message: withoutPrivate(text) }) })
    const mail = openMailDoor({ store, settings, origin, key: () => getMailboxKey(settings), tell: (text) => log.fault({ failure: 'mail', message: withoutPrivate(text) }) })
    await sayReady({ store, print, language, origin })
    return { port: listening.port, address: origin, store, app, stop: once(() => stopAll({ listening, clock, mail, store, log, drainMs: settings.drainSeconds * 1000 })) }
  } catch (error) {
    await listening.stop(0)
    await opened?.close()
    throw folderProblem(error, settings.dataFolder)
  }
}

const frameOf = ({ home, assets, emblem }: { home: HomeRegion; assets: Assets; emblem: Chrome['emblem'] }): Frame => {
  const tiles = home.tiles.districts
  const own = tiles.find((tile) => tile.code === home.nsi || tile.code === home.code) ?? tiles[0]
  return makeFrame({
    product: { bg: 'Посока', en: 'Posoka' },
    region: home.names.title,
    mark: { tiles: tiles.map(({ column, row }) => [column, row] as const), pointing: [own?.column ?? 0, own?.row ?? 0] },
    contact: { email: home.contact.email, body: home.body.name },
    emblem,
    source: null,
    funding: home.funding === null ? null : { statement: home.funding.statement, says: { bg: `${home.funding.sentence.bg} ${home.funding.disclaimer.bg}`, en: `${home.funding.sentence.en} ${home.funding.disclaimer.en}` } },
    assets,
    // a region without a described project keeps the honest page and leaves it out of the way
    navigation: navigation.filter(({ path }) => path !== '/project' || home.project !== null),
    footer,
    phase: null,
  })
}

/** Jobs of every day, in the region's own hours. A topic that has one adds it here. */
const daily: readonly DailyJob[] = [{ name: 'people.forget', at: { hour: 4, minute: 10 }, run: forgetOld }]
/** The address stays the operator's: mail servers let through what they know. The name is the body's, answers go to its contact. */
const senderOf = ({ contactEmail, publicAddress }: Settings, face: Face) => ({ language }: { readonly language: Language }): Sender =>
  ({ name: face.sender(language), address: contactEmail ?? `posoka@${publicAddress === null ? 'localhost' : new URL(publicAddress).hostname}`, answersTo: face.email() })

const sayReady = async ({ store, print, language, origin }: { store: Store; print: (line: string) => void; language: Language; origin: string }): Promise<void> => {
  const first = await makeFirstLink(store, new Date())
  print({ bg: `Готово: ${origin}`, en: `Ready: ${origin}` }[language])
  if (first !== undefined) print({
    bg: `Още няма администратор. Тази връзка прави първия, веднъж, до 24 часа:\n  ${origin}/bg/sign-in/first/${first}`,
    en: `There is no administrator yet. This link makes the first one, once, within 24 hours:\n  ${origin}/en/sign-in/first/${first}`,
  }[language])
}

const stopAll = async ({ listening, clock, mail, store, log, drainMs }: { listening: Listening; clock: Clock; mail: { readonly stop: () => Promise<void> }; store: Store; log: Log; drainMs: number }): Promise<void> => {
  if (drainMs > 0) await listening.drain(drainMs)
  await listening.stop(8_000)
  await mail.stop()
  await clock.stop()
  await store.close()
  log.flush()
}
const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
