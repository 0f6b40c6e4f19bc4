// A saved analysis whose kind has no page of its own for it: the method in words, the figures it stands on, its versions, and what newer
// figures would change before anybody accepts them.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import type { Period } from '#kernel/period.ts'
import { sayDate, sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayMissing } from '#ui/charts/flag-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SourceNote } from '#ui/parts/source-note.tsx'
import { Table } from '#ui/parts/table.tsx'
import { indicatorPath } from '#areas/evidence/indicators/rules.ts'
import { analysesPath, type AnalysisPage, type FrozenVintage, type Inputs, type VersionLine } from '../rules.ts'
import type { InputChanges, NewerVintage } from '../rules/changes.ts'
import { sayAnalysisState, sayKind, sayVintages } from './wording.ts'

export type AnalysisShown = {
  readonly language: Language
  readonly analysis: AnalysisPage
  readonly versions: readonly VersionLine[]
  readonly newer: readonly NewerVintage[]
  readonly changes: InputChanges | null
  readonly sees: 'everyone' | 'staff'
}
export const analysisScreen = (shown: AnalysisShown): Screen => {
  const { language, analysis, versions, newer, changes, sees } = shown
  const say = speak(language)
  const { inputs, note, vintages } = analysis.shown
  return {
    kind: 'screen', title: analysis.title[language], says: sayKind(analysis.kind, language),
    crumbs: [{ name: say.evidence_profile_kicker(), path: '/evidence' }, { name: say.evidence_analyses_title(), path: analysesPath }],
    body: (
      <>
        <PageHeading kicker={`${sayKind(analysis.kind, language)} № ${analysis.number}`} title={analysis.title[language]}
          lead={say.evidence_analysis_lead({ version: String(analysis.shown.version), date: sayDate(analysis.shown.madeAt, language), state: sayAnalysisState(analysis.state, language) })} />
        <NewerFigures language={language} newer={newer} changes={changes} inputs={inputs} />
        <MethodNote language={language} note={note[language]} vintages={vintages} />
        <FrozenFigures language={language} inputs={inputs} />
        {sees === 'everyone' ? null : <Versions language={language} versions={versions} />}
      </>
    ),
  }
}

/** Paragraphs and lists as the record wrote them: a blank line parts paragraphs, „– “ begins a line of a list. */
export const MethodNote = ({ language, note, vintages }: { readonly language: Language; readonly note: string; readonly vintages: readonly FrozenVintage[] }) => {
  const say = speak(language)
  return (
    <Section id="method" title={say.evidence_method_note()}>
      {note.split(/\n{2,}/).map((part) => {
        const lines = part.split('\n').filter((line) => line !== '')
        return lines.length > 0 && lines.every((line) => line.startsWith('– ')) ? <ul>{lines.map((line) => <li>{line.slice(2)}</li>)}</ul> : <p>{part}</p>
      })}
      {vintages.length === 0 ? null : <SourceNote language={language} name={sayVintages(vintages, language)} />}
    </Section>
  )
}

export const NewerFigures = ({ language, newer, changes, inputs }: { readonly language: Language; readonly newer: readonly NewerVintage[]; readonly changes: InputChanges | null; readonly inputs: Inputs }) => {
  const say = speak(language)
  if (newer.length === 0 && (changes === null || changes.changes.length + changes.redefined.length === 0)) return null
  const names = new Map(inputs.indicators.map((one) => [one.key, one]))
  const regions = new Map(inputs.regions.map((one) => [one.code, one.name[language]]))
  const sayOne = (key: string, one: { readonly period: Period | null; readonly value: number | null }): string => {
    const indicator = names.get(key)
    return `${one.value === null ? sayMissing('unknown', language) : sayNumber(one.value, language, indicator?.decimals ?? 1)}${one.period === null ? '' : ` (${sayPeriod(one.period, language)})`}`
  }
  const most = 60
  return (
    <Notice language={language} tone="info" title={say.evidence_newer_title()}>
      {newer.length === 0 ? null : <p>{say.evidence_figure_newer_vintages({ sources: sayVintages(newer.map((one) => one.now), language) })}</p>}
      {changes === null ? null : (
        <>
          <p>{say.evidence_newer_cells({ count: changes.changes.length, of: String(changes.compared) })}{changes.redefined.length === 0 ? '' : ` ${say.evidence_newer_redefined({ indicators: changes.redefined.map((key) => names.get(key)?.shortName[language] ?? key).join(', ') })}`}</p>
          {changes.changes.length === 0 ? null : (
            <Table
              language={language} id="newer-cells" caption={say.evidence_newer_caption()} phone="stack"
              columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_col_region() }, { name: say.evidence_newer_before(), kind: 'number' }, { name: say.evidence_newer_after(), kind: 'number' }]}
              rows={changes.changes.slice(0, most).map((change) => ({ cells: [names.get(change.indicator)?.shortName[language] ?? change.indicator, regions.get(change.region) ?? change.region, sayOne(change.indicator, change.before), sayOne(change.indicator, change.after)] }))}
            />
          )}
        </>
      )}
    </Notice>
  )
}

const FrozenFigures = ({ language, inputs }: { readonly language: Language; readonly inputs: Inputs }) => {
  const say = speak(language)
  return (
    <Section id="figures" title={say.evidence_analysis_inputs()}>
      <Table
        language={language} id="inputs" caption={say.evidence_analysis_inputs()} captionIs="hidden" phone="stack"
        columns={[{ name: say.evidence_col_indicator() }, { name: say.evidence_col_period() }, { name: say.evidence_figure_unit() }, { name: say.evidence_analysis_present(), kind: 'number' }]}
        rows={inputs.indicators.map((one) => ({
          cells: [<a class="ds-link" href={toHref(language, indicatorPath(one.key))}>{one.name[language]}</a>, one.period === null ? '–' : sayPeriod(one.period, language), one.unit.label[language], `${one.values.filter((value) => value !== null).length} / ${inputs.regions.length}`],
        }))}
      />
    </Section>
  )
}
export const Versions = ({ language, versions, toVersion }: { readonly language: Language; readonly versions: readonly VersionLine[]; readonly toVersion?: (version: number) => string }) => {
  const say = speak(language)
  return (
    <Section id="versions" title={say.evidence_analysis_versions()}>
      <Table
        language={language} id="version-list" caption={say.evidence_analysis_versions()} captionIs="hidden" phone="stack"
        columns={[{ name: say.evidence_analysis_version() }, { name: say.evidence_analysis_saved_at() }, { name: say.evidence_analysis_why() }]}
        rows={versions.map((line) => ({ cells: [toVersion === undefined ? String(line.version) : <a class="ds-link" href={toVersion(line.version)}>{line.version}</a>, sayDate(line.madeAt, language), line.why === '' ? '–' : line.why] }))}
      />
    </Section>
  )
}
