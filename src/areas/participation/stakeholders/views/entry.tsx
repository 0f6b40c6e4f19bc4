// One entry of the register: its form, what colleagues think of its interest and influence, objection, merging.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { channels, cornerOf, helixNames, helixOf, kinds, type Rating, type Stakeholder, stakeholderPath, stakeholdersPath } from '../rules.ts'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import type { Place } from './list.tsx'
import { sayChannel, sayCorner, sayKind } from './words.ts'

export type Topic = { readonly key: string; readonly name: Bilingual }
type Shown = { readonly language: Language; readonly asked: Asked; readonly entry: Stakeholder | null; readonly today: string; readonly municipalities: readonly Place[]; readonly secondLevels: readonly string[] }
const saved = (one: Stakeholder): Readonly<Record<string, string>> => ({
  kind: one.kind, name_bg: one.name.bg, name_en: one.name.en, person: one.person, email: one.email ?? '', telephone: one.telephone, company_number: one.companyNumber ?? '', activity_code: one.activityCode, website: one.website, sector: one.sector,
  second_level: one.secondLevel, municipality: one.municipality ?? '', language: one.language, channel: one.channel, source: one.source, verified_on: one.verifiedOn.split('-').reverse().join('.'), note: one.note,
})
const Fields = ({ language, asked, entry, today, municipalities }: Shown) => {
  const say = speak(language)
  const before: Readonly<Record<string, string>> = entry === null ? { kind: 'organisation', language: 'bg', channel: 'email', verified_on: today } : saved(entry)
  const isAgain = asked.problems.length > 0 && asked.typed.text.name_bg !== undefined
  const field = (name: string) => ({ language, name, value: isAgain ? typedOne(asked.typed, name) : (before[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  return (
    <>
      {entry === null ? <Radios label={say.participation_stakeholder_kind()} choices={kinds.map((kind) => ({ value: kind, name: sayKind(kind, language) }))} {...field('kind')} /> : null}
      <TextField label={say.participation_stakeholder_name_bg()} {...field('name_bg')} />
      <TextField optional label={say.participation_stakeholder_name_en()} {...field('name_en')} />
      <Select label={say.participation_stakeholder_sector()} blank={say.participation_stakeholder_choose()} options={sectors.map((one) => ({ value: one, name: `${sectorNames[one][language]} (${helixNames[helixOf[one]][language]})` }))} {...field('sector')} />
      <TextField optional label={say.participation_stakeholder_second()} help={say.participation_stakeholder_second_help()} width="half" {...field('second_level')} />
      <Select optional label={say.participation_event_municipality()} blank={say.participation_event_not_said()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
      <TextField optional label={say.participation_stakeholder_contact()} width="half" {...field('person')} />
      <TextField optional kind="email" label={say.participation_event_email()} width="half" {...field('email')} />
      <TextField optional kind="tel" label={say.participation_stakeholder_telephone()} width="half" {...field('telephone')} />
      <TextField optional label={say.participation_stakeholder_number()} width="half" {...field('company_number')} />
      <TextField optional label={say.participation_stakeholder_activity()} width="short" {...field('activity_code')} />
      <TextField optional kind="url" label={say.participation_stakeholder_website()} width="half" {...field('website')} />
      <Select label={say.participation_stakeholder_language()} options={[{ value: 'bg', name: say.people_language_bg() }, { value: 'en', name: say.people_language_en() }]} {...field('language')} />
      <Select label={say.participation_stakeholder_channel()} options={channels.map((one) => ({ value: one, name: sayChannel(one, language) }))} {...field('channel')} />
      <TextField label={say.participation_stakeholder_source()} help={say.participation_stakeholder_source_help()} {...field('source')} />
      <DateField label={say.participation_stakeholder_verified()} {...field('verified_on')} />
      <Textarea optional rows={3} limit={2000} label={say.participation_stakeholder_note()} {...field('note')} />
      {entry === null && asked.problems.some(({ field: of }) => of === 'name_bg') && typedOne(asked.typed, 'name_bg') !== '' ? <Checkbox optional label={say.participation_stakeholder_anyway()} {...field('anyway')} /> : null}
    </>
  )
}
export const newStakeholderScreen = (shown: Omit<Shown, 'entry'>): Screen => {
  const { language, asked } = shown
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_stakeholder_new(), says: say.participation_stakeholders_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_stakeholders_title(), path: stakeholdersPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_stakeholder_new()} />
        <Form action={toHref(language, `${stakeholdersPath}/new`)}>
          <Fields {...shown} entry={null} />
          <Buttons><Button>{say.participation_stakeholder_enter()}</Button><ButtonLink look="quiet" href={toHref(language, stakeholdersPath)}>{say.people_back()}</ButtonLink></Buttons>
        </Form>
      </>
    ),
  }
}
type EntryShown = Shown & { readonly entry: Stakeholder; readonly ratings: readonly Rating[]; readonly topics: readonly Topic[]; readonly others: readonly { readonly id: string; readonly name: string }[] }
export const entryScreen = (shown: EntryShown): Screen => {
  const { language, asked, entry, ratings, topics, others } = shown
  const say = speak(language)
  const name = entry.name[language] || entry.name.bg
  const action = toHref(language, `${stakeholderPath(entry.id)}/acts`)
  const field = (of: string) => ({ language, name: of, value: typedOne(asked.typed, of), error: errorOf({ problems: asked.problems, field: of, language }) })
  const grades = [1, 2, 3, 4, 5].map((grade) => ({ value: String(grade), name: String(grade) }))
  const topicName = (key: string): string => topics.find((topic) => topic.key === key)?.name[language] ?? key
  return {
    kind: 'screen', title: name, says: say.participation_stakeholders_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }, { name: say.participation_stakeholders_title(), path: stakeholdersPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={sayKind(entry.kind, language)} title={name} />
        {entry.objectedAt === null ? null : <Notice language={language} tone="warning" title={say.participation_stakeholder_objected()}><p>{say.participation_stakeholder_objected_says({ day: sayCivilDate(entry.objectedAt.toISOString().slice(0, 10), language) })}</p></Notice>}
        <Form action={toHref(language, stakeholderPath(entry.id))} hidden={[{ name: 'version', value: String(entry.version) }]}>
          <Fields {...shown} />
          <Buttons><Button>{say.participation_event_save()}</Button></Buttons>
        </Form>
        <Section id="ratings" title={say.participation_stakeholder_ratings()}>
          <p>{say.participation_stakeholder_ratings_says()}</p>
          {ratings.length === 0 ? null : (
            <Table language={language} id="rating-table" caption={say.participation_stakeholder_ratings()} captionIs="hidden" phone="stack"
              columns={[{ name: say.participation_event_topic() }, { name: say.participation_stakeholder_interest(), kind: 'number' }, { name: say.participation_stakeholder_influence(), kind: 'number' }, { name: say.participation_stakeholder_so() }, { name: say.participation_stakeholder_reason() }]}
              rows={ratings.map((one) => ({ cells: [topicName(one.issue), String(one.interest), String(one.influence), sayCorner(cornerOf(one), language), one.reason] }))} />
          )}
          <Form action={action} hidden={[{ name: 'does', value: 'rate' }]}>
            <Select label={say.participation_event_topic()} blank={say.participation_stakeholder_choose()} options={topics.map(({ key, name: of }) => ({ value: key, name: of[language] }))} {...field('issue')} />
            <Select label={say.participation_stakeholder_interest()} blank={say.participation_stakeholder_choose()} options={grades} {...field('interest')} />
            <Select label={say.participation_stakeholder_influence()} blank={say.participation_stakeholder_choose()} options={grades} {...field('influence')} />
            <TextField label={say.participation_stakeholder_reason()} {...field('reason')} />
            <Buttons><Button look="secondary">{say.participation_stakeholder_rate()}</Button></Buttons>
          </Form>
        </Section>
        <Section id="objection" title={say.participation_stakeholder_objection()}>
          <p>{say.participation_stakeholder_objection_says()}</p>
          <Form action={action}><Buttons><Button look="secondary" name="does" value={entry.objectedAt === null ? 'object' : 'again'}>{entry.objectedAt === null ? say.participation_stakeholder_object() : say.participation_stakeholder_again()}</Button></Buttons></Form>
        </Section>
        {others.length === 0 ? null : (
          <Section id="merge" title={say.participation_stakeholder_merge()}>
            <p>{say.participation_stakeholder_merge_says()}</p>
            <Form action={action} hidden={[{ name: 'does', value: 'merge' }]}>
              <Select label={say.participation_stakeholder_same()} blank={say.participation_stakeholder_choose()} options={others.map((one) => ({ value: one.id, name: one.name }))} {...field('into')} />
              <Buttons><Button look="danger">{say.participation_stakeholder_merge_button()}</Button></Buttons>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}
