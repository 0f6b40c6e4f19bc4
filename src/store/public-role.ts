// The database role of public pages: it reads what schemas marked [public] hold, except what is marked [personal].
// Rights are given anew after every migration, from the comments, so that a new table cannot be forgotten either way.
import type pg from 'pg'
import type { Bilingual } from '#kernel/language.ts'

export const publicRole = 'posoka_public'

/** Whether pages can read through the role; without it the store itself refuses what the role would refuse. */
export type PublicRights = { readonly by: 'role' } | { readonly by: 'store'; readonly hidden: readonly string[]; readonly says: Bilingual }

const makeRole = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${publicRole}') then create role ${publicRole} nologin; end if;
    if not pg_has_role(current_user, '${publicRole}', 'member') then grant ${publicRole} to current_user; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`
const canTakeRole = `select exists (select from pg_roles where rolname = '${publicRole}') and pg_has_role(current_user, (select oid from pg_roles where rolname = '${publicRole}'), 'member') as can`

const giveRights = `
  do $$ declare one record; begin
    for one in select nspname as schema, coalesce(obj_description(oid, 'pg_namespace'), '') ~ '\\[public\\]$' as open
        from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') loop
      execute format('revoke all on all tables in schema %I from ${publicRole}', one.schema);
      execute format('revoke all on schema %I from ${publicRole}', one.schema);
      if one.open then execute format('grant usage on schema %I to ${publicRole}', one.schema); end if;
    end loop;
    for one in select n.nspname as schema, c.relname as name,
        (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
          and not a.attisdropped and coalesce(col_description(c.oid, a.attnum), '') !~ '\\[personal\\]$') as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and coalesce(obj_description(n.oid, 'pg_namespace'), '') ~ '\\[public\\]$'
          and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '\\[personal\\]$' loop
      execute format('grant select (%s) on %I.%I to ${publicRole}', one.columns, one.schema, one.name);
    end loop;
  end $$`

/** Schemas and tables that public pages must not name, for the store's own refusal. */
const listHidden = `
  select n.nspname || '.' as name from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and coalesce(obj_description(n.oid, 'pg_namespace'), '') !~ '\\[public\\]$'
  union all
  select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and coalesce(obj_description(n.oid, 'pg_namespace'), '') ~ '\\[public\\]$'
    and coalesce(obj_description(c.oid, 'pg_class'), '') ~ '\\[personal\\]$'`

const rolesForbidden: Bilingual = {
  bg: `Тази база данни не позволява да се създаде ролята ${publicRole}; публичните страници засега ги пази само програмата. Нека администраторът на базата изпълни: create role ${publicRole} nologin; grant ${publicRole} to <потребителя от DATABASE_URL>;`,
  en: `This database does not allow creating the role ${publicRole}; for now public pages are guarded by the program alone. Let the database's administrator run: create role ${publicRole} nologin; grant ${publicRole} to <the user of DATABASE_URL>;`,
}

/** After migrations: 'changed' gives the rights anew, 'unchanged' only looks. */
export const preparePublicRole = async (client: pg.Client, migrated: 'changed' | 'unchanged'): Promise<PublicRights> => {
  const able = async () => (await client.query<{ can: boolean }>(canTakeRole)).rows[0]?.can === true
  if (!(await able())) await client.query(makeRole).catch(() => {})
  if (!(await able())) return { by: 'store', hidden: await hiddenNames(client), says: rolesForbidden }
  if (migrated === 'changed' || !(await hasRights(client))) await client.query(giveRights)
  return { by: 'role' }
}

const hasRights = async (client: pg.Client): Promise<boolean> =>
  (await client.query<{ has: boolean }>(`select has_schema_privilege('${publicRole}', 'store', 'usage') as has`)).rows[0]?.has === true

const hiddenNames = async (client: pg.Client): Promise<readonly string[]> =>
  (await client.query<{ name: string }>(listHidden)).rows.map((row) => row.name)

/** Which hidden name a statement mentions, if any. Strict: a mention in a text constant counts as well. */
export const hiddenMention = (statement: string, hidden: readonly string[]): string | undefined => {
  const plain = statement.toLowerCase().replaceAll('"', '').replace(/\s*\.\s*/g, '.')
  return hidden.find((name) => new RegExp(`(^|[^a-z0-9_])${name.replaceAll('.', '\\.')}${name.endsWith('.') ? '' : '(?![a-z0-9_])'}`).test(plain))
}
