import { expect, test } from 'vitest'
import { readSettings, sayDatabase } from './settings.ts'

const checkout = '/srv/posoka'
const read = (environment: Record<string, string>) => readSettings(environment, checkout)

test('without any setting the product starts with its own database beside it', () => {
  expect(read({})).toEqual({
    checkout, port: 3000, publicAddress: null, dataFolder: '/srv/posoka/.posoka', databaseUrl: null, replicaUrl: null, region: null, smtpUrl: null,
    proxies: [], contactEmail: null, fetchFrom: [], secret: null, metrics: 'local', drainSeconds: 0, mailIn: { port: null, host: '127.0.0.1', address: null, authHost: null, plus: 'no' },
  })
})

test('an empty setting counts as not set', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ' })).toEqual(read({}))
})

test('what is set is taken over', () => {
  expect(read({
    PORT: '8080', POSOKA_URL: 'https://razvitie.example.bg/', POSOKA_DATA: '/var/data', DATABASE_URL: 'postgres://p:q@db/posoka',
    DATABASE_REPLICA_URL: 'postgresql://p:q@db2/posoka', POSOKA_REGION: 'plovdiv', SMTP_URL: 'smtp://mail:25',
  })).toMatchObject({ port: 8080, publicAddress: 'https://razvitie.example.bg', dataFolder: '/var/data', region: 'plovdiv', smtpUrl: 'smtp://mail:25' })
})

const wrong: readonly [string, string][] = [
  ['PORT', '99999'], ['PORT', '-1'], ['PORT', '3000.5'], ['PORT', '0x10'], ['PORT', 'три хиляди'],
  ['POSOKA_URL', 'razvitie.bg'], ['POSOKA_URL', 'https://razvitie.bg/path'], ['POSOKA_URL', 'ftp://razvitie.bg'],
  ['DATABASE_URL', 'mysql://x/y'], ['DATABASE_URL', 'postgres://host'], ['DATABASE_URL', 'localhost'],
  ['POSOKA_REGION', '../etc'], ['POSOKA_REGION', 'Стара Загора'], ['SMTP_URL', 'http://mail'], ['SMTP_URL', 'smtp://'],
  ['POSOKA_PROXY', 'proxy.example.bg'], ['POSOKA_CONTACT_EMAIL', 'никой'], ['POSOKA_FETCH_FROM', 'http://x'], ['POSOKA_SECRET', 'too short'], ['POSOKA_METRICS', 'yes'], ['POSOKA_SMTP_IN_PORT', '70000'], ['POSOKA_SMTP_IN_HOST', 'mail'], ['POSOKA_MAIL_ADDRESS', 'никой'], ['POSOKA_MAIL_AUTH_HOST', 'a b'], ['POSOKA_MAIL_PLUS', 'maybe'], ['POSOKA_DRAIN_SECONDS', '-1'], ['POSOKA_DRAIN_SECONDS', '301'],
]
test.each(wrong)('%s=%s is refused with a sentence that names it, in both languages', (name, value) => {
  const attempt = () => read({ [name]: value })
  expect(attempt).toThrow(expect.objectContaining({ code: 'setting', what: { bg: expect.stringContaining(name), en: expect.stringContaining(name) } }))
})

test('a refused address is never repeated: it holds a password', () => {
  for (const environment of [{ DATABASE_URL: 'mysql://me:hush@x/y' }, { SMTP_URL: 'http://me:hush@x' }, { POSOKA_SECRET: 'hush' }]) {
    try { read(environment as unknown as Record<string, string>); expect.unreachable() } catch (error) { expect(JSON.stringify(error) + String(error)).not.toContain('hush') }
  }
})

test('a replica without its primary is refused', () => {
  expect(() => read({ DATABASE_REPLICA_URL: 'postgres://a/b' })).toThrow('only together')
})

test('the database is named without its password', () => {
  expect(sayDatabase('postgres://posoka:secret@db.example.bg:5433/region')).toBe('postgres://posoka@db.example.bg:5433/region')
})
