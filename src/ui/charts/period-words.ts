// Periods as people say them, alone and inside a sentence. The period itself is the kernel's.
import type { Language } from '#kernel/language.ts'
import { type Period, periodKind, yearOf } from '#kernel/period.ts'
import { speak } from '#kernel/speak.ts'

const romans = ['I', 'II', 'III', 'IV'] as const
export const romanOf = (part: number): string => romans[part - 1] ?? String(part)

/** The quarter, half, month or week inside its year; 0 for a year. */
export const partOf = (period: Period): number => {
  const kind = periodKind(period)
  if (kind === 'year' || kind === 'schoolYear') return 0
  return Number(kind === 'month' ? period.slice(5) : period.slice(6))
}

/** „2024 г.“, „III тримесечие на 2025 г.“, „април 2019 г.“ */
export const sayPeriod = (period: Period, language: Language): string => {
  const say = speak(language)
  const year = String(yearOf(period))
  const part = partOf(period)
  switch (periodKind(period)) {
    case 'year': return say.ui_chart_period_year({ year })
    case 'schoolYear': return say.ui_chart_period_school({ years: period })
    case 'half': return say.ui_chart_period_half({ year, part: romanOf(part) })
    case 'quarter': return say.ui_chart_period_quarter({ year, part: language === 'bg' ? romanOf(part) : String(part) })
    case 'month': return say.ui_chart_period_month({ year, month: say.ui_chart_month({ month: part }) })
    case 'week': return say.ui_chart_period_week({ year, part })
  }
}

/** „през 2024 г.“, „през третото тримесечие на 2025 г.“ · "in 2024", "in the third quarter of 2025" */
export const sayDuring = (period: Period, language: Language): string => {
  const say = speak(language)
  const year = String(yearOf(period))
  const part = partOf(period)
  switch (periodKind(period)) {
    case 'year': return say.ui_chart_during_year({ year })
    case 'schoolYear': return say.ui_chart_during_school({ years: period })
    case 'half': return say.ui_chart_during_half({ year, part })
    case 'quarter': return say.ui_chart_during_quarter({ year, part })
    case 'month': return say.ui_chart_during_month({ year, month: say.ui_chart_month({ month: part }) })
    case 'week': return say.ui_chart_during_week({ year, part })
  }
}

/** „2010–2024 г.“; one period alone when both are the same. */
export const saySpan = (first: Period, last: Period, language: Language): string => {
  if (first === last) return sayPeriod(last, language)
  if (periodKind(first) === 'year' && periodKind(last) === 'year') return speak(language).ui_chart_span_years({ first, last })
  return `${sayPeriod(first, language)} – ${sayPeriod(last, language)}`
}

/** Several periods in few words: runs of years are joined, „2018–2020, 2022, 2023 г.“ */
export const sayPeriods = (periods: readonly Period[], language: Language): string => {
  if (!periods.every((period) => periodKind(period) === 'year')) return periods.map((period) => sayPeriod(period, language)).join(', ')
  const runs: [number, number][] = []
  for (const period of periods) {
    const year = yearOf(period)
    const last = runs.at(-1)
    if (last && year === last[1] + 1) last[1] = year
    else runs.push([year, year])
  }
  const years = runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(', ')
  return speak(language).ui_chart_period_year({ year: years })
}
