// Why a row was refused or passed over, and how the table was read, in words.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Level } from '#kernel/region.ts'
import type { speak } from '#kernel/speak.ts'
import type { Passed, ReadingNote, Refused } from '../rules.ts'

type Saying = ReturnType<typeof speak>
export const sayRefusal = (say: Saying, { why, facts }: Pick<Refused, 'why' | 'facts'>): string => {
  switch (why) {
    case 'noRegion': return say.evidence_table_why_no_region()
    case 'unknownRegion': return say.evidence_table_why_unknown_region()
    case 'twoRegions': return say.evidence_table_why_two_regions({ facts })
    case 'formerRegion': return say.evidence_table_why_former_region({ facts })
    case 'noPeriod': return say.evidence_table_why_no_period()
    case 'badPeriod': return say.evidence_table_why_bad_period()
    case 'noSeries': return say.evidence_table_why_no_series()
    case 'badValue': return say.evidence_table_why_bad_value()
    case 'formulaWithoutValue': return say.evidence_table_why_formula()
    case 'errorCell': return say.evidence_table_why_error()
    case 'badFlag': return say.evidence_table_why_flag()
    case 'otherUnit': return facts === '' ? say.evidence_table_why_unit_none() : say.evidence_table_why_unit({ facts })
    case 'twice': return say.evidence_table_why_twice({ facts })
    case 'cutText': return say.evidence_table_why_cut()
  }
}
export const sayPassing = (say: Saying, why: Passed['why']): string =>
  ({ note: say.evidence_table_passed_note, total: say.evidence_table_passed_total, hidden: say.evidence_table_passed_hidden, repeat: say.evidence_table_passed_repeat })[why]()

export const sayReadingNote = (say: Saying, { says, count, facts }: ReadingNote): string => {
  switch (says) {
    case 'formulas': return say.evidence_table_note_formulas({ count })
    case 'dates': return say.evidence_table_note_dates({ facts })
    case 'percents': return say.evidence_table_note_percents({ count })
    case 'merged': return say.evidence_table_note_merged({ facts })
    case 'hiddenColumns': return say.evidence_table_note_hidden_columns({ facts })
    case 'decimalGuessed': return facts === 'comma' ? say.evidence_table_note_decimal_comma() : say.evidence_table_note_decimal_point()
    case 'levelChosen': return say.evidence_table_note_level({ facts: sayLevels(say, facts as Level) })
    case 'recoded': return say.evidence_table_note_recoded({ facts })
    case 'blanks': return say.evidence_table_note_blanks({ count })
    case 'mixedPeriods': return say.evidence_table_note_mixed({ facts })
  }
}
export const sayLevels = (say: Saying, level: Level): string =>
  ({ eu: say.evidence_table_level_eu, country: say.evidence_table_level_country, nuts1: say.evidence_table_level_nuts1, nuts2: say.evidence_table_level_nuts2, nuts3: say.evidence_table_level_nuts3, municipality: say.evidence_table_level_municipality })[level]()

export const shorten = (text: string, most = 40): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
/** In a head a year is written without a space between its thousands. */
export const sayCellOf = (cell: string | number, language: Language): string =>
  (typeof cell === 'number' ? (Number.isInteger(cell) && cell >= 1900 && cell <= 2100 ? String(cell) : sayNumber(cell, language, Math.min(6, (String(cell).split('.')[1] ?? '').length))) : shorten(cell))
