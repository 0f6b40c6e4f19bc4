// A figure by itself: what it shows, as it was pinned, where it is from, and what the same question would answer now. Beside it:
// the list of figures, and the page that shows what would be pinned.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import type { ThingKind } from '#kernel/thread.ts'
import { toHref } from '#ui/address.ts'
import { sayFlags, sayMissing } from '#ui/charts/flag-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Thread, type ThreadEnd } from '#ui/thread.tsx'
import { sayCellState, sayKind, sayVintages } from '#areas/evidence/analyses/views/wording.ts'
import { analysesPath } from '#areas/evidence/analyses/rules.ts'
import { type Figure, figurePath, figuresPath, type NewerAnswer, type Pinned, type PinnedValue } from './rules.ts'

const crumbs = (language: Language) => {
  const say = speak(language)
  return [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_analyses_title(), path: analysesPath }]
}
const sayPinned = (pinned: Pick<Pinned, 'unit' | 'decimals'>, one: { readonly value: number | null; readonly missing: PinnedValue['missing']; readonly reason?: PinnedValue['reason'] }, language: Language): string =>
  (one.value !== null ? `${sayNumber(one.value, language, pinned.decimals)}${pinned.unit.percent ? '\u00a0%' : ''}` : (one.reason?.[language] ?? sayMissing(one.missing ?? 'unknown', language)))
const sayWhen = (period: Period | null, language: Language): string => (period === null ? '–' : sayPeriod(period, language))
const whoseOf = (value: PinnedValue, language: Language): string => [value.region?.name[language], value.label?.[language]].filter((part) => part !== undefined).join(', ')

const Values = ({ language, pinned, newer, home }: { readonly language: Language; readonly pinned: Pinned; readonly newer: NewerAnswer | null; readonly home: string }) => {
  const say = speak(language)
  const now = new Map((newer?.values ?? []).map((one) => [one.at, one]))
  const hasIntervals = pinned.values.some((value) => value.interval !== null)
  return (
    <Table
      language={language} id="pinned" caption={`${pinned.measured[language]}, ${pinned.unit.label[language]}`} phone="stack"
      columns={[
        { name: say.evidence_col_region() }, { name: say.evidence_col_period() }, { name: say.evidence_figure_col_pinned(), kind: 'number' },
        ...(hasIntervals ? [{ name: say.evidence_col_interval(), kind: 'number' as const }] : []),
        { name: say.evidence_figure_col_state() }, ...(now.size === 0 ? [] : [{ name: say.evidence_figure_col_now(), kind: 'number' as const }]),
      ]}
      rows={pinned.values.map((value, at) => {
        const today = now.get(at)
        const flags = sayFlags(value.flags, language)
        return {
          own: value.region?.code === home,
          cells: [
            whoseOf(value, language), sayWhen(value.period, language), sayPinned(pinned, value, language),
            ...(hasIntervals ? [value.interval === null ? '–' : `${sayNumber(value.interval.low, language, pinned.decimals)} – ${sayNumber(value.interval.high, language, pinned.decimals)}`] : []),
            [sayCellState(value.state, language), flags, value.how?.[language] ?? ''].filter((part) => part !== '').join(', '),
            ...(now.size === 0 ? [] : [today === undefined ? say.evidence_figure_same() : `${sayPinned(pinned, today, language)} (${sayWhen(today.period, language)})`]),
          ],
        }
      })}
    />
  )
}
const sayMethod = (pinned: Pinned, language: Language): string => {
  const say = speak(language)
  const { method } = pinned
  return method.kind === 'indicator' ? say.evidence_figure_method_indicator({ key: method.key, version: String(method.version) })
    : say.evidence_figure_method_analysis({ kind: sayKind(method.analysis, language), number: String(method.number), version: String(method.version) })
}

/** What rests on a figure, by its kind. */
export const sayUser = (kind: ThingKind, language: Language): string => {
  const say = speak(language)
  return kind === 'finding' ? say.evidence_user_finding() : kind === 'report' || kind === 'document' ? say.evidence_user_document() : say.evidence_user_other()
}

export type FigureShown = {
  readonly language: Language
  readonly figure: Figure
  readonly newer: NewerAnswer | null
  readonly usedBy: readonly ThreadEnd[]
  readonly home: string
}
export const figureScreen = ({ language, figure, newer, usedBy, home }: FigureShown): Screen => {
  const say = speak(language)
  const { pinned } = figure
  return {
    kind: 'screen', title: figure.title[language], says: say.evidence_figure_says({ number: String(figure.number), date: sayDate(figure.pinnedAt, language) }), crumbs: crumbs(language),
    alternates: [{ type: 'text/csv', path: `${figurePath(figure.number)}/data.csv?language=${language}`, title: say.evidence_indicator_csv() }],
    body: (
      <>
        <PageHeading kicker={say.evidence_figure_kicker({ number: String(figure.number) })} title={figure.title[language]} lead={say.evidence_figure_lead({ date: sayDate(figure.pinnedAt, language) })} />
        <Newer language={language} newer={newer} pinned={pinned} />
        <Values language={language} pinned={pinned} newer={newer} home={home} />
        <SourceNote language={language} name={pinned.vintages.length === 0 ? say.evidence_figure_no_vintage() : sayVintages(pinned.vintages, language)} notes={pinned.notes.map((note) => note[language])}
          links={<a class="ds-link" href={`${figurePath(figure.number)}/data.csv?language=${language}`}>{say.evidence_indicator_csv()}</a>} />
        <Section id="about" title={say.evidence_figure_about()}>
          <SummaryList lines={[
            { name: say.evidence_figure_unit(), value: pinned.unit.label[language] },
            { name: say.evidence_figure_method(), value: sayMethod(pinned, language) },
            { name: say.evidence_figure_pinned_at(), value: sayDate(figure.pinnedAt, language) },
            { name: say.evidence_figure_live(), value: <a class="ds-link" href={toHref(language, pinned.path)}>{say.evidence_figure_live_link()}</a> },
          ]} />
        </Section>
        {usedBy.length === 0 ? null : <Section id="thread" title={say.evidence_figure_thread()}><Thread language={language} restsOn={[]} usedBy={usedBy} /></Section>}
      </>
    ),
  }
}
const Newer = ({ language, newer, pinned }: { readonly language: Language; readonly newer: NewerAnswer | null; readonly pinned: Pinned }) => {
  const say = speak(language)
  if (newer === null) return null
  return (
    <Notice language={language} tone="info" title={say.evidence_newer_title()}>
      {newer.vintages.length === 0 ? null : <p>{say.evidence_figure_newer_vintages({ sources: sayVintages(newer.vintages.map((one) => one.now), language) })}</p>}
      {newer.version === null ? null : <p>{pinned.method.kind === 'indicator' ? say.evidence_figure_newer_definition({ before: String(newer.version.before), now: String(newer.version.now) }) : say.evidence_figure_newer_version({ before: String(newer.version.before), now: String(newer.version.now) })}</p>}
      <p>{newer.values.length === 0 ? say.evidence_figure_newer_stays() : say.evidence_figure_newer_values({ count: newer.values.length })}</p>
      <p><a class="ds-link" href={toHref(language, pinned.path)}>{say.evidence_figure_live_link()}</a></p>
    </Notice>
  )
}

export const figuresScreen = ({ language, figures }: { readonly language: Language; readonly figures: readonly Figure[] }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_figures_title(), says: say.evidence_figures_says(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading kicker={say.evidence_analyses_title()} title={say.evidence_figures_title()} lead={say.evidence_figures_says()} />
        {figures.length === 0 ? <EmptyState level={2} title={say.evidence_figures_none()} why={say.evidence_figures_none_why()}><p><a class="ds-link" href={toHref(language, '/evidence/indicators')}>{say.evidence_indicators_title()}</a></p></EmptyState>
          : <LinkList links={figures.map((figure) => ({ name: figure.title[language], href: toHref(language, figurePath(figure.number)), says: say.evidence_figure_says({ number: String(figure.number), date: sayDate(figure.pinnedAt, language) }) }))} />}
      </>
    ),
  }
}

export type PinShown = { readonly language: Language; readonly home: string; readonly asked: { readonly key: string; readonly regions: readonly string[]; readonly period: string }; readonly found: { readonly title: Figure['title']; readonly pinned: Pinned } | null }
/** What would be pinned: looked at before the one button. */
export const pinScreen = ({ language, home, asked, found }: PinShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.evidence_pin_title(), says: say.evidence_pin_says(), crumbs: crumbs(language),
    body: (
      <>
        <PageHeading kicker={say.evidence_pin_title()} title={found === null ? say.evidence_pin_nothing() : found.title[language]} lead={found === null ? say.evidence_pin_nothing_why() : say.evidence_pin_says()} />
        {found === null ? <p><a class="ds-link" href={toHref(language, '/evidence/indicators')}>{say.evidence_indicators_title()}</a></p> : (
          <>
            <Values language={language} pinned={found.pinned} newer={null} home={home} />
            <SourceNote language={language} name={sayVintages(found.pinned.vintages, language)} />
            <Form action={toHref(language, `${figuresPath}/pin`)} hidden={[{ name: 'indicator', value: asked.key }, { name: 'regions', value: asked.regions.join(',') }, { name: 'period', value: asked.period }]}>
              <Button look="primary">{say.evidence_pin_button()}</Button>
            </Form>
          </>
        )}
      </>
    ),
  }
}
