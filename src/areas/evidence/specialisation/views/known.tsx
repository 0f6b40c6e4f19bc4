// What is known without a division by activity: industry, knowledge and technology, foreign investment; and what grows in the country.
import type { Language } from '#kernel/language.ts'
import { sayNumber, saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { BarChart } from '#ui/charts/bar-chart.tsx'
import { sayPeriod, saySpan } from '#ui/charts/period-words.ts'
import { sayValue } from '#ui/charts/quantity-words.ts'
import { RangeChart } from '#ui/charts/range-chart.tsx'
import type { Standing } from '#ui/charts/series.ts'
import { Details } from '#ui/parts/details.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { Table } from '#ui/parts/table.tsx'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { originsOf, plainRegion, quantityOf, titleOfRegion } from '#areas/evidence/indicators/views/wording.ts'
import type { CountrySectors, KnownRow, Specialisation } from '../rules.ts'
import { percent, percentQuantity, times } from './saying.ts'

const byValue = (row: KnownRow, language: Language): readonly Standing[] =>
  row.standings.filter(({ cell }) => cell.value !== null).sort((a, b) => (b.cell.value as number) - (a.cell.value as number))
    .map(({ region, cell }) => ({ ...cell, code: region.code, name: region.name[language], stance: region.code === row.shown.code ? 'region' : 'other' }))

export const Industry = ({ language, answer }: { readonly language: Language; readonly answer: Specialisation }) => {
  const say = speak(language)
  const { industry, home } = answer
  if (industry === null) return null
  const quantity = quantityOf(industry.indicator, language)
  return (
    <Section id="known" title={say.evidence_spec_known()} look="figures">
      <BarChart
        id="industry" language={language} quantity={quantity} bars={byValue(industry, language)} csvHref={`${indicatorPath(industry.indicator.key)}/data.csv?language=${language}`}
        heading={say.evidence_spec_known_industry_seen({ place: titleOfRegion(home, language), value: sayValue({ quantity, value: industry.own.value as number, language }), median: industry.spread === null ? '–' : sayValue({ quantity, value: industry.spread.median, language }) })}
        subtitle={say.evidence_spec_known_industry_sub({ period: sayPeriod(industry.period, language) })} origin={[...originsOf(industry.credits, language)]}
        notes={[...(industry.quotient === null ? [] : [say.evidence_spec_known_industry_note({ times: times(industry.quotient, language) })]), say.evidence_spec_known_price()]}
      />
    </Section>
  )
}

export const Technology = ({ language, answer }: { readonly language: Language; readonly answer: Specialisation }) => {
  const say = speak(language)
  const rows = answer.technology.filter(({ spread }) => spread !== null), [first] = rows
  if (first === undefined) return null
  const shown = titleOfRegion(first.shown, language)
  return (
    <Section id="technology" title={say.evidence_spec_known_tech()} look="figures">
      <RangeChart
        id="technology-range" language={language} scale="own" ownName={shown} ownStance={first.shown.code === answer.home.code ? 'region' : 'named'} peersName={say.evidence_spec_peers_regions()}
        rows={rows.map((row) => ({ id: row.indicator.key, label: row.indicator.shortName[language], quantity: quantityOf(row.indicator, language), own: row.own, spread: row.spread, href: toHref(language, indicatorPath(row.indicator.key)) }))}
        heading={say.evidence_spec_known_tech_seen({ shown })} subtitle={say.evidence_spec_known_tech_sub({ period: sayPeriod(first.period, language), shown })} origin={[...originsOf(first.credits, language)]}
        notes={first.shown.code === answer.home.code ? [] : [say.evidence_spec_higher({ shown: plainRegion(first.shown, language) })]}
      />
    </Section>
  )
}

export const OutwardSection = ({ language, answer }: { readonly language: Language; readonly answer: Specialisation }) => {
  const say = speak(language)
  const { outward } = answer
  const quantity = outward === null ? null : quantityOf(outward.indicator, language)
  return (
    <Section id="outward" title={say.evidence_spec_outward()} look="figures">
      {outward === null || quantity === null ? null : (
        <BarChart
          id="investment" language={language} quantity={quantity} bars={byValue(outward, language)} csvHref={`${indicatorPath(outward.indicator.key)}/data.csv?language=${language}`}
          heading={outward.ofPeople === null || outward.ofInvestment === null ? outward.indicator.name[language] : say.evidence_spec_outward_seen({ value: sayValue({ quantity, value: outward.own.value as number, language }), share: percent(outward.ofPeople, language), sharefdi: percent(outward.ofInvestment, language) })}
          subtitle={say.evidence_spec_outward_sub({ unit: outward.indicator.unit.label[language], period: sayPeriod(outward.period, language) })} origin={[...originsOf(outward.credits, language)]}
          notes={outward.quotient === null ? [] : [say.evidence_spec_outward_quotient({ times: times(outward.quotient, language) })]}
        />
      )}
      <p>{say.evidence_spec_outward_missing()}</p>
      <p><a class="ds-link" href={toHref(language, '/evidence/tables')}>{say.evidence_spec_outward_upload()}</a></p>
    </Section>
  )
}

export const Sectors = ({ language, sectors }: { readonly language: Language; readonly sectors: CountrySectors }) => {
  const say = speak(language)
  const moved = sectors.rows.filter(({ changePct }) => changePct !== null).sort((a, b) => (b.changePct as number) - (a.changePct as number))
  const [best] = moved, worst = moved.at(-1), period = sayPeriod(sectors.period, language), earlier = sayPeriod(sectors.earlier, language)
  if (best === undefined || worst === undefined) return null
  const country = plainRegion(sectors.country, language)
  const quantity = percentQuantity(1), change = (value: number): string => `${saySigned(value, language, 1)}${language === 'bg' ? '\u00a0%' : '%'}`
  const number = (value: number | null, word: (value: number) => string): string => (value === null ? '–' : word(value))
  return (
    <Section id="country" title={say.evidence_spec_sectors()} look="figures">
      <BarChart
        id="country-sectors" language={language} quantity={quantity}
        bars={moved.map(({ letter, name, changePct }): Standing => ({ code: letter, name: name[language], stance: 'country', value: changePct as number, flags: '', missing: null }))}
        heading={say.evidence_spec_sectors_seen({ country, earlier, period, best: best.name[language], bestchange: change(best.changePct as number), worst: worst.name[language], worstchange: change(worst.changePct as number) })}
        subtitle={say.evidence_spec_sectors_sub({ country, span: saySpan(sectors.earlier, sectors.period, language) })} origin={[...originsOf(sectors.credits.slice(0, 1), language)]} notes={[say.evidence_spec_sectors_note({ country })]}
      />
      <Details summary={say.evidence_spec_sectors_table({ country })}>
        <Table
          language={language} id="country-table" caption={say.evidence_spec_sectors_table({ country })} captionIs="hidden" phone="scroll"
          columns={[{ name: say.evidence_spec_col_activity() }, ...[say.evidence_spec_sectors_employees({ period }), say.evidence_spec_sectors_share(), say.evidence_spec_sectors_change({ earlier }), say.evidence_spec_sectors_wage(), say.evidence_spec_sectors_to_average()].map((name) => ({ name, kind: 'number' as const }))]}
          rows={sectors.rows.map((row) => ({ cells: [
            `${row.name[language]} (${row.letter})`, number(row.employees, (one) => sayNumber(one, language, 0)), number(row.share, (one) => percent(one, language)), number(row.changePct, change),
            number(row.wage, (one) => sayNumber(one, language, 0)), number(row.wageToAverage, (one) => percent(one, language, 0)),
          ] }))}
        />
      </Details>
    </Section>
  )
}
