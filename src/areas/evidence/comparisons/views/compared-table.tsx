// The comparison as a table: few regions stand side by side, many stand below each other and can be ordered. A value of a higher
// level says whose it is, a missing one why; period, unit, source and vintage stand with every indicator.
import type { Language } from '#kernel/language.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayFlags } from '#ui/charts/flag-words.ts'
import { tooFewCases } from '#ui/charts/reading.ts'
import { Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { fewestCases } from '#areas/evidence/indicators/rules/derive.ts'
import { bound, plainRegion, sayCell, sayCredits, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { regionPath } from '#areas/evidence/regions/rules.ts'
import { addressOf, type Choice, type Compared, type ComparedCell, type ComparedIndicator, orderOf } from '../rules.ts'

type Shown = { readonly language: Language; readonly compared: Compared; readonly choice: Choice }
const sideBySide = 5

export const ComparedTable = (shown: Shown) => (shown.compared.regions.length <= sideBySide ? <SideBySide {...shown} /> : <BelowEachOther {...shown} />)

const hasProfile = (region: Region, compared: Compared): boolean =>
  region.level === 'municipality' || (region.level === 'nuts3' && region.code.startsWith(compared.home.code.slice(0, 2)))
const RegionName = ({ region, language, compared }: { readonly region: Region; readonly language: Language; readonly compared: Compared }) => {
  const isAlike = compared.regions.every((one) => one.level === region.level)
  const name = isAlike ? region.name[language] : titleOfRegion(region, language)
  return hasProfile(region, compared) ? <a class="ds-link" href={toHref(language, regionPath(region.code))}>{name}</a> : name
}
const IndicatorName = ({ one, language }: { readonly one: ComparedIndicator; readonly language: Language }) => (
  <a class="ds-link" href={toHref(language, indicatorPath(one.indicator.key))}>{one.indicator.name[language]}</a>
)
const unitAndPeriod = (one: ComparedIndicator, language: Language): string =>
  [one.indicator.unit.label[language], one.period === null ? '' : bound(sayPeriod(one.period, language))].filter((part) => part !== '').join(', ')

/** A unit that the name says already is not said again. */
const headOf = (one: ComparedIndicator, language: Language): string => {
  const name = one.indicator.shortName[language]
  const period = one.period === null ? '' : bound(sayPeriod(one.period, language))
  return [name, ...(name.includes(one.indicator.unit.label[language]) ? [] : [one.indicator.unit.label[language]]), period].filter((part) => part !== '').join(', ')
}

const CellOf = ({ one, cell, language }: { readonly one: ComparedIndicator; readonly cell: ComparedCell; readonly language: Language }) => {
  const say = speak(language)
  const value = sayCell(one.indicator, cell.cell, language)
  if (cell.cell.missing !== null) {
    return (
      <>
        <span class="p-missing">{value}</span>
        {cell.cases === null ? null : <span class="p-flag"> {tooFewCases({ language, cases: cell.cases, least: fewestCases })}</span>}
      </>
    )
  }
  const flags = sayFlags(cell.cell.flags, language)
  return (
    <>
      {value}
      {flags === '' ? null : <span class="p-flag"> {flags}</span>}
      {cell.of.code === cell.region.code ? null : <span class="p-flag p-higher"> {say.evidence_card_level({ region: plainRegion(cell.of, language) })}</span>}
    </>
  )
}

const SideBySide = ({ language, compared }: Shown) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="compared" caption={say.evidence_compare_caption()} captionIs="hidden" phone="stack"
      columns={[
        { name: say.evidence_col_indicator() }, ...compared.regions.map((region) => ({ name: titleOfRegion(region, language), kind: 'number' as const })),
        { name: say.evidence_compare_unit_period() }, { name: say.evidence_col_source() },
      ]}
      rows={compared.indicators.map((one) => ({
        cells: [
          <IndicatorName one={one} language={language} />,
          ...one.cells.map((cell) => <CellOf one={one} cell={cell} language={language} />),
          unitAndPeriod(one, language), one.credits.length === 0 ? '–' : sayCredits(one.credits, language),
        ],
      }))}
    />
  )
}

const BelowEachOther = ({ language, compared, choice }: Shown) => {
  const say = speak(language)
  const sortOf = (key: string) => {
    const now = choice.order === key ? 'descending' as const : choice.order === `-${key}` ? 'ascending' as const : 'none' as const
    return { now, href: toHref(language, addressOf({ ...choice, order: now === 'descending' ? `-${key}` : key })) }
  }
  return (
    <>
      <Table
        language={language} id="compared" caption={say.evidence_compare_caption()} captionIs="hidden" phone="scroll"
        columns={[{ name: say.evidence_col_region() }, ...compared.indicators.map((one) => ({ name: headOf(one, language), kind: 'number' as const, sort: sortOf(one.indicator.key) }))]}
        rows={orderOf(compared, choice.order).map((at) => {
          const region = compared.regions[at] as Region
          return {
            own: region.code === compared.home.code,
            cells: [<RegionName region={region} language={language} compared={compared} />, ...compared.indicators.map((one) => <CellOf one={one} cell={one.cells[at] as ComparedCell} language={language} />)],
          }
        })}
      />
      <Section id="sources" title={say.evidence_compare_sources()}>
        <Table
          language={language} id="compared-sources" caption={say.evidence_compare_sources()} captionIs="hidden" phone="stack"
          columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_compare_unit_period() }, { name: say.evidence_col_source() }]}
          rows={compared.indicators.map((one) => ({ cells: [<IndicatorName one={one} language={language} />, unitAndPeriod(one, language), one.credits.length === 0 ? '–' : sayCredits(one.credits, language)] }))}
        />
      </Section>
    </>
  )
}
