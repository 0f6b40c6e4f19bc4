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
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'

const perPage = 50
const path = '/office/audit'
type Shown = { readonly language: Language; readonly acts: readonly AuditRow[]; readonly names: ReadonlyMap<AccountId, string>; readonly query: URLSearchParams }

const when = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', dateStyle: 'medium', timeStyle: 'medium' }).format(date)

/** „people.role.give" is said by the message people_act_role_give, evidence.catalogue.takeIn by evidence_act_catalogue_take_in;
 *  an act without words shows its name. */
export const sayAct = (act: string, language: Language): string => {
  const [area = '', ...rest] = act.split('.')
  const key = `${area}_act_${rest.join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  const say = speak(language)
  return Object.hasOwn(say, key) ? (say as unknown as Readonly<Record<string, () => string>>)[key]?.() ?? act : act
}

/** As a person reads it: nothing is a dash, a list has commas, what holds names says each with its value. */
export const sayValue = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(sayValue).join(', ')
  if (typeof value === 'object') return `(${Object.entries(value).map(([name, one]) => `${name}: ${sayValue(one)}`).join('; ')})`
  return String(value)
}
/** Before and after side by side, name by name; what is long is folded. */
const Values = ({ language, act }: { readonly language: Language; readonly act: AuditRow }) => {
  const say = speak(language)
  const before = toRecord(act.before), after = toRecord(act.after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const lines = names.map((name) => (name in before ? `${name}: ${say.web_audit_was_is({ before: sayValue(before[name]), after: name in after ? sayValue(after[name]) : '–' })}` : `${name}: ${sayValue(after[name])}`))
  if (act.personalFields.length > 0) lines.push(say.web_audit_personal({ fields: act.personalFields.join(', ') }))
  if (lines.length === 0) return null
  const short = lines.join(' · ')
  return short.length < 200 ? <p>{short}</p> : <Details summary={say.web_audit_values()}><pre class="p-verbatim">{lines.join('\n')}</pre></Details>
}
const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  value === null || value === undefined ? {} : typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { '=': value }

const auditScreen = ({ language, acts, names, query }: Shown): Screen => {
  const say = speak(language)
  const last = acts.at(-1)
  const older = new URLSearchParams(query)
  if (last !== undefined) older.set('before', String(last.id))
  const filtered = ['who', 'thing', 'act', 'before'].some((field) => query.has(field))
  const only = (field: 'who' | 'thing' | 'act', value: string): string => toHref(language, `${path}?${field}=${encodeURIComponent(value)}`)
  const whoOf = (act: AuditRow): string => (act.who === null ? say.web_audit_system() : (names.get(act.who) ?? say.web_audit_erased()))
  return {
    kind: 'screen', title: say.web_audit_title(), says: say.web_audit_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.web_audit_title()} lead={say.web_audit_says()} />
        {filtered ? <p><a class="ds-link" href={toHref(language, path)}>{say.web_audit_all()}</a></p> : null}
        {acts.length > 0 ? null : <EmptyState title={say.web_audit_none()} why={say.web_audit_says()} level={2} />}
        <Timeline moments={acts.map((act) => ({
          when: when(act.at, language), datetime: act.at.toISOString(), title: sayAct(act.act, language),
          children: (
            <>
              <p>
                {act.who === null ? whoOf(act) : <a class="ds-link" href={only('who', act.who)}>{whoOf(act)}</a>}
                {act.why === null ? null : ` · ${act.why}`}
              </p>
              <Values language={language} act={act} />
              <p class="p-note">
                {say.web_audit_number({ number: act.id })} · <a class="ds-link" href={only('act', act.act)}>{act.act}</a>
                {act.thing === null ? null : <> · <a class="ds-link" href={only('thing', act.thing)}>{say.web_audit_same_thing()}</a></>}
              </p>
            </>
          ),
        }))} />
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
