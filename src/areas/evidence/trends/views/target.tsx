// The target helper: what others reached who once stood where we stand, and how often anybody went as fast as a target asks.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import { fields, horizons, type TargetHelp, type Trend, trendsPath } from '../rules.ts'
import { numberOf } from '../rules/choice.ts'
import { leastStretches } from '../rules/target.ts'
import { fieldName, sayAmount, sayCell, sayPace, sayShare, sayYear } from './words.ts'

type Shown = { readonly language: Language; readonly trend: Trend; readonly help: TargetHelp }
const listedStretches = 40

export const TargetSection = ({ language, trend, help }: Shown) => {
  const say = speak(language)
  return (
    <>
      <p>{sayBasis({ language, trend, help })}</p>
      {help.rows.length === 0 ? null : <><p class="p-note">{say.evidence_trend_target_caption({ unit: trend.indicator.unit.label[language] })}</p><TargetTable language={language} trend={trend} help={help} /></>}
      {help.asked === null ? null : <p data-lead>{sayAsked({ language, trend, help })}</p>}
      <TargetForm language={language} trend={trend} help={help} />
      {help.reached.length === 0 ? null : (
        <Details summary={say.evidence_trend_stretches({ count: help.reached.length })} starts={help.enough === 'yes' ? 'closed' : 'open'}>
          <Table
            language={language} id="stretches" caption={say.evidence_trend_stretches({ count: help.reached.length })} captionIs="hidden" phone="scroll"
            columns={[{ name: say.evidence_col_region() }, { name: say.evidence_trend_col_span() }, { name: say.evidence_trend_col_from(), kind: 'number' }, { name: say.evidence_trend_col_to(), kind: 'number' }, { name: say.evidence_trend_col_pace(), kind: 'number' }]}
            rows={help.reached.slice(0, listedStretches).map((one) => ({ cells: [one.region.name[language], `${one.from}–${one.to}`, sayCell(trend, one.start, language), sayCell(trend, one.end, language), sayPace(trend, one.pace, language)] }))}
          />
          {help.reached.length <= listedStretches ? null : <p class="p-note">{say.evidence_trend_stretches_more({ count: help.reached.length - listedStretches })}</p>}
        </Details>
      )}
    </>
  )
}

const sayBasis = ({ language, trend, help }: Shown): string => {
  const say = speak(language), words = { years: String(trend.choice.years), start: sayAmount(trend, help.start.value, language), count: help.reached.length }
  if (help.looked === 0) return say.evidence_trend_target_nobody({ field: fieldName(help.among, language) })
  const base = help.reached.length === 0 ? say.evidence_trend_target_no_alike(words) : say.evidence_trend_target_basis({ ...words, regions: String(help.alike), looked: String(help.looked) })
  const few = help.enough === 'no' && help.reached.length > 0 ? ` ${say.evidence_trend_target_few({ least: String(leastStretches) })}` : ''
  const priced = help.priced.length === 0 ? '' : ` ${say.evidence_trend_target_priced({ regions: help.priced.map((region) => plainRegion(region, language)).join(', ') })}`
  return `${base}${few}${priced}`
}
const rowName = (quantile: number, language: Language): string => {
  const say = speak(language)
  return quantile === 0.5 ? say.evidence_trend_row_usual() : quantile === 0.75 ? say.evidence_trend_row_ambitious() : say.evidence_trend_row_stretch()
}
/** Half of those alike may have gone the wrong way: a usual „target“ below today's value is said to be none. */
const isWeaker = (trend: Trend, help: TargetHelp, target: TargetHelp['rows'][number]['target']): boolean =>
  trend.direction !== 'neither' && typeof target === 'number' && (trend.direction === 'less' ? target > help.start.value : target < help.start.value)
const TargetTable = ({ language, trend, help }: Shown) => {
  const say = speak(language)
  return (
    <Table
      language={language} id="targets" caption={say.evidence_trend_target_caption({ unit: trend.indicator.unit.label[language] })} captionIs="hidden" phone="stack"
      columns={[
        { name: say.evidence_trend_col_target() }, { name: say.evidence_trend_col_pace(), kind: 'number' }, { name: say.evidence_trend_col_by({ year: String(help.by) }), kind: 'number' },
        { name: say.evidence_trend_col_plausible(), kind: 'number' }, ...(help.asked === null ? [] : [{ name: say.evidence_trend_col_years(), kind: 'number' as const }]),
      ]}
      rows={help.rows.map((row) => ({
        cells: [
          rowName(row.quantile, language), typeof row.pace === 'number' ? sayPace(trend, row.pace, language) : '–',
          <>{typeof row.target === 'number' ? sayCell(trend, row.target, language) : '–'}{row.capped === 'yes' ? <span class="p-flag"> {say.evidence_trend_capped()}</span> : isWeaker(trend, help, row.target) ? <span class="p-flag"> {say.evidence_trend_weaker()}</span> : null}</>,
          typeof row.plausibility === 'number' ? sayShare(row.plausibility, language) : '–',
          ...(help.asked === null ? [] : [typeof row.yearsToAsked === 'number' ? sayNumber(row.yearsToAsked, language, 1) : say.evidence_trend_never()]),
        ],
      }))}
    />
  )
}
/** How often anybody who stood where we stand went so fast. */
const sayAsked = ({ language, trend, help }: Shown): string => {
  const say = speak(language), { asked } = help
  if (asked === null) return ''
  const words = { value: sayAmount(trend, asked.value, language), year: String(help.by) }
  if (asked.way === 'same') return say.evidence_trend_asked_same(words)
  const judged = trend.direction !== 'neither'
  if (judged && asked.way === 'behind') return say.evidence_trend_asked_behind(words)
  if (typeof asked.pace !== 'number' || typeof asked.plausibility !== 'number') return say.evidence_trend_asked_none(words)
  const reached = { ...words, pace: sayPace(trend, asked.pace, language), count: asked.count, of: String(help.reached.length), share: sayShare(asked.plausibility, language) }
  const said = say.evidence_trend_asked({ ...reached })
  const verdict = asked.plausibility >= 0.5 ? say.evidence_trend_asked_usual() : asked.plausibility >= 0.25 ? say.evidence_trend_asked_ambitious()
    : asked.plausibility >= 0.1 ? say.evidence_trend_asked_bold() : asked.count > 0 ? say.evidence_trend_asked_rare() : say.evidence_trend_asked_nobody()
  return help.enough === 'yes' && judged ? `${said} ${verdict}` : said
}

const TargetForm = ({ language, trend, help }: Shown) => {
  const say = speak(language), { choice, indicator } = trend
  const problem = choice.target !== '' && numberOf(choice.target) === null ? { error: say.evidence_trend_target_wrong() } : {}
  return (
    <form method="get" action={`${toHref(language, trendsPath)}#target`} class="p-form">
      <input type="hidden" name="sent" value="yes" />
      <input type="hidden" name="indicator" value={indicator.key} />
      <input type="hidden" name="region" value={trend.region.code} />
      <NumberField language={language} name="target" label={say.evidence_trend_target_label()} help={say.evidence_trend_target_help({ start: sayAmount(trend, help.start.value, language), period: sayYear(help.start.year, language) })} value={choice.target} unit={indicator.unit.percent ? '%' : indicator.unit.label[language]} {...problem} />
      <Select language={language} name="years" label={say.evidence_trend_years_label()} value={String(choice.years)} options={horizons.map((years) => ({ value: String(years), name: say.evidence_trend_years_option({ count: years, year: String(help.start.year + years) }) }))} />
      <Radios language={language} name="among" label={say.evidence_trend_among_label()} value={choice.among} choices={fields.map((field) => ({ value: field, name: fieldName(field, language) }))} />
      <Button look="primary">{say.evidence_trend_show()}</Button>
    </form>
  )
}
