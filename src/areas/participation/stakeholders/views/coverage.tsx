// Who was heard and who was not, by sector and municipality. The public reads counts of five and more; staff read all.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { type CoverageRow, type CoverageStep, hideSmall, isSilent, ratioOf } from '../rules/coverage.ts'
import type { Sector } from '#areas/participation/proposals/rules.ts'
import { saySector, sayStep } from './words.ts'

export type Peopled = { readonly code: string; readonly name: string; readonly people: number | null }
type Shown = {
  readonly language: Language; readonly who: 'everyone' | 'staff'; readonly sectors: readonly CoverageRow<Sector | null>[]; readonly municipalities: readonly CoverageRow<string>[]
  readonly places: readonly Peopled[]; /** of the population: year and source */ readonly population: string | null
}
export const coverageScreen = ({ language, who, sectors, municipalities, places, population }: Shown): Screen => {
  const say = speak(language)
  const steps: readonly CoverageStep[] = who === 'staff' ? ['invited', 'signedUp', 'came', 'contributed', 'answered'] : ['came', 'contributed', 'answered']
  const perPlace: readonly CoverageStep[] = who === 'staff' ? ['invited', 'signedUp', 'contributed', 'answered'] : ['contributed', 'answered']
  const cellsOf = (rows: readonly CoverageRow<unknown>[], of: readonly CoverageStep[]): readonly (readonly string[])[] => {
    const columns = of.map((step) => { const column = rows.map(({ counts }) => counts[step]); return who === 'staff' ? column : hideSmall(column) })
    return rows.map((_, at) => columns.map((column) => { const count = column[at]; return count === null ? say.participation_event_few() : sayNumber(count ?? 0, language, 0) }))
  }
  const silent = municipalities.filter(isSilent).map(({ key }) => places.find(({ code }) => code === key)?.name ?? key)
  const allVoices = municipalities.reduce((all, { counts }) => all + counts.contributed, 0), allPeople = places.reduce((all, { people }) => all + (people ?? 0), 0)
  const sectorCells = cellsOf(sectors, steps), placeCells = cellsOf(municipalities, perPlace)
  return {
    kind: 'screen', title: say.participation_coverage_title(), says: say.participation_coverage_says(), crumbs: [{ name: say.participation_hub_crumb(), path: '/participation' }],
    body: (
      <>
        <PageHeading title={say.participation_coverage_title()} lead={say.participation_coverage_says()} />
        {silent.length === 0 ? <p>{say.participation_coverage_all_heard()}</p> : <Notice language={language} tone="warning" title={say.participation_coverage_silent({ count: silent.length })}><p>{silent.join(', ')}</p></Notice>}
        <Section id="sectors" title={say.participation_coverage_by_sector()}>
          <Table language={language} id="sector-table" caption={say.participation_coverage_by_sector()} captionIs="hidden" columns={[{ name: say.participation_stakeholder_sector() }, ...steps.map((step) => ({ name: sayStep(step, language), kind: 'number' as const }))]}
            rows={sectors.map(({ key }, at) => ({ cells: [saySector(key, language), ...(sectorCells[at] ?? [])] }))} />
        </Section>
        <Section id="municipalities" title={say.participation_coverage_by_place()}>
          <Table language={language} id="place-table" caption={say.participation_coverage_by_place()} captionIs="hidden"
            columns={[{ name: say.participation_event_municipality() }, ...perPlace.map((step) => ({ name: sayStep(step, language), kind: 'number' as const })), { name: say.participation_coverage_people(), kind: 'number' }, ...(who === 'staff' ? [{ name: say.participation_coverage_ratio(), kind: 'number' as const }] : [])]}
            rows={municipalities.map(({ key, counts }, at) => {
              const place = places.find(({ code }) => code === key)
              const ratio = ratioOf({ voices: counts.contributed, allVoices, people: place?.people ?? null, allPeople })
              return { cells: [place?.name ?? key, ...(placeCells[at] ?? []), place?.people == null ? '–' : sayNumber(place.people, language, 0), ...(who === 'staff' ? [ratio === null ? '–' : sayNumber(ratio, language, 2)] : [])] }
            })} />
          {population === null ? null : <p class="p-note">{say.participation_coverage_population({ source: population })}</p>}
        </Section>
        <p class="p-note">{who === 'staff' ? say.participation_coverage_note_staff() : say.participation_coverage_note()}</p>
      </>
    ),
  }
}
