// Checks of values one by one: shares within 0–100, counts whole and not negative. And marks that will stand on the figure.
import { hasFlag } from '#kernel/observation.ts'
import type { Selection } from '../rules.ts'
import type { Run } from './arithmetic.ts'
import type { RemarkList } from './remarks.ts'

/** The first cell out of bounds of each kind is enough to hold; all are counted. */
export const checkBounds = (list: RemarkList, from: { selection: Selection; region: string; run: Run }): void => {
  const { limits, key } = from.selection
  if (limits.low === null && limits.high === null && limits.whole === 'no') return
  const { values, periods } = from.run
  list.looked('bounds', values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (Number.isNaN(value)) continue
    const says = limits.low !== null && value < limits.low ? 'tooLow'
      : limits.high !== null && value > limits.high ? 'tooHigh'
      : limits.whole === 'yes' && !Number.isInteger(value) ? 'notWhole' : undefined
    if (says) list.add('hold', { check: 'bounds', says, selection: key, region: from.region, period: periods[at] ?? null, facts: { value, low: limits.low ?? '–', high: limits.high ?? '–' } })
  }
}

/** What a reader of the home region's figure must see beside it. */
export const checkMarks = (list: RemarkList, from: { selection: Selection; home: string; run: Run | undefined }): void => {
  const { selection, home, run } = from
  list.looked('marks', 1)
  // The file is good, the region simply is not in it: no fault of the file.
  if (!run) { list.add('mark', { check: 'marks', says: 'homeAbsent', selection: selection.key, region: home }); return }
  const marked = (letter: string) => run.periods.filter((_, at) => hasFlag(run.flags[at] ?? '', letter) && run.missing[at] === null)
  for (const [letter, says] of [['b', 'breaks'], ['d', 'definitionDiffers'], ['u', 'lowReliability']] as const) {
    const periods = marked(letter)
    if (periods.length > 0) list.add('mark', { check: 'marks', says, selection: selection.key, region: home, period: periods.at(-1) ?? null, facts: { periods: periods.join(', ') } })
  }
}
