// What an indicator means and what it is not, how it is calculated, its traps, its revisions, its files.
import { saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Details } from '#ui/parts/details.tsx'
import { Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { datasetPath, vintagePath } from '#areas/evidence/datasets/rules.ts'
import { type Indicator, indicatorPath } from '../rules.ts'
import { Caveats } from './caveats.tsx'
import { ImportMarks } from './import-marks.tsx'
import { hasDistrictMap } from './ranking-figures.tsx'
import type { IndicatorShown } from './shown.ts'
import { sayCell, sayCredits } from './wording.ts'
import type { Language } from '#kernel/language.ts'

export const AboutIndicator = ({ language, page, home }: IndicatorShown) => {
  const say = speak(language)
  const { indicator } = page
  return (
    <Section id="about" title={page.periods.length === 0 ? say.evidence_about_title() : say.evidence_about_how()}>
      {page.periods.length === 0 ? <p>{indicator.definition[language]}</p> : null}
      {hasDistrictMap({ page, home }) ? null : <Caveats language={language} indicator={indicator} />}
      <SummaryList lines={[
        { name: say.evidence_about_unit(), value: indicator.unit.label[language] },
        { name: say.evidence_about_direction(), value: sayDirection(indicator, language) },
        { name: say.evidence_about_level(), value: levelWord(indicator, language) },
        { name: say.evidence_about_how(), value: <HowCalculated language={language} indicator={indicator} parts={page.parts} /> },
        // Its values are entered: who, when and what is due stands on a page of its own.
        ...(isCounted(indicator) ? [{ name: say.evidence_about_counted(), value: <a class="ds-link" href={toHref(language, `/evidence/counts/${indicator.key}`)}>{say.evidence_about_counted_link()}</a> }] : []),
        { name: say.evidence_about_key(), value: <code>{indicator.key}</code> },
        ...page.credits.map((credit) => ({
          name: say.evidence_about_source(),
          value: (
            <>
              <a class="ds-link" href={toHref(language, datasetPath(credit.dataset))}>{sayCredits([credit], language)}</a>
              {credit.doi === null ? null : <>{', '}<a class="ds-link" href={`https://doi.org/${credit.doi}`}>doi:{credit.doi}</a></>}
              {', '}<a class="ds-link" href={credit.licence.address}>{credit.licence.name[language]}</a>
            </>
          ),
        })),
        ...(page.credits.length > 0 || indicator.from.kind !== 'direct' ? [] : [{
          name: say.evidence_about_source(), value: <a class="ds-link" href={toHref(language, datasetPath(indicator.from.dataset))}>{indicator.from.dataset}</a>,
        }]),
      ]} />
      <ImportMarks language={language} page={page} />
    </Section>
  )
}

/** Entered by people: its values and what is due stand on a page of the counts. */
export const isCounted = ({ from }: Indicator): boolean => from.kind === 'direct' && from.dataset.startsWith('count-')

const sayDirection = (indicator: Indicator, language: Language): string => {
  const say = speak(language)
  return indicator.direction === 'more' ? say.evidence_direction_more() : indicator.direction === 'less' ? say.evidence_direction_less() : say.evidence_direction_neither()
}
const levelWord = (indicator: Indicator, language: Language): string => {
  const say = speak(language)
  return { eu: say.kernel_level_eu, country: say.kernel_level_country, nuts1: say.kernel_level_nuts1, nuts2: say.kernel_level_nuts2, nuts3: say.kernel_level_nuts3, municipality: say.kernel_level_municipality }[indicator.level]()
}

const HowCalculated = ({ language, indicator, parts }: { readonly language: Language; readonly indicator: Indicator; readonly parts: readonly Indicator[] }) => {
  const say = speak(language)
  const link = (key: string) => {
    const part = parts.find((one) => one.key === key)
    return part === undefined ? key : <a class="ds-link" href={toHref(language, indicatorPath(key))}>{part.name[language]}</a>
  }
  const { from } = indicator
  switch (from.kind) {
    case 'direct': return <>{say.evidence_how_direct({ dataset: from.dataset })} <code>{Object.entries(from.filter).map(([name, codes]) => `${name}=${typeof codes === 'string' ? codes : codes.join('+')}`).join(' ')}</code></>
    case 'ratio': return <>{link(from.over)} {'÷'} {link(from.under)}{from.times === 1 ? null : ` × ${String(from.times)}`}{from.underShift === undefined ? null : ` (${say.evidence_how_shift()})`}</>
    case 'sum': return <>{from.of.map((key, at) => <>{at === 0 ? null : ' + '}{link(key)}</>)}</>
    case 'difference': return <>{from.of.map((key, at) => <>{at === 0 ? null : ' − '}{link(key)}</>)}</>
    case 'meanOfTwo': return <>{say.evidence_how_mean()} {link(from.of)}</>
    case 'none': return <>{say.evidence_how_none()}</>
  }
}

export const DataLinks = ({ language, page }: IndicatorShown) => {
  const say = speak(language)
  const path = indicatorPath(page.indicator.key)
  return (
    <Section id="data" title={say.evidence_data_title()}>
      <p>{say.evidence_data_says()}</p>
      <LinkList links={[
        { name: say.evidence_indicator_csv(), href: `${path}/data.csv?language=${language}` },
        { name: say.evidence_indicator_json(), href: `${path}/data.json` },
      ]} />
    </Section>
  )
}

export const Revisions = ({ language, page }: IndicatorShown) => {
  const say = speak(language)
  const revisions = page.revisions.filter((revision) => revision.changes.length > 0)
  if (page.credits.length === 0) return null
  return (
    <Section id="revisions" title={say.evidence_revisions_title()}>
      {revisions.length === 0 ? <p>{say.evidence_revisions_none()}</p> : revisions.map((revision) => (
        <Details summary={say.evidence_revisions_summary({ dataset: revision.dataset, count: revision.changes.length })}>
          <Table
            language={language} id={`rev-${revision.dataset}-${revision.to}`} caption={say.evidence_revisions_caption({ dataset: revision.dataset })}
            columns={[
              { name: say.evidence_col_region() }, { name: say.evidence_col_period() }, { name: say.evidence_col_before(), kind: 'number' },
              { name: say.evidence_col_after(), kind: 'number' }, { name: say.evidence_col_change(), kind: 'number' },
            ]}
            rows={revision.changes.map((change) => ({
              cells: [
                change.region, sayPeriod(change.period, language), sayCell(page.indicator, change.before, language), sayCell(page.indicator, change.after, language),
                change.changePct === null ? '–' : `${saySigned(change.changePct, language, 1)} %`,
              ],
            }))}
          />
          <p><a class="ds-link" href={toHref(language, vintagePath(revision.dataset, revision.to))}>{say.evidence_revisions_vintage()}</a></p>
        </Details>
      ))}
    </Section>
  )
}
