// The invented country of the examples: 28 districts, 11 municipalities, our region is Lipova (Липова).
// No real place, no real figure. Values are made by a small rule, so that pictures are the same every time.
import { type Bilingual, type Language, inLanguage } from '#kernel/language.ts'
import type { Observation } from '#kernel/observation.ts'
import type { Period } from '#kernel/period.ts'
import type { FigureWords } from './chart-figure.tsx'
import type { Quantity } from './quantity-words.ts'
import { type TileLayout, parseTileLayout } from './tile-layout.ts'

export type ExamplePlace = { readonly code: string; readonly name: Bilingual; readonly value: number }
const place = (code: string, bg: string, en: string, value: number): ExamplePlace => ({ code, name: { bg, en }, value })

/** an unemployment-like rate in per cent */
export const districts: readonly ExamplePlace[] = [
  place('VRB', 'Върбица', 'Varbitsa', 18.2), place('MAL', 'Малини', 'Malini', 12.9), place('VIR', 'Вирове', 'Virove', 10.1),
  place('PLO', 'Плодово', 'Plodovo', 8.4), place('VKL', 'Велик Кладенец', 'Velik Kladenets', 4.6), place('RES', 'Ресово', 'Resovo', 4.9),
  place('RAK', 'Ракитна', 'Rakitna', 7.7), place('SRE', 'Сребърна', 'Srebarna', 8.4), place('DOB', 'Доброво', 'Dobrovo', 3.4),
  place('PEP', 'Пеперуда', 'Peperuda', 3.2), place('STO', 'Столица (град)', 'Capital (city)', 1.9), place('STG', 'Столица (област)', 'Capital (district)', 2.8),
  place('LOZ', 'Лозен', 'Lozen', 5.3), place('GAB', 'Габровец', 'Gabrovets', 2.4), place('TRG', 'Тръговище', 'Tragovishte', 8.8),
  place('SHI', 'Шипково', 'Shipkovo', 9.9), place('VAL', 'Валог', 'Valog', 3.0), place('KAM', 'Камен бряг', 'Kamen Bryag', 5.6),
  place('PAS', 'Пасарел', 'Pasarel', 4.3), place('PLA', 'Планинец', 'Planinets', 3.1), place('LIP', 'Липова', 'Lipova', 4.0),
  place('SLI', 'Сливовица', 'Slivovitsa', 7.0), place('YAB', 'Ябълково', 'Yabalkovo', 3.8), place('BRE', 'Бреговица', 'Bregovitsa', 4.0),
  place('BLA', 'Благоево поле', 'Blagoevo Pole', 4.4), place('SMR', 'Смърчан', 'Smarchan', 5.1), place('KRO', 'Кроне', 'Krone', 1.2), place('HLM', 'Хълмино', 'Halmino', 4.8),
]
export const districtLayout: TileLayout = parseTileLayout(`
VRB  .   .   .   .   .   .   .   .
MAL VIR PLO  .  VKL RES RAK SRE DOB
PEP STO STG LOZ GAB  .  TRG SHI VAL
KAM  .  PAS PLA LIP SLI YAB BRE  .
 .  BLA  .  SMR KRO HLM  .   .   .
`)

/** people, in thousands of heads made smaller than they look: counts for the municipal map */
export const municipalities: readonly ExamplePlace[] = [
  place('LIP01', 'Павлин баня', 'Pavlin Banya', 12188), place('LIP02', 'Казанище', 'Kazanishte', 63529), place('LIP03', 'Мъгливо', 'Maglivo', 9591),
  place('LIP04', 'Никола поле', 'Nikola Pole', 4230), place('LIP05', 'Гурка', 'Gurka', 4355), place('LIP06', 'Братя Димови', 'Bratya Dimovi', 7023),
  place('LIP07', 'Липова', 'Lipova', 142296), place('LIP08', 'Чирак', 'Chirak', 17388), place('LIP09', 'Опалчен', 'Opalchen', 2238),
  place('LIP10', 'Радня', 'Radnya', 15760), place('LIP11', 'Гълъбец', 'Galabets', 10138),
]
export const municipalityLayout: TileLayout = parseTileLayout(`
LIP01 LIP02 LIP03 LIP04 LIP05
  .   LIP06 LIP07   .     .
  .   LIP08 LIP09 LIP10   .
  .     .     .   LIP11   .
`)

export const ratePct: (language: Language) => Quantity = (language) => ({
  unit: { id: 'PC', scale: 1, currency: null, percent: true },
  words: language === 'bg' ? '% от работната сила' : '% of the labour force',
  decimals: 1,
  direction: 'less',
})
export const people: (language: Language) => Quantity = (language) => ({
  unit: { id: 'NR', scale: 1, currency: null, percent: false },
  words: language === 'bg' ? 'души' : 'people',
  decimals: 0,
  direction: 'neither',
})
export const euroPerHead: (language: Language) => Quantity = (language) => ({
  unit: { id: 'EUR_HAB', scale: 1, currency: 'EUR', percent: false },
  words: language === 'bg' ? 'евро на човек' : 'euro per head',
  after: '€',
  decimals: 0,
  direction: 'more',
})

/** yearly observations from a first year on; a number, or a text such as '4.0p', ':c' for flags and missing reasons */
export const years = (first: number, values: readonly (number | string)[]): readonly Observation[] => values.map((value, at) => toObservation(String(first + at) as Period, value))
export const quarters = (first: number, values: readonly (number | string)[]): readonly Observation[] =>
  values.map((value, at) => toObservation(`${first + Math.floor(at / 4)}-Q${(at % 4) + 1}` as Period, value))

export const toObservation = (period: Period, value: number | string): Observation => {
  if (typeof value === 'number') return { period, value, flags: '', missing: null }
  const [, number, flags = ''] = /^([-\d.]*|:)([a-z]*)$/.exec(value) ?? []
  if (number === ':') return { period, value: null, flags: '', missing: flags === 'c' ? 'confidential' : flags === 'u' ? 'unreliable' : 'unknown' }
  return { period, value: Number(number), flags, missing: null }
}

/** a calm course from one value to another, with a wave of its own; for crowds of grey lines */
export const course = (from: number, to: number, count: number, seed: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => {
    const way = from + ((to - from) * at) / Math.max(1, count - 1)
    return Math.max(0, Number((way * (1 + 0.09 * Math.sin(at * 0.9 + seed * 1.7))).toFixed(1)))
  })

type Words = { readonly id: string; readonly language: Language; readonly heading: Bilingual; readonly subtitle: Bilingual; readonly notes?: readonly Bilingual[] }
/** every example says under itself that it is one */
export const exampleWords = ({ id, language, heading, subtitle, notes = [] }: Words): FigureWords => ({
  id: `example-${id}-${language}`,
  language,
  heading: inLanguage(heading, language),
  subtitle: inLanguage(subtitle, language),
  notes: notes.map((note) => inLanguage(note, language)),
  origin: [{ name: language === 'bg' ? 'Пример: измислена област, измислени стойности' : 'Example: an invented district, invented figures', vintage: language === 'bg' ? '25.11.2026 г.' : '25 November 2026' }],
  csvHref: `#example-${id}-${language}`,
})
