// The list of counted indicators for who enters them, and the public page of one: values, sources, who and when, and what is due.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { comparePeriods } from '#kernel/period.ts'
import { sayDate } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { roleNames } from '#areas/people/roles/rules.ts'
import { datasetPath, vintagePath } from '#areas/evidence/datasets/rules.ts'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod, sayPeriods } from '#ui/charts/period-words.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Value } from '#ui/parts/value.tsx'
import type { Count, Entry, Frequency } from '../rules.ts'
import { countPath, countsPath, dutyPath, enterPath, latestOf, newCountPath } from '../rules.ts'

export type CountLine = { readonly count: Count; readonly due: readonly Period[]; readonly newest: Period | null }
type ListShown = { readonly language: Language; readonly lines: readonly CountLine[]; readonly mayDefine: boolean }
export const countListScreen = ({ language, lines, mayDefine }: ListShown): Screen => {
  const say = speak(language)
  const fresh = mayDefine ? <ButtonLink href={toHref(language, newCountPath)}>{say.evidence_counts_new()}</ButtonLink> : null
  return {
    kind: 'screen', title: say.evidence_counts_title(), says: say.evidence_counts_lead(), crumbs: [{ name: say.evidence_indicators_title(), path: '/evidence/indicators' }],
    body: (
      <>
        <PageHeading title={say.evidence_counts_title()} lead={say.evidence_counts_lead()} />
        {lines.length === 0
          ? <EmptyState title={mayDefine ? say.evidence_counts_none_all() : say.evidence_counts_none_mine()} why={mayDefine ? say.evidence_counts_none_all_why() : say.evidence_counts_none_mine_why()}>{fresh}</EmptyState>
          : (
            <>
              {fresh === null ? null : <p>{fresh}</p>}
              <Table
                language={language} id="counts" caption={say.evidence_counts_title()} captionIs="hidden" phone="stack"
                columns={[{ name: say.evidence_counts_col_indicator() }, { name: say.evidence_counts_col_due() }, { name: say.evidence_counts_col_newest() }, { name: say.evidence_counts_col_next() }]}
                rows={lines.map(({ count, due, newest }) => ({
                  cells: [
                    <a class="ds-link" href={toHref(language, countPath(count.key))}>{count.name[language]}</a>, due.length === 0 ? say.evidence_counts_due_nothing() : sayPeriods(due, language), newest === null ? '–' : sayPeriod(newest, language),
                    <a class="ds-link" href={toHref(language, enterPath(count.key))}>{say.evidence_counts_enter()}<span class="p-hidden-text"> {count.name[language]}</span></a>,
                  ],
                }))}
              />
            </>
          )}
      </>
    ),
  }
}

export type CountShown = {
  readonly language: Language
  readonly count: Count
  readonly entries: readonly Entry[]
  readonly due: readonly Period[]
  readonly atlas: Atlas
  readonly mayEnter: boolean
  readonly mayDefine: boolean
}
export const countScreen = (shown: CountShown): Screen => {
  const { language, count, entries, due, mayEnter, mayDefine } = shown
  const say = speak(language)
  const latest = latestOf(entries)
  const earlier = entries.filter((entry) => !latest.includes(entry)).toReversed()
  return {
    kind: 'screen', title: say.evidence_count_screen({ name: count.name[language] }), says: say.evidence_counts_lead(), crumbs: [{ name: say.evidence_indicators_title(), path: '/evidence/indicators' }, { name: count.name[language], path: indicatorPath(count.key) }],
    body: (
      <>
        <PageHeading kicker={say.evidence_count_kicker()} title={count.name[language]} lead={sayHow(count, language)} />
        {due.length === 0 ? <Notice language={language} tone="success"><p>{say.evidence_count_complete()}</p></Notice> : (
          <Notice language={language} tone="warning" title={say.evidence_count_due_title()}><p>{say.evidence_count_due_says({ periods: sayPeriods(due, language) })}</p></Notice>
        )}
        <Buttons>
          {mayEnter ? <ButtonLink href={toHref(language, enterPath(count.key))}>{say.evidence_counts_enter()}</ButtonLink> : null}
          {mayDefine ? <ButtonLink look="secondary" href={toHref(language, dutyPath(count.key))}>{say.evidence_count_to_duty()}</ButtonLink> : null}
        </Buttons>
        <Section id="values" title={say.evidence_count_values()}>
          <EntryTable {...shown} id="entered" caption={say.evidence_count_values()} list={[...latest].sort((a, b) => comparePeriods(b.period, a.period) || (a.region < b.region ? -1 : 1))} />
          {earlier.length === 0 ? null : <Details summary={say.evidence_count_history({ count: earlier.length })}><EntryTable {...shown} id="earlier" caption={say.evidence_count_history({ count: earlier.length })} list={earlier} /></Details>}
          <p><a class="ds-link" href={toHref(language, indicatorPath(count.key))}>{say.evidence_count_to_indicator()}</a></p>
          <p><a class="ds-link" href={toHref(language, datasetPath(count.dataset))}>{say.evidence_count_to_vintages()}</a></p>
        </Section>
      </>
    ),
  }
}
const EntryTable = ({ language, count, atlas, id, caption, list }: CountShown & { readonly id: string; readonly caption: string; readonly list: readonly Entry[] }) => {
  const say = speak(language)
  const isMany = count.level === 'municipality'
  return (
    <Table
      language={language} id={id} caption={caption} captionIs="hidden" phone="stack" empty={say.evidence_count_values_none()}
      columns={[
        { name: say.evidence_count_period() }, ...(isMany ? [{ name: say.evidence_table_col_region() }] : []), { name: `${say.evidence_count_value()} (${count.unit[language]})`, kind: 'number' as const },
        { name: say.evidence_count_col_source() }, { name: say.evidence_count_col_note() }, { name: say.evidence_count_col_by() },
      ]}
      rows={list.map((entry) => ({
        cells: [
          sayPeriod(entry.period, language), ...(isMany ? [atlas.regions.get(entry.region)?.name[language] ?? entry.region] : []),
          <Value language={language} decimals={Math.max(entry.decimals, count.decimals)} observation={entry.value === null ? { period: entry.period, value: null, flags: '', missing: entry.missing ?? 'unknown' } : { period: entry.period, value: entry.value, flags: '', missing: null }} />,
          entry.source, entry.note === '' ? '–' : entry.note,
          entry.vintage === null ? sayBy(entry, language) : <a class="ds-link" href={toHref(language, vintagePath(count.dataset, entry.vintage))}>{sayBy(entry, language)}</a>,
        ],
      }))}
    />
  )
}
const sayBy = (entry: Entry, language: Language): string => speak(language).evidence_count_by({ role: roleNames[entry.role][language], date: sayDate(entry.enteredAt, language) })
const sayHow = (count: Count, language: Language): string => {
  const say = speak(language)
  return say.evidence_count_how({ frequency: sayFrequency(count.frequency, language), days: say.evidence_count_days({ count: count.daysToEnter }), first: sayPeriod(count.firstPeriod, language) })
}
export const sayFrequency = (frequency: Frequency, language: Language): string => {
  const say = speak(language)
  return { A: say.evidence_count_frequency_a, S: say.evidence_count_frequency_s, Q: say.evidence_count_frequency_q, M: say.evidence_count_frequency_m }[frequency]()
}
export const crumbsOf = (count: Count, language: Language) => [{ name: speak(language).evidence_counts_title(), path: countsPath }, { name: count.name[language], path: countPath(count.key) }]
