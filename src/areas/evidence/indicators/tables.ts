// The tables of indicators, as types.
import type { Bilingual } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { ColumnType, Generated } from 'kysely'
import type { Caveat, Definition, Direction, Domain, Indicator } from './rules.ts'

type Json<T> = ColumnType<T, string, string>

export type IndicatorTables = {
  'evidence.indicator': {
    id: Ref<'indicator'>
    key: string
    version: number
    definedBy: 'catalogue' | 'analyst'
    position: Generated<number>
  }
  'evidence.indicatorVersion': {
    indicator: Ref<'indicator'>
    version: number
    domain: Domain
    nameBg: string
    nameEn: string
    shortNameBg: string
    shortNameEn: string
    definitionBg: string
    definitionEn: string
    unitId: string
    unitLabelBg: string
    unitLabelEn: string
    unitScale: number
    unitCurrency: 'EUR' | 'BGN' | null
    unitPercent: boolean
    decimals: number
    direction: Direction
    formula: Json<Definition>
    selection: number | null
    level: Level
    caveats: Json<readonly Caveat[]>
    headline: number | null
    hidden: boolean
    load: Json<Indicator['load']>
    reasonWithoutFigures: ColumnType<Bilingual | null, string | null, string | null>
    validFrom: Date
    definedByAccount: string | null
    why: string | null
  }
}
