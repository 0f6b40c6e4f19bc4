// The register as a list, for staff: filters, who is to be invited, files in and out.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { sectors } from '#areas/participation/proposals/rules.ts'
import { sectorNames } from '#areas/participation/proposals/rules/names.ts'
import { type Stakeholder, stakeholderPath, stakeholdersPath } from '../rules.ts'
import { saySector } from './words.ts'

export type Place = { readonly code: string; readonly name: Bilingual }
export type Chosen = { readonly sector: string; readonly municipality: string; readonly language: string }
type Shown = { readonly language: Language; readonly asked: Asked; readonly entries: readonly Stakeholder[]; readonly total: number; readonly chosen: Chosen; readonly municipalities: readonly Place[]; readonly events: readonly { readonly id: string; readonly title: Bilingual }[] }
export const stakeholdersScreen = ({ language, asked, entries, total, chosen, municipalities, events }: Shown): Screen => {
  const say = speak(language)
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
  const invited = entries.filter(({ objectedAt }) => objectedAt === null).length
  const place = (code: string | null): string => municipalities.find((one) => one.code === code)?.name[language] ?? '–'
  return {
    kind: 'screen', title: say.participation_stakeholders_title(), says: say.participation_stakeholders_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_stakeholders_title()} lead={say.participation_stakeholders_says()} />
        <Buttons>
          <ButtonLink href={toHref(language, `${stakeholdersPath}/new`)}>{say.participation_stakeholder_new()}</ButtonLink>
          <ButtonLink look="secondary" href={toHref(language, `${stakeholdersPath}/import`)}>{say.participation_stakeholder_import()}</ButtonLink>
          <ButtonLink look="secondary" href={toHref(language, `${stakeholdersPath}/map`)}>{say.participation_stakeholder_map()}</ButtonLink>
          <ButtonLink look="secondary" href={toHref(language, '/participation/coverage')}>{say.participation_coverage_title()}</ButtonLink>
        </Buttons>
        {total === 0 ? <EmptyState title={say.participation_stakeholders_empty()} why={say.participation_stakeholders_empty_why()} /> : (
          <Section id="register" title={say.participation_stakeholders_count({ count: entries.length, total })}>
            <form class="p-form" method="get" action={toHref(language, stakeholdersPath)}>
              <Select optional language={language} name="sector" label={say.participation_stakeholder_sector()} blank={say.participation_stakeholder_any()} options={sectors.map((one) => ({ value: one, name: sectorNames[one][language] }))} value={chosen.sector} error={undefined} />
              <Select optional language={language} name="municipality" label={say.participation_event_municipality()} blank={say.participation_stakeholder_any()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} value={chosen.municipality} error={undefined} />
              <Select optional language={language} name="language" label={say.participation_stakeholder_language()} blank={say.participation_stakeholder_any()} options={[{ value: 'bg', name: say.people_language_bg() }, { value: 'en', name: say.people_language_en() }]} value={chosen.language} error={undefined} />
              <Buttons><Button look="secondary">{say.participation_stakeholder_filter()}</Button></Buttons>
            </form>
            {entries.length === 0 ? <p>{say.participation_stakeholders_none()}</p> : (
              <Table language={language} id="stakeholder-table" caption={say.participation_stakeholders_title()} captionIs="hidden" phone="stack"
                columns={[{ name: say.participation_event_name() }, { name: say.participation_stakeholder_sector() }, { name: say.participation_event_municipality() }, { name: say.participation_event_email() }, { name: say.participation_stakeholder_verified() }]}
                rows={entries.map((one) => ({ cells: [
                  <><a class="ds-link" href={toHref(language, stakeholderPath(one.id))}>{one.name[language] || one.name.bg}</a>{one.objectedAt === null ? null : <> <Tag tone="warning">{say.participation_stakeholder_objected()}</Tag></>}</>,
                  saySector(one.sector, language), place(one.municipality), one.email ?? '–', one.verifiedOn.split('-').reverse().join('.'),
                ] }))} />
            )}
            <p><a class="ds-link" href={`/${language}${stakeholdersPath}/stakeholders.csv${query === '' ? '' : `?${query}`}`}>{say.participation_stakeholder_csv()}</a></p>
          </Section>
        )}
        {entries.length === 0 ? null : (
          <Section id="invite" title={say.participation_stakeholder_invite()}>
            <p>{say.participation_stakeholder_invite_says({ count: invited })}</p>
            {events.length === 0 ? <p>{say.participation_stakeholder_nothing_to_invite()}</p> : (
              <Form action={toHref(language, `${stakeholdersPath}${query === '' ? '' : `?${query}`}`)}>
                <Select language={language} name="about" label={say.participation_stakeholder_to_what()} options={events.map(({ id, title }) => ({ value: id, name: title[language] || title.bg }))} value="" error={errorOf({ problems: asked.problems, field: 'about', language })} />
                <Buttons><Button>{say.participation_stakeholder_invite_button()}</Button></Buttons>
              </Form>
            )}
          </Section>
        )}
      </>
    ),
  }
}
