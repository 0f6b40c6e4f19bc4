// What any PostgreSQL must be able to do before we trust it with data, embedded or not.
import type pg from 'pg'
import { StartProblem } from './start-problem.ts'

const neededExtensions = ['pg_trgm', 'unaccent'] as const
const oldestVersion = 150_000

type Facts = { version: number; encoding: string; ctype: string; has: number; name: string }

export const checkDatabase = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<Facts>(`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      pg_encoding_to_char(encoding) as encoding, datctype as ctype,
      (select count(*)::int from pg_extension where extname = any($1)) as has
    from pg_database where datname = current_database()`, [neededExtensions])
  const facts = rows[0]
  if (!facts) throw new Error('pg_database does not list the database we are connected to')
  if (facts.version < oldestVersion) throw oldServer(facts.name)
  if (facts.encoding !== 'UTF8') throw wrongEncoding(facts.encoding)
  if (facts.has < neededExtensions.length) await makeExtensions(client)
  await checkCyrillic(client, facts.ctype)
}

const makeExtensions = async (client: pg.Client): Promise<void> => {
  for (const name of neededExtensions) {
    await client.query(`create extension if not exists ${name}`).catch((cause) => { throw noExtension(name, cause) })
  }
}

/** With LC_CTYPE=C, pg_trgm drops every Cyrillic letter and nothing else shows it: search merely finds nothing. */
const checkCyrillic = async (client: pg.Client, ctype: string): Promise<void> => {
  const { rows } = await client.query<{ found: number | null }>(`select array_length(show_trgm('Загора'), 1) as found`)
  if (rows[0]?.found === 7) return
  throw new StartProblem({
    code: 'wrongLocale',
    what: {
      bg: `Базата данни е създадена с LC_CTYPE=${ctype} и търсенето в нея не вижда кирилицата.`,
      en: `The database was made with LC_CTYPE=${ctype}, and search in it does not see Cyrillic letters.`,
    },
    todo: {
      bg: 'Създайте нова с LC_CTYPE=C.UTF-8 (или bg_BG.UTF-8) и я посочете в DATABASE_URL.',
      en: 'Create a new one with LC_CTYPE=C.UTF-8 (or bg_BG.UTF-8) and name it in DATABASE_URL.',
    },
  })
}

const oldServer = (version: string): StartProblem => new StartProblem({
  code: 'oldServer',
  what: { bg: `Сървърът е PostgreSQL ${version}; нужна е версия 15 или по-нова.`, en: `The server is PostgreSQL ${version}; version 15 or newer is needed.` },
  todo: { bg: 'Обновете го или посочете друг в DATABASE_URL.', en: 'Upgrade it, or name another one in DATABASE_URL.' },
})
const wrongEncoding = (encoding: string): StartProblem => new StartProblem({
  code: 'wrongEncoding',
  what: { bg: `Базата данни е с кодиране ${encoding}; нужно е UTF8.`, en: `The database is encoded in ${encoding}; UTF8 is needed.` },
  todo: { bg: 'Създайте нова с ENCODING UTF8 и я посочете в DATABASE_URL.', en: 'Create a new one with ENCODING UTF8 and name it in DATABASE_URL.' },
})
const noExtension = (name: string, cause: unknown): StartProblem => new StartProblem({
  code: 'noExtension', cause,
  what: { bg: `Разширението ${name} не може да бъде добавено към базата данни.`, en: `The extension ${name} cannot be added to the database.` },
  todo: {
    bg: `Инсталирайте пакета postgresql-contrib и изпълнете като администратор на базата „create extension ${name}“.`,
    en: `Install the package postgresql-contrib and, as the database's administrator, run "create extension ${name}".`,
  },
})
