// The tables of indicators, as types.
import type { Bilingual } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import type { Ref } from '#kernel/thread.ts'
import type { ColumnType, Generated } from 'kysely'

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
    domain: 'entrepreneurship' | 'innovation' | 'digitalisation' | 'people' | 'economy' | 'territory' | 'green'
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
    direction: 'more' | 'less' | 'neither'
    /** as written in the catalogue; rules.ts knows its shapes */
    formula: Json<unknown>
    selection: number | null
    level: Level
    caveats: Json<readonly unknown[]>
    headline: number | null
    hidden: boolean
    load: Json<{ readonly words: Bilingual; readonly command: string | null }>
    reasonWithoutFigures: ColumnType<Bilingual | null, string | null, string | null>
    subject: ColumnType<Readonly<Record<'bg' | 'en', { readonly text: string; readonly number: 'one' | 'many' }>> | null, string | null, string | null>
    validFrom: Date
    definedByAccount: string | null
    why: string | null
  }
}
