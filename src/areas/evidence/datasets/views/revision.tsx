// What changed between two vintages: counts, the largest change, the home region's changes. Revision is normal; it is shown, not hidden.
import type { Language } from '#kernel/language.ts'
import { sayNumber, saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { sayFlags, sayMissing } from '#ui/charts/flag-words.ts'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import type { Cell, CellChange, Names, Revision } from '../rules.ts'

export const RevisionSummary = ({ language, revision, names, extract }: { readonly language: Language; readonly revision: Revision; readonly names: Names; /** the vintage before was the pack's extract */ readonly extract?: 'yes' }) => {
  const say = speak(language)
  const count = (value: number) => sayNumber(value, language, 0)
  return (
    <>
      <StatLine stats={[
        { name: say.evidence_revision_compared(), value: count(revision.compared) },
        { name: say.evidence_revision_changed(), value: count(revision.changed) },
        { name: say.evidence_revision_appeared(), value: count(revision.appeared) },
        { name: say.evidence_revision_vanished(), value: count(revision.vanished) },
        { name: say.evidence_revision_flags(), value: count(revision.flagsChanged) },
      ]} />
      {extract === 'yes' ? <p class="p-note">{say.evidence_revision_extract()}</p> : null}
      {revision.atHome.length === 0 ? <p>{say.evidence_revision_home_same()}</p> : (
        <Table
          language={language} id={`revision-${revision.to}`} caption={say.evidence_revision_home()} phone="stack"
          columns={[
            { name: say.evidence_col_indicator() }, { name: say.evidence_col_region() }, { name: say.evidence_col_period() },
            { name: say.evidence_col_before(), kind: 'number' }, { name: say.evidence_col_after(), kind: 'number' }, { name: say.evidence_col_change(), kind: 'number' },
          ]}
          rows={revision.atHome.map((change) => ({ cells: cellsOf(change, { language, names }) }))}
        />
      )}
    </>
  )
}

const cellsOf = (change: CellChange, { language, names }: { readonly language: Language; readonly names: Names }) => [
  names.indicators.get(change.selection)?.[language] ?? change.selection, names.regions.get(change.region)?.[language] ?? change.region, sayPeriod(change.period, language), sayBare(change.before, language), sayBare(change.after, language),
  change.changePct === null ? '–' : `${saySigned(change.changePct, language, 1)} %`,
]
/** Without the indicator's decimals: as many as the number has, three at most. */
const sayBare = (cell: Cell, language: Language): string => {
  if (cell.missing !== null) return sayMissing(cell.missing, language)
  const decimals = Math.min(3, (String(cell.value).split('.')[1] ?? '').length)
  const flags = sayFlags(cell.flags, language)
  return flags === '' ? sayNumber(cell.value, language, decimals) : `${sayNumber(cell.value, language, decimals)} (${flags})`
}
