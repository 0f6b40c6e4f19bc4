// The settings of an installation, read once from the environment. Pure: takes the environment as a value.
// Says in one sentence what is wrong with a setting; starts nothing.
import { isAbsolute, resolve } from 'node:path'
import { not, ok, type Result } from '#kernel/result.ts'

export type Settings = {
  readonly port: number
  /** the public address, without a slash at the end; null until one is configured */
  readonly url: string | null
  /** absolute path of the folder where everything is kept */
  readonly data: string
  readonly databaseUrl: string | null
  readonly replicaUrl: string | null
  /** key of the region pack */
  readonly region: string
  readonly smtpUrl: string | null
  /** addresses of proxies whose X-Forwarded-For is believed; none by default */
  readonly proxies: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>
const given = (environment: Environment, name: string): string | null => environment[name]?.trim() || null

/** `home` is the checkout: a relative POSOKA_DATA is taken from there. */
export const readSettings = (environment: Environment, home: string): Result<Settings, string> => {
  const port = given(environment, 'PORT') ?? '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return not(`PORT must be a number from 0 to 65535, not “${port}”.`)

  const url = given(environment, 'POSOKA_URL')
  if (url !== null && !isAddress(url, ['http:', 'https:']))
    return not(`POSOKA_URL must be a web address such as https://posoka.example.bg without a path, not “${withoutPassword(url)}”.`)
  if (url !== null && !/^\/?$/.test(new URL(url).pathname + new URL(url).search + new URL(url).hash))
    return not(`POSOKA_URL must be the address of the whole site, without a path: “${withoutPassword(url)}” has one.`)

  for (const name of ['DATABASE_URL', 'DATABASE_REPLICA_URL']) {
    const address = given(environment, name)
    if (address !== null && !isAddress(address, ['postgres:', 'postgresql:']))
      return not(`${name} must look like postgres://user:password@host:5432/database, not “${withoutPassword(address)}”.`)
  }
  const smtp = given(environment, 'SMTP_URL')
  if (smtp !== null && !isAddress(smtp, ['smtp:', 'smtps:']))
    return not(`SMTP_URL must look like smtp://user:password@host:587, not “${withoutPassword(smtp)}”.`)
  const region = given(environment, 'POSOKA_REGION') ?? 'stara-zagora'
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region))
    return not(`POSOKA_REGION must be the name of a region pack such as stara-zagora, not “${region}”.`)
  const proxies = (given(environment, 'POSOKA_PROXY') ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  const wrong = proxies.find((proxy) => !/^[0-9a-fA-F.:]+$/.test(proxy))
  if (wrong !== undefined)
    return not(`POSOKA_PROXY must be the address of the proxy in front, such as 127.0.0.1 (several with commas), not “${wrong}”.`)

  const data = given(environment, 'POSOKA_DATA') ?? '.posoka'
  return ok({
    port: Number(port),
    url: url === null ? null : new URL(url).origin,
    data: isAbsolute(data) ? data : resolve(home, data),
    databaseUrl: given(environment, 'DATABASE_URL'),
    replicaUrl: given(environment, 'DATABASE_REPLICA_URL'),
    region,
    smtpUrl: smtp,
    proxies,
  })
}

const isAddress = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== ''

/** An address as it may be printed: user and password are left out. */
export const withoutPassword = (address: string): string => address.replace(/\/\/[^/]*@/, '//…@')
