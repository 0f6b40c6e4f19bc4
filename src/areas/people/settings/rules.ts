// What the body in charge says of itself, and the five steps in which a first administrator says it.
// Until something is written, the region pack and the environment speak: that is what `fallback` means. The mailbox is read
// by participation; its password is never part of these values.
import type { HomeRegion } from '#kernel/home.ts'
import type { Bilingual } from '#kernel/language.ts'

export const setupSteps = ['body', 'contact', 'mailbox', 'funding', 'colleagues'] as const
export type SetupStep = (typeof setupSteps)[number]
export type StepOutcome = 'saved' | 'skipped'
export type StepState = { readonly step: SetupStep; readonly outcome: StepOutcome | null }

export const settingsPath = '/people/settings'
export const stepPath = (step: SetupStep): string => `${settingsPath}/${step}`
export const emblemPath = (emblem: Pick<Emblem, 'sha256'>): string => `/emblem/${emblem.sha256}`

/** The first step nobody has saved or put off, after the one just left if there is one; null: all five are settled. */
export const nextStep = (steps: readonly StepState[], after?: SetupStep): SetupStep | null => {
  const open = steps.filter(({ outcome }) => outcome === null).map(({ step }) => step)
  const from = after === undefined ? -1 : setupSteps.indexOf(after)
  return open.find((step) => setupSteps.indexOf(step) > from) ?? open.find((step) => step !== after) ?? null
}
export const isSettledUp = (steps: readonly StepState[]): boolean => nextStep(steps) === null

/** `size` in bytes; `mediaType` judged by content */
export type Emblem = { readonly sha256: string; readonly size: number; readonly mediaType: 'image/svg+xml' | 'image/png'; readonly alternative: Bilingual }
export type BodySetting = { readonly name: Bilingual; readonly department: Bilingual; readonly emblem: Emblem | null }
/** The data-protection officer, as Regulation (EU) 2016/679 art. 13 wants them told. */
export type Officer = { readonly name: string; readonly email: string; readonly phone: string }
export type ContactSetting = { readonly email: string | null; readonly phone: string; readonly address: Bilingual; readonly officer: Officer | null }
export type FundingSetting = { readonly shown: 'yes' | 'no'; readonly programme: Bilingual; readonly sentence: Bilingual; readonly disclaimer: Bilingual }
export type FormName = 'body' | 'contact' | 'funding'
export type SettingOf<Form extends FormName> = { readonly body: BodySetting; readonly contact: ContactSetting; readonly funding: FundingSetting }[Form]

export type Settings = {
  readonly body: BodySetting
  readonly contact: ContactSetting
  readonly funding: FundingSetting
  readonly versions: Readonly<Record<FormName, number>>
}
export type Mailbox = {
  readonly address: string; readonly host: string; readonly port: number; readonly security: 'tls' | 'starttls'; readonly userName: string; readonly folder: string
  readonly hasSecret: boolean; readonly version: number
}

const none: Bilingual = { bg: '', en: '' }
export const blankSettings: Settings = {
  body: { name: { bg: 'Посока', en: 'Posoka' }, department: none, emblem: null },
  contact: { email: null, phone: '', address: none, officer: null },
  funding: { shown: 'no', programme: none, sentence: none, disclaimer: none },
  versions: { body: 0, contact: 0, funding: 0 },
}
type Row = { readonly form: FormName; readonly fallback: Readonly<Record<string, unknown>>; readonly value: Readonly<Record<string, unknown>> | null; readonly version: number }
/** What was written, else what the pack says, else nothing. A contact address left empty stays that of the environment. */
export const toSettings = (rows: readonly Row[]): Settings => {
  const of = <Form extends FormName>(form: Form): SettingOf<Form> => {
    const row = rows.find((each) => each.form === form)
    return { ...blankSettings[form], ...row?.fallback, ...row?.value } as SettingOf<Form>
  }
  const contact = of('contact')
  const standby = rows.find((each) => each.form === 'contact')?.fallback.email
  const versions = Object.fromEntries(rows.map(({ form, version }) => [form, version]))
  return {
    body: of('body'), funding: of('funding'), versions: { ...blankSettings.versions, ...versions },
    contact: { ...contact, email: contact.email ?? (typeof standby === 'string' ? standby : null) },
  }
}

export type Fallbacks = { readonly [Form in FormName]: Partial<SettingOf<Form>> }
/** What holds until somebody writes something. */
export const fallbacksOf = ({ home, email }: { readonly home: HomeRegion; readonly email: string | null }): Fallbacks => ({
  body: { name: home.body.name, department: home.body.department },
  contact: { email: email ?? home.contact.email },
  funding: home.funding === null ? { shown: 'no' } : { shown: 'yes', programme: home.funding.programme, sentence: home.funding.sentence, disclaimer: home.funding.disclaimer },
})

/** The words the European Union asks for, unaltered, beside its emblem. */
export const fundedByTheUnion: Bilingual = { bg: 'Финансирано от Европейския съюз', en: 'Funded by the European Union' }
/** The home region as pages show it: what the pack says, with what the body has written in its place. */
export const withSettings = (home: HomeRegion, { body, contact, funding }: Settings): HomeRegion => ({
  ...home,
  body: { name: body.name, department: body.department },
  contact: { ...home.contact, email: contact.email },
  funding: funding.shown === 'no' ? null : {
    programmeShort: funding.programme, legalBasis: none, statement: fundedByTheUnion, ...home.funding,
    programme: funding.programme, sentence: funding.sentence, disclaimer: funding.disclaimer,
  },
})
