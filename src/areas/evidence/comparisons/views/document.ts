// The comparison as a workbook: first what the page shows, then every indicator's whole series with the regions side by side. A value
// of a higher level stands under the region whose value it is.
import type { Document, DocumentBlock, DocumentCell, DocumentPicture } from '#kernel/document.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { comparePeriods } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { sayFlags } from '#ui/charts/flag-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { toHref } from '#ui/address.ts'
import { keptValue } from '#ui/jsx/kept.ts'
import type { Cell } from '#areas/evidence/datasets/rules.ts'
import type { Indicator, Series } from '#areas/evidence/indicators/rules.ts'
import { toPublished } from '#areas/evidence/indicators/rules/series-files.ts'
import { cellAt } from '#areas/evidence/indicators/rules/series.ts'
import { sourcesOf } from '#areas/evidence/indicators/views/report/opening.ts'
import { plainRegion, sayCell, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { addressOf, type Choice, type Compared, type ComparedIndicator } from '../rules.ts'

export type ComparedWhole = { readonly language: Language; readonly compared: Compared; readonly choice: Choice; readonly home: HomeRegion; readonly emblem: DocumentPicture | null; readonly title: string; readonly says: string }

const cellOf = (indicator: Indicator, cell: Cell, { language, of }: { readonly language: Language; readonly of: string }): DocumentCell => {
  const note = [sayFlags(cell.flags, language), of].filter((part) => part !== '').join('; ')
  return {
    kind: 'number', text: sayCell(indicator, cell, language), ...(note === '' ? {} : { note }),
    ...(cell.missing === null ? { value: toPublished(cell.value, indicator.decimals) } : {}),
  }
}
/** The same value while the figures are the same: what was made of it is kept with it. */
export const keptComparedDocument = (shown: ComparedWhole): Document =>
  keptValue(shown.compared, `document ${shown.language} ${JSON.stringify([shown.home.body, shown.home.funding, shown.emblem])}`, () => toComparedDocument(shown))
const toComparedDocument = ({ language, compared, choice, home, emblem, title, says }: ComparedWhole): Document => {
  const say = speak(language)
  const { regions, indicators } = compared
  const credits = [...new Map(indicators.flatMap((one) => one.credits).map((credit) => [`${credit.dataset} ${credit.vintage}`, credit])).values()]
  const newest = credits.map((credit) => credit.asOf).sort().at(-1) ?? '2020-01-01'
  const stance = (region: Region) => (region.code === home.code ? { stance: 'region' as const } : {})
  return {
    language, kicker: say.evidence_compare_kicker(), title, says, subtitle: says, body: home.body.name[language], emblem,
    funding: home.funding === null ? null : { statement: home.funding.statement[language], says: `${home.funding.sentence[language]} ${home.funding.disclaimer[language]}` },
    asOf: { day: `${newest}-01-01`.slice(0, 10), words: say.evidence_report_as_of({ date: sayCivilDate(newest, language) }) },
    address: toHref(language, addressOf({ ...choice, order: null, look: null })),
    blocks: [
      { kind: 'heading', level: 1, id: 'compared', text: say.evidence_compare_caption() },
      {
        kind: 'table', id: 'compared-table', caption: say.evidence_compare_caption(), sources: sourcesOf(credits, language), notes: [],
        table: {
          head: [{ name: say.evidence_col_indicator(), kind: 'text' }, { name: say.evidence_compare_unit_period(), kind: 'text' }, ...regions.map((region) => ({ name: titleOfRegion(region, language), kind: 'number' as const, ...stance(region) }))],
          rows: indicators.map((one) => ({ name: one.indicator.name[language], cells: [
            { kind: 'text' as const, text: [one.indicator.unit.label[language], one.period === null ? '' : sayPeriod(one.period, language)].filter((part) => part !== '').join(', ') },
            ...one.cells.map((cell) => cellOf(one.indicator, cell.cell, { language, of: cell.cell.missing === null && cell.of.code !== cell.region.code ? say.evidence_card_level({ region: plainRegion(cell.of, language) }) : '' })),
          ] })),
        },
      },
      { kind: 'heading', level: 1, id: 'series', text: say.evidence_compare_series() },
      ...indicators.flatMap((one, at) => seriesBlock({ one, language, home: home.code, id: `series-${at + 1}` })),
    ],
  }
}
const seriesBlock = ({ one, language, home, id }: { readonly one: ComparedIndicator; readonly language: Language; readonly home: string; readonly id: string }): readonly DocumentBlock[] => {
  const own = [...new Map(one.cells.flatMap((cell): [string, { region: Region; series: Series }][] => (cell.series === null ? [] : [[cell.of.code, { region: cell.of, series: cell.series }]]))).values()]
  const periods = [...new Set(own.flatMap(({ series }) => series.periods))].sort(comparePeriods)
  const say = speak(language)
  if (own.length === 0 || periods.length === 0) return []
  const absent = one.cells.filter((cell) => cell.series === null)
  return [{
    kind: 'table', id, caption: `${one.indicator.name[language]}, ${one.indicator.unit.label[language]}`, sources: sourcesOf(one.credits, language),
    notes: absent.length === 0 ? [] : [say.evidence_indicator_no_series({ names: absent.map((cell) => titleOfRegion(cell.region, language)).join(', ') })],
    table: {
      head: [{ name: say.evidence_col_period(), kind: 'text' }, ...own.map(({ region }) => ({ name: titleOfRegion(region, language), kind: 'number' as const, ...(region.code === home ? { stance: 'region' as const } : {}) }))],
      rows: periods.map((period) => ({ name: sayPeriod(period, language), cells: own.map(({ series }) => cellOf(one.indicator, cellAt(series, period), { language, of: '' })) })),
    },
  }]
}
