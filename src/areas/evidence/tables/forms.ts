// What the forms about own tables may send: a file, the columns, the meaning, the last word.
import type { Typed } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Period } from '#kernel/period.ts'
import type { Problem, Result } from '#kernel/result.ts'
import { not, ok } from '#kernel/result.ts'
import { type Level, levels } from '#kernel/region.ts'
import { readPeriod } from './rules/periods-in-cells.ts'
import { aboutFields, seriesFields } from './rules/meaning.ts'
import type { About, Mapping } from './rules.ts'

const wrong = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })

export type UploadInput = { readonly fileName: string; readonly bytes: Uint8Array; readonly table: string | null }
export const uploadForm = (typed: Typed): Result<UploadInput, readonly Problem[]> => {
  const { file } = typed.files
  if (!file || file.bytes.length === 0) return not([wrong('file', 'Изберете файл .xlsx или .csv. Ако сте избрали, той е празен.', 'Choose an .xlsx or .csv file. If you have chosen one, it is empty.')])
  const table = typedOne(typed, 'table')
  return ok({ fileName: file.name.slice(-200) || 'table', bytes: file.bytes, table: table === '' ? null : table })
}

/** The names of the fields that hold one column each. */
export const columnFields = ['region', 'period', 'series', 'flag', 'unit'] as const
export type ColumnField = (typeof columnFields)[number]
export const mappingFields = ['sheet', 'head', 'heads', ...columnFields, 'region_fixed', 'period_fixed', 'values', 'level', 'decimal', 'hidden'] as const
const whole = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null)

export const columnsForm = (typed: Typed): Result<Mapping, readonly Problem[]> => {
  const problems: Problem[] = []
  const one = (name: (typeof mappingFields)[number]): string => typedOne(typed, name).trim()
  const column = (name: ColumnField): number | null => whole(one(name))
  const values = (typed.text.values ?? []).map(whole).filter((number) => number !== null)
  const region = column('region'), period = column('period')
  const regionFixed = one('region_fixed'), periodText = one('period_fixed')
  if (region === null && regionFixed === '') problems.push(wrong('region', 'Посочете в коя колона е регионът, или за кой регион е цялата таблица.', 'Say which column holds the region, or which region the whole table is about.'))
  if (region !== null && regionFixed !== '') problems.push(wrong('region_fixed', 'Или колона с регион, или един регион за цялата таблица; не и двете.', 'Either a column with the region, or one region for the whole table; not both.'))
  const periodFixed = periodText === '' ? null : (readPeriod(periodText) ?? null)
  if (periodText !== '' && periodFixed === null) problems.push(wrong('period_fixed', 'Пишете година, например 2024, или 2024-Q3, 2024-05, 2023/2024.', 'Write a year such as 2024, or 2024-Q3, 2024-05, 2023/2024.'))
  if (period !== null && periodText !== '') problems.push(wrong('period_fixed', 'Или колона с период, или един период за цялата таблица; не и двете.', 'Either a column with the period, or one period for the whole table; not both.'))
  if (values.length === 0) problems.push(wrong('values', 'Отбележете поне една колона със стойности.', 'Tick at least one column with values.'))
  // A column says one thing: the later of two fields that name it is told.
  const used = new Map<number, string>()
  for (const name of columnFields) {
    const at = column(name)
    if (at === null) continue
    if (used.has(at)) problems.push(wrong(name, 'Тази колона вече е посочена за друго. Всяка колона се чете като едно нещо.', 'This column has been named for something else already. A column is read as one thing.'))
    else used.set(at, name)
  }
  if (values.some((at) => used.has(at))) problems.push(wrong('values', 'Сред отбелязаните има колона, която вече е посочена за друго. Всяка колона се чете като едно нещо.', 'One of the ticked columns has been named for something else already. A column is read as one thing.'))
  const heads = whole(one('heads')), head = whole(one('head')), sheet = whole(one('sheet'))
  if (head === null || head < 1 || heads === null || heads < 1 || heads > 3 || sheet === null) problems.push(wrong('', 'Листът или заглавният ред не са посочени правилно. Изберете ги отново.', 'The sheet or the row of the head is not said rightly. Choose them again.'))
  const level = one('level'), decimal = one('decimal')
  if (problems.length > 0) return not(problems)
  return ok({
    sheet: sheet ?? 0, head: head ?? 1, heads: (heads ?? 1) as Mapping['heads'], region, regionFixed: regionFixed === '' ? null : regionFixed, period, periodFixed: periodFixed as Period | null, values,
    series: column('series'), flag: column('flag'), unit: column('unit'), level: (levels as readonly string[]).includes(level) ? (level as Level) : 'auto',
    decimal: decimal === 'comma' || decimal === 'point' ? decimal : 'auto', hidden: one('hidden') === 'yes' ? 'take' : 'skip',
  })
}

/** Kept as typed; what is wrong with it is said when the draft with its series is at hand. */
export const meaningForm = (typed: Typed): Result<About, readonly Problem[]> => ok(typedAbout(typed))
export const typedAbout = (typed: Typed): About =>
  Object.fromEntries(Object.entries(typed.text).filter(([name]) => (aboutFields as readonly string[]).includes(name) || seriesFields.some((field) => name.startsWith(`${field}.`))).map(([name, values]) => [name, (values[0] ?? '').slice(0, 2_000)]))

export type ConfirmInput = { readonly act: 'confirm' | 'throwAway'; readonly leaveOut: 'yes' | 'no'; readonly mode: '' | 'add' | 'replace' | 'other' }
export const modes = ['add', 'replace', 'other'] as const
export const confirmForm = (typed: Typed): Result<ConfirmInput, readonly Problem[]> =>
  ok({ act: typedOne(typed, 'act') === 'throwAway' ? 'throwAway' : 'confirm', leaveOut: typedOne(typed, 'leave_out') === 'yes' ? 'yes' : 'no', mode: modes.find((mode) => mode === typedOne(typed, 'mode')) ?? '' })
