// The catalogue of indicators as it stands in the database.
import type { Reader } from '#store/handle.ts'
import type { Indicator } from '../rules.ts'
import type { IndicatorTables } from '../tables.ts'

export type IndicatorRow = Indicator & { readonly selection: number | null }
/** In the order of the catalogue. */
export const listIndicatorRows = async (reader: Reader): Promise<readonly Indicator[]> => (await listWithSelection(reader)).map(({ selection: _selection, ...indicator }) => indicator)

export const listWithSelection = async (reader: Reader): Promise<readonly IndicatorRow[]> => {
  const rows = await reader.withTables<IndicatorTables>().selectFrom('evidence.indicator as i')
    .innerJoin('evidence.indicatorVersion as v', (join) => join.onRef('v.indicator', '=', 'i.id').onRef('v.version', '=', 'i.version'))
    .select(['i.id', 'i.key', 'i.version', 'i.definedBy', 'v.domain', 'v.nameBg', 'v.nameEn', 'v.shortNameBg', 'v.shortNameEn', 'v.definitionBg', 'v.definitionEn', 'v.unitId',
      'v.unitLabelBg', 'v.unitLabelEn', 'v.unitScale', 'v.unitCurrency', 'v.unitPercent', 'v.decimals', 'v.direction', 'v.formula', 'v.selection', 'v.level', 'v.caveats',
      'v.headline', 'v.hidden', 'v.load', 'v.reasonWithoutFigures', 'v.subject'])
    .orderBy('i.position').orderBy('i.key').execute()
  return rows.map((row) => ({
    id: row.id, key: row.key, version: row.version, definedBy: row.definedBy, domain: row.domain,
    name: { bg: row.nameBg, en: row.nameEn }, shortName: { bg: row.shortNameBg, en: row.shortNameEn }, subject: row.subject, definition: { bg: row.definitionBg, en: row.definitionEn },
    unit: { id: row.unitId, label: { bg: row.unitLabelBg, en: row.unitLabelEn }, scale: row.unitScale, currency: row.unitCurrency, percent: row.unitPercent },
    decimals: row.decimals, direction: row.direction, from: row.formula as Indicator['from'], level: row.level, caveats: row.caveats as Indicator['caveats'], headline: row.headline, hidden: row.hidden,
    load: row.load, reasonWithoutFigures: row.reasonWithoutFigures, selection: row.selection,
  }))
}
