// The trail of acts for the administrator: who did what, when, with which values before and after. Read only; checked by the command line.
import type { Screen } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { AccountId } from '#kernel/who.ts'
import { listNames } from '#areas/people/accounts/read.ts'
import { permissionOf } from '#areas/people/roles/read.ts'
import { listActs, type AuditRow } from '#store/audit.ts'
import { page } from '#store/visit.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink } from '#ui/parts/button.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'

const perPage = 100
const path = '/office/audit'
type Shown = { readonly language: Language; readonly acts: readonly AuditRow[]; readonly names: ReadonlyMap<AccountId, string>; readonly query: URLSearchParams }

const when = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', dateStyle: 'short', timeStyle: 'medium' }).format(date)
/** Values as they were recorded: for the one who checks, not for reading aloud. */
const values = (value: unknown): string => (value === null || value === undefined ? '–' : JSON.stringify(value))

const auditScreen = ({ language, acts, names, query }: Shown): Screen => {
  const say = speak(language)
  const last = acts.at(-1)
  const older = new URLSearchParams(query)
  if (last !== undefined) older.set('before', String(last.id))
  const filtered = query.has('who') || query.has('thing') || query.has('act')
  const only = (field: 'who' | 'thing' | 'act', value: string, words: string) => <a class="ds-link" href={toHref(language, `${path}?${field}=${encodeURIComponent(value)}`)}>{words}</a>
  return {
    kind: 'screen', title: say.web_audit_title(), says: say.web_audit_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_audit_title()} lead={say.web_audit_says()} />
        {filtered ? <p><a class="ds-link" href={toHref(language, path)}>{say.web_audit_all()}</a></p> : null}
        <Table language={language} id="audit" caption={say.web_audit_title()} captionIs="hidden" phone="stack" empty={say.web_audit_none()}
          columns={[{ name: say.web_audit_number(), kind: 'number' }, { name: say.web_audit_when() }, { name: say.web_audit_who() }, { name: say.web_audit_act() }, { name: say.web_audit_before() }, { name: say.web_audit_after() }, { name: say.web_audit_why() }]}
          rows={acts.map((act) => ({ cells: [
            act.id, when(act.at, language),
            act.who === null ? say.web_audit_system() : only('who', act.who, names.get(act.who) ?? say.web_audit_erased()),
            <>{only('act', act.act, act.act)}{act.thing === null ? null : <> · {only('thing', act.thing, act.thing.slice(-8))}</>}</>,
            values(act.before),
            act.personalFields.length === 0 ? values(act.after) : `${values(act.after)} + ${say.web_audit_personal({ fields: act.personalFields.join(', ') })}`,
            act.why ?? '–',
          ] }))} />
        {acts.length < perPage ? null : <ButtonLink look="secondary" href={toHref(language, `${path}?${older}`)}>{say.web_audit_older()}</ButtonLink>}
      </>
    ),
  }
}

export const auditPage = page({
  path, may: permissionOf('audit.read'),
  get: async ({ language, reader }, asked) => {
    const who = parseId<'account'>(asked.query.get('who') ?? ''), thing = parseId(asked.query.get('thing') ?? '')
    const act = /^[a-z]+(\.[A-Za-z]+)*$/.exec(asked.query.get('act') ?? '')?.[0]
    const before = Number.parseInt(asked.query.get('before') ?? '', 10)
    const acts = await listActs(reader, {
      limit: perPage, ...(who ? { who } : {}), ...(thing ? { thing } : {}), ...(act === undefined ? {} : { act }), ...(Number.isSafeInteger(before) ? { before } : {}),
    })
    const names = await listNames(reader, { ids: acts.flatMap((each) => (each.who === null ? [] : [each.who])) })
    return auditScreen({ language, acts, names, query: asked.query })
  },
})
