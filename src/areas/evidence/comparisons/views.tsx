// The page of comparisons: what is compared, one sentence of what is seen, table or small multiples, files, and the form to choose anew.
// The choice stands in the address alone.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { levels } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { readExtremes } from '#ui/charts/reading.ts'
import { keptDrawing, keptSentence } from '#ui/jsx/kept.ts'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Tabs } from '#ui/parts/tabs.tsx'
import { levelName } from '#areas/evidence/indicators/views/choose-regions.tsx'
import { plainRegion, quantityOf, stanceOf, subjectPlace, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import { addressOf, type Choice, type Compared, comparisonsPath, countFilled, type Look, queryOf, type Preset, tellOf } from './rules.ts'
import { ChooseForm } from './views/choose.tsx'
import { ComparedCharts } from './views/compared-charts.tsx'
import { ComparedTable } from './views/compared-table.tsx'

export type ComparedShown = { readonly language: Language; readonly compared: Compared; readonly choice: Choice }

/** Title and sentence, for the page and for the file. */
export const sayCompared = (compared: Compared, language: Language): { readonly title: string; readonly says: string } =>
  ({ title: sayTitle(compared, language), says: [saySeen(compared, language), sayCounted(compared, language)].filter((part) => part !== null).join(' ') })

export const comparedScreen = ({ language, compared, choice }: ComparedShown): Screen => {
  const say = speak(language)
  const whole: Choice = { ...choice, regions: compared.regions.map((region) => region.code), indicators: compared.indicators.map((one) => one.indicator.key) }
  const look: Look = choice.look ?? 'table'
  const query = queryOf({ regions: whole.regions, indicators: whole.indicators, period: whole.period })
  const counted = keptSentence(compared, `counted ${language}`, () => sayCounted(compared, language))
  const seen = keptSentence(compared, `seen ${language}`, () => saySeen(compared, language))
  const csv = `${comparisonsPath}/data.csv${query}&language=${language}`, json = `${comparisonsPath}/data.json${query}`
  return {
    kind: 'screen', title: sayTitle(compared, language), says: [seen, counted].filter((part) => part !== null).join(' '),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }],
    alternates: [{ type: 'text/csv', path: csv, title: say.evidence_indicator_csv() }, { type: 'application/json', path: json, title: say.evidence_indicator_json() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_compare_kicker()} title={sayTitle(compared, language)} lead={seen ?? counted}>
          {seen === null ? null : <p class="p-note">{counted}</p>}
        </PageHeading>
        <Remarks language={language} compared={compared} />
        <Tabs
          label={say.evidence_compare_look()} current={toHref(language, addressOf({ ...whole, look, order: null }))}
          tabs={[
            { name: say.evidence_compare_look_table(), href: toHref(language, addressOf({ ...whole, look: 'table', order: null })) },
            { name: say.evidence_compare_look_charts(), href: toHref(language, addressOf({ ...whole, look: 'charts', order: null })) },
          ]}
        />
        {compared.regions.length === 0 || compared.indicators.length === 0
          ? <EmptyState level={2} title={say.evidence_compare_empty()} why={say.evidence_compare_empty_why()}><p><a class="ds-link" href={toHref(language, comparisonsPath)}>{say.evidence_compare_again()}</a></p></EmptyState>
          : keptDrawing(compared, `${look} ${language} ${whole.order ?? ''}`, () => (
            look === 'table' ? <ComparedTable language={language} compared={compared} choice={{ ...whole, look }} /> : <ComparedCharts language={language} compared={compared} choice={whole} />
          ))}
        {keptDrawing(compared, `choose ${look} ${language} ${choice.order ?? ''} ${choice.period ?? ''} ${choice.indicators.length}`, () => (
          <Section id="choice" title={say.evidence_compare_choice()}>
            <LinkList links={compared.presets.map((preset) => ({
              name: presetName(preset, language), says: presetSays(preset, language),
              href: toHref(language, addressOf({ ...choice, look, order: null, regions: preset.regions, indicators: preset.indicators.length > 0 ? preset.indicators : choice.indicators })),
            }))} />
            <ChooseForm language={language} compared={compared} choice={choice} look={look} />
          </Section>
        ))}
        <Section id="data" title={say.evidence_data_title()}>
          <p>{say.evidence_compare_data_says()}</p>
          <LinkList links={[{ name: say.evidence_compare_xlsx(), href: toHref(language, `${comparisonsPath}/comparison.xlsx${query}`) }, { name: say.evidence_indicator_csv(), href: csv }, { name: say.evidence_indicator_json(), href: json }]} />
        </Section>
      </>
    ),
  }
}

const sayTitle = ({ regions, indicators }: Compared, language: Language): string => {
  const say = speak(language)
  const [region] = regions, [one] = indicators
  if (indicators.length === 1 && one !== undefined) return say.evidence_compare_title_one({ indicator: one.indicator.name[language], regions: regions.length })
  if (regions.length <= 3 && region !== undefined) return say.evidence_compare_title_few({ regions: regions.map((each) => titleOfRegion(each, language)).join(', ') })
  return `${say.evidence_compare_regions({ regions: regions.length })} ${say.evidence_compare_by({ indicators: indicators.length })}`
}
const saySeen = (compared: Compared, language: Language): string | null => {
  const say = speak(language)
  const told = tellOf(compared)
  if (told.kind === 'none') return sayExtremes(compared, language)
  const words = { name: subjectPlace(told.region, language).name, better: String(told.better), count: told.of }
  return told.kind === 'half' ? say.evidence_compare_half({ ...words, among: String(told.among) }) : say.evidence_compare_against({ ...words, other: plainRegion(told.other, language) })
}
/** Where no region of ours can be judged: highest and lowest by the first indicator whose regions are of one level. */
const sayExtremes = ({ home, indicators }: Compared, language: Language): string | null => {
  for (const { indicator, period, cells } of indicators) {
    const own = cells.filter((cell) => cell.of.code === cell.region.code)
    if (period === null || own.some((cell) => cell.region.level !== own[0]?.region.level) || own.filter((cell) => cell.cell.missing === null).length < leastNamed) continue
    const standings = own.map(({ region, cell }) => ({ ...cell, code: region.code, name: region.name[language], stance: stanceOf(region, home.code) }))
    return `${indicator.name[language]}: ${readExtremes({ language, quantity: quantityOf(indicator, language), standings, period })}`
  }
  return null
}
const leastNamed = 3
const sayCounted = (compared: Compared, language: Language): string => {
  const { filled, of, higher } = countFilled(compared)
  const say = speak(language)
  const base = say.evidence_compare_counted({ filled: String(filled), count: of })
  return higher === 0 ? base : `${base} ${say.evidence_compare_counted_higher({ count: higher })}`
}

/** What one must know before comparing: several levels side by side, values of a higher level, what was not found or did not fit. */
const Remarks = ({ language, compared }: { readonly language: Language; readonly compared: Compared }) => {
  const say = speak(language)
  const shown = levels.filter((level) => compared.regions.some((region) => region.level === level))
  const { unknown, tooMany } = compared
  return (
    <>
      {unknown.length === 0 ? null : <Notice language={language} tone="warning"><p>{say.evidence_compare_unknown({ codes: unknown.slice(0, 12).join(', ') })}</p></Notice>}
      {tooMany.regions + tooMany.indicators === 0 ? null : <Notice language={language} tone="warning"><p>{say.evidence_compare_too_many({ regions: String(tooMany.regions), indicators: String(tooMany.indicators) })}</p></Notice>}
      {shown.length < 2 ? null : <Notice language={language} tone="info"><p>{say.evidence_compare_levels({ levels: shown.toReversed().map((level) => (level === 'eu' ? levelName(level, language) : levelName(level, language).toLowerCase())).join(', ') })}</p></Notice>}
    </>
  )
}
const presetName = ({ name, set }: Preset, language: Language): string => {
  const say = speak(language)
  return { districts: say.evidence_compare_preset_districts, above: say.evidence_compare_preset_above, municipalities: say.evidence_compare_preset_municipalities, set: () => set?.name[language] ?? '' }[name]()
}
const presetSays = ({ name, set }: Preset, language: Language): string => {
  const say = speak(language)
  return { districts: say.evidence_compare_preset_districts_says, above: say.evidence_compare_preset_above_says, municipalities: say.evidence_compare_preset_municipalities_says, set: () => say.evidence_compare_preset_set_says({ count: set?.regions.length ?? 0 }) }[name]()
}
