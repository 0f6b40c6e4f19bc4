// The settings of the environment: all optional, refused with a sentence when wrong. Nothing else reads process.env.
import { isIP } from 'node:net'
import { isAbsolute, join, resolve } from 'node:path'
import { findCheckout } from './checkout.ts'
import { StartProblem } from './start-problem.ts'

export type Settings = {
  /** the folder the product itself lies in */
  readonly checkout: string
  readonly port: number
  /** the address people type, without a trailing slash; null: whatever the request says */
  readonly publicAddress: string | null
  readonly dataFolder: string
  /** null: the embedded PostgreSQL */
  readonly databaseUrl: string | null
  readonly replicaUrl: string | null
  /** a region pack by its code, its name or its path; null: the one that says it is served when none is named */
  readonly region: string | null
  /** null: letters are kept as readable files */
  readonly smtpUrl: string | null
  /** addresses of proxies in front whose X-Forwarded-For is believed; none by default */
  readonly proxies: readonly string[]
  /** where people write to; null until the body in charge enters it */
  readonly contactEmail: string | null
  /** "host:port" inside the operator's own network that files may be fetched from, such as a mirror; none by default */
  readonly fetchFrom: readonly string[]
  /** signs cookies and forms; null: a file made at the first start holds it */
  readonly secret: string | null
  /** who may read /metrics: programs of this machine, everybody, nobody */
  readonly metrics: 'local' | 'open' | 'off'
  /** how long a server that is told to stop goes on serving, so that a balancer notices first */
  readonly drainSeconds: number
  readonly mailIn: MailIn
}
/** How letters come in, beside the mailbox that the administrator enters in the portal. */
export type MailIn = {
  /** null: no port for mail is opened */
  readonly port: number | null
  readonly host: string
  /** the address of the port for mail; null: that of the mailbox */
  readonly address: string | null
  /** the server whose Authentication-Results are believed; null: nobody's */
  readonly authHost: string | null
  /** whether the server in front delivers our address with a sign after a plus */
  readonly plus: 'yes' | 'no'
}

type Environment = Readonly<Record<string, string | undefined>>

const refuse = (name: string, wanted: { bg: string; en: string }): never => {
  throw new StartProblem({
    code: 'setting',
    what: { bg: `Настройката ${name} не е вярна: ${wanted.bg}.`, en: `The setting ${name} is wrong: ${wanted.en}.` },
    todo: { bg: `Поправете ${name} или я махнете: тя не е задължителна.`, en: `Correct ${name}, or remove it: it is optional.` },
  })
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const portOf = (text: string | undefined): number => {
  if (text === undefined) return 3000
  const port = Number(text)
  return /^\d+$/.test(text) && port <= 65_535
    ? port
    : refuse('PORT', { bg: 'нужно е цяло число от 0 до 65535', en: 'a whole number from 0 to 65535 is needed' })
}

const publicAddressOf = (text: string | undefined): string | null => {
  if (text === undefined) return null
  const url = parseUrl(text)
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return plain
    ? url.origin
    : refuse('POSOKA_URL', { bg: 'нужен е адрес като https://posoka.example.bg, без път след него', en: 'an address like https://posoka.example.bg is needed, with no path behind it' })
}

// The value is never repeated in the sentence: it holds a password.
const databaseUrlOf = (name: string, text: string | undefined): string | null => {
  if (text === undefined) return null
  const url = parseUrl(text)
  return url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
    ? text
    : refuse(name, { bg: 'нужен е адрес като postgres://име:парола@сървър:5432/база', en: 'an address like postgres://user:password@server:5432/database is needed' })
}

const smtpUrlOf = (text: string | undefined): string | null => {
  if (text === undefined) return null
  const url = parseUrl(text)
  return url && /^smtps?:$/.test(url.protocol) && url.hostname
    ? text
    : refuse('SMTP_URL', { bg: 'нужен е адрес като smtp://име:парола@сървър:587', en: 'an address like smtp://user:password@server:587 is needed' })
}

const regionOf = (text: string | undefined): string | null => {
  if (text === undefined) return null
  return isAbsolute(text) || /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text)
    ? text
    : refuse('POSOKA_REGION', { bg: 'нужен е код на регион като BG341, име на пакет или пълен път до папка', en: 'the code of a region like BG341 is needed, the name of a pack, or the full path of a folder' })
}

const proxiesOf = (text: string | undefined): readonly string[] => {
  const proxies = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  return proxies.every((proxy) => isIP(proxy) !== 0)
    ? proxies
    : refuse('POSOKA_PROXY', { bg: 'нужни са IP адреси, разделени със запетая, например 127.0.0.1', en: 'IP addresses are needed, divided by commas, for example 127.0.0.1' })
}

const fetchFromOf = (text: string | undefined): readonly string[] => {
  const hosts = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  return hosts.every((host) => /^[A-Za-z0-9.-]+:\d{1,5}$/.test(host))
    ? hosts
    : refuse('POSOKA_FETCH_FROM', { bg: 'нужни са адреси като mirror.example.bg:443, разделени със запетая', en: 'addresses like mirror.example.bg:443 are needed, divided by commas' })
}

const contactEmailOf = (text: string | undefined): string | null => {
  if (text === undefined) return null
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text)
    ? text
    : refuse('POSOKA_CONTACT_EMAIL', { bg: 'нужен е имейл адрес', en: 'an e-mail address is needed' })
}

// Not repeated in the sentence either.
const secretOf = (text: string | undefined): string | null =>
  text === undefined || text.length >= 32
    ? (text ?? null)
    : refuse('POSOKA_SECRET', { bg: 'нужни са поне 32 случайни знака', en: 'at least 32 random characters are needed' })

const metricsOf = (text: string | undefined): Settings['metrics'] =>
  text === undefined || text === 'local' ? 'local' : text === 'open' || text === 'off' ? text
    : refuse('POSOKA_METRICS', { bg: 'нужно е local, open или off', en: 'local, open or off is needed' })

const drainSecondsOf = (text: string | undefined): number =>
  /^\d{1,3}$/.test(text ?? '0') && Number(text ?? 0) <= 300
    ? Number(text ?? 0)
    : refuse('POSOKA_DRAIN_SECONDS', { bg: 'нужно е цяло число от 0 до 300', en: 'a whole number from 0 to 300 is needed' })

const mailPortOf = (text: string | undefined): number | null => {
  if (text === undefined) return null
  const port = Number(text)
  return /^\d+$/.test(text) && port <= 65_535 ? port : refuse('POSOKA_SMTP_IN_PORT', { bg: 'нужно е цяло число от 0 до 65535', en: 'a whole number from 0 to 65535 is needed' })
}
const mailHostOf = (text: string | undefined): string =>
  text === undefined || isIP(text) !== 0 ? (text ?? '127.0.0.1') : refuse('POSOKA_SMTP_IN_HOST', { bg: 'нужен е IP адрес като 127.0.0.1', en: 'an IP address like 127.0.0.1 is needed' })
const mailAddressOf = (text: string | undefined): string | null =>
  text === undefined || /^[^\s@<>"+]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? (text ?? null) : refuse('POSOKA_MAIL_ADDRESS', { bg: 'нужен е имейл адрес без плюс', en: 'an e-mail address without a plus is needed' })
const authHostOf = (text: string | undefined): string | null =>
  text === undefined || /^[A-Za-z0-9.-]+$/.test(text) ? (text?.toLowerCase() ?? null) : refuse('POSOKA_MAIL_AUTH_HOST', { bg: 'нужно е име на сървър като mx.example.bg', en: 'the name of a server like mx.example.bg is needed' })
const plusOf = (text: string | undefined, port: string | undefined): 'yes' | 'no' =>
  text === undefined ? (port === undefined ? 'no' : 'yes') : text === 'yes' || text === 'no' ? text : refuse('POSOKA_MAIL_PLUS', { bg: 'нужно е yes или no', en: 'yes or no is needed' })

/** An empty text counts as not set: that is what `PORT= npm start` means. */
export const readSettings = (environment: Environment, checkout: string = findCheckout()): Settings => {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined
  const databaseUrl = databaseUrlOf('DATABASE_URL', given('DATABASE_URL'))
  const replicaUrl = databaseUrlOf('DATABASE_REPLICA_URL', given('DATABASE_REPLICA_URL'))
  if (replicaUrl !== null && databaseUrl === null) {
    refuse('DATABASE_REPLICA_URL', { bg: 'тя има смисъл само заедно с DATABASE_URL', en: 'it makes sense only together with DATABASE_URL' })
  }
  return {
    checkout,
    port: portOf(given('PORT')),
    publicAddress: publicAddressOf(given('POSOKA_URL')),
    dataFolder: resolve(checkout, given('POSOKA_DATA') ?? join(checkout, '.posoka')),
    databaseUrl,
    replicaUrl,
    region: regionOf(given('POSOKA_REGION')),
    smtpUrl: smtpUrlOf(given('SMTP_URL')),
    proxies: proxiesOf(given('POSOKA_PROXY')),
    contactEmail: contactEmailOf(given('POSOKA_CONTACT_EMAIL')),
    fetchFrom: fetchFromOf(given('POSOKA_FETCH_FROM')),
    secret: secretOf(given('POSOKA_SECRET')),
    metrics: metricsOf(given('POSOKA_METRICS')),
    drainSeconds: drainSecondsOf(given('POSOKA_DRAIN_SECONDS')),
    mailIn: {
      port: mailPortOf(given('POSOKA_SMTP_IN_PORT')), host: mailHostOf(given('POSOKA_SMTP_IN_HOST')), address: mailAddressOf(given('POSOKA_MAIL_ADDRESS')),
      authHost: authHostOf(given('POSOKA_MAIL_AUTH_HOST')), plus: plusOf(given('POSOKA_MAIL_PLUS'), given('POSOKA_SMTP_IN_PORT')),
    },
  }
}

/** For the console: where the database is, without its password. */
export const sayDatabase = (url: string): string => {
  const parsed = new URL(url)
  return `${parsed.protocol}//${parsed.username ? `${parsed.username}@` : ''}${parsed.host}${parsed.pathname}`
}
