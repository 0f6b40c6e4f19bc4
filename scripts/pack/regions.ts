// The pack's list of regions: every NUTS code of every version, the municipalities of Bulgaria, and what changed between versions.
// Codes and names only: outlines are never read into the pack.
import { createReadStream, readFileSync } from 'node:fs'
import { readNsiCodes } from '#sources/nsi-codes.ts'
import { readRows } from './csv.ts'

export const versions = ['2003', '2006', '2010', '2013', '2016', '2021', '2024'] as const
export type RegionRow = { code: string; version: string; level: string; nsi: string; parent: string; nameBg: string; nameEn: string }
export type ChangeRow = { from: string; to: string; version: string; kind: string }

const union = 'EU27_2020'
/** Names of the member states as the publications office of the Union writes them. */
export const members: Readonly<Record<string, readonly [bg: string, en: string]>> = {
  AT: ['Австрия', 'Austria'], BE: ['Белгия', 'Belgium'], BG: ['България', 'Bulgaria'], CY: ['Кипър', 'Cyprus'], CZ: ['Чехия', 'Czechia'],
  DE: ['Германия', 'Germany'], DK: ['Дания', 'Denmark'], EE: ['Естония', 'Estonia'], EL: ['Гърция', 'Greece'], ES: ['Испания', 'Spain'],
  FI: ['Финландия', 'Finland'], FR: ['Франция', 'France'], HR: ['Хърватия', 'Croatia'], HU: ['Унгария', 'Hungary'], IE: ['Ирландия', 'Ireland'],
  IT: ['Италия', 'Italy'], LT: ['Литва', 'Lithuania'], LU: ['Люксембург', 'Luxembourg'], LV: ['Латвия', 'Latvia'], MT: ['Малта', 'Malta'],
  NL: ['Нидерландия', 'Netherlands'], PL: ['Полша', 'Poland'], PT: ['Португалия', 'Portugal'], RO: ['Румъния', 'Romania'], SE: ['Швеция', 'Sweden'],
  SI: ['Словения', 'Slovenia'], SK: ['Словакия', 'Slovakia'],
}
const others: Readonly<Record<string, readonly [bg: string, en: string]>> = {
  AL: ['Албания', 'Albania'], CH: ['Швейцария', 'Switzerland'], IS: ['Исландия', 'Iceland'], LI: ['Лихтенщайн', 'Liechtenstein'],
  ME: ['Черна гора', 'Montenegro'], MK: ['Северна Македония', 'North Macedonia'], NO: ['Норвегия', 'Norway'], RS: ['Сърбия', 'Serbia'],
  TR: ['Турция', 'Türkiye'], UK: ['Обединено кралство', 'United Kingdom'],
}
/** Greece under the letters of the older versions. */
const older: Readonly<Record<string, string>> = { GR: 'EL' }
const levelOf = (code: string): string => ['country', 'nuts1', 'nuts2', 'nuts3'][code.length - 2] ?? 'nuts3'
const isRegion = (code: string): boolean => /^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code) && !/Z$/.test(code.slice(2)) && !/XX$|^FRX$|^HUX$/.test(code)

/** The code without its last letter; one level higher where a version lists no such region. */
const parentOf = (code: string, listed: ReadonlyMap<string, string> | undefined): string => {
  let parent = code.slice(0, -1)
  while (parent.length > 2 && !listed?.has(parent)) parent = parent.slice(0, -1)
  return parent
}
type Outline = { properties: { NUTS_ID: string; NAME_LATN: string; NUTS_NAME: string } }
const codesOf = (path: string): ReadonlyMap<string, { latin: string; native: string }> =>
  new Map((JSON.parse(readFileSync(path, 'utf8')) as { features: Outline[] }).features
    .map(({ properties: p }) => [p.NUTS_ID, { latin: p.NAME_LATN.trim(), native: p.NUTS_NAME.trim() }]))
const alike = (a: string, b: string): boolean => a.toLocaleLowerCase('und') === b.toLocaleLowerCase('und')

export type Nomenclature = { readonly regions: readonly RegionRow[]; readonly changes: readonly ChangeRow[]; readonly codes: ReadonlyMap<string, ReadonlySet<string>> }

export const readNomenclature = async (data: string): Promise<Nomenclature> => {
  const history = readRows(`${data}/geo/nuts_changes_1999_2021.csv`)
  const latin2021 = codesOf(`${data}/geo/NUTS_RG_20M_2021_4326.geojson`)
  const latin2024 = codesOf(`${data}/geo/NUTS_RG_20M_2024_4326.geojson`)
  const institute = await instituteNames(data)
  const native = new Map<string, Map<string, string>>()
  /** code and version → the code the same region has in 2021 */
  const later = new Map<string, string>()
  for (const version of versions.slice(0, -1)) {
    native.set(version, new Map(history.flatMap((row) => {
      const code = row[`code_${version}`] ?? ''
      if (!isRegion(code)) return []
      later.set(`${code} ${version}`, row.code_2021 || code)
      const name = versions.slice(versions.indexOf(version), -1).map((at) => (row[`geo_name_${at}`] ?? '').trim()).find((text) => text !== '')
      return [[code, name ?? ''] as const]
    })))
  }
  native.set('2024', new Map([...latin2024].filter(([code]) => isRegion(code)).map(([code, name]) => [code, name.native])))
  // Countries outside the Union that the correspondence table names without regions stay in by the outline file of 2021.
  for (const [code, name] of latin2021) if (isRegion(code) && !native.get('2021')?.has(code)) native.get('2021')?.set(code, name.native)

  const latinOf = (code: string, version: string): string => {
    const own = native.get(version)?.get(code) ?? ''
    if (version === '2024') return latin2024.get(code)?.latin || own
    const now = latin2021.get(later.get(`${code} ${version}`) ?? code)
    if (now && (version === '2021' || own === '' || alike(own, now.native))) return now.latin
    // Greek and Cyrillic capitals of old versions have no official Latin form at hand: the code stands for itself.
    return own === '' || /[\u0370-\u03ff\u0400-\u04ff]/.test(own) ? code : own
  }
  const rows: RegionRow[] = [{ code: union, version: '2003-2024', level: 'eu', nsi: '', parent: '', nameBg: 'ЕС-27 (от 2020 г.)', nameEn: 'EU-27 (from 2020)' }]
  const open = new Map<string, RegionRow & { from: string; to: string }>()
  for (const version of versions) {
    for (const code of native.get(version)?.keys() ?? []) {
      const bulgarian = institute.get(later.get(`${code} ${version}`) ?? code)
      const letters = older[code] ?? code
      const state = members[letters] ?? others[letters]
      const latin = latinOf(code, version)
      const row = {
        code, version, level: levelOf(code), nsi: bulgarian?.nsi ?? '',
        parent: code.length === 2 ? (members[letters] ? union : '') : parentOf(code, native.get(version)),
        nameBg: bulgarian?.bg ?? state?.[0] ?? latin, nameEn: bulgarian?.en ?? state?.[1] ?? latin,
      }
      const before = open.get(code)
      const goesOn = before !== undefined && before.to === versions[versions.indexOf(version) - 1] && before.parent === row.parent && alike(before.nameEn, row.nameEn)
      if (goesOn) Object.assign(before, { to: version, nameEn: row.nameEn, nameBg: row.nameBg })
      else {
        if (before) rows.push(closed(before))
        open.set(code, { ...row, from: version, to: version })
      }
    }
  }
  rows.push(...[...open.values()].map(closed), ...await municipalities(data))
  rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.version < b.version ? -1 : 1))
  const codes = new Map(versions.map((version) => [version as string, new Set(native.get(version)?.keys() ?? [])]))
  return { regions: rows, changes: changesOf(history, codes), codes }
}
const closed = ({ from, to, ...row }: RegionRow & { from: string; to: string }): RegionRow => ({ ...row, version: from === to ? from : `${from}-${to}` })

type Names = ReadonlyMap<string, { readonly bg: string; readonly en: string }>
const namesIn = async (path: string): Promise<Names> =>
  (await readNsiCodes(createReadStream(path))).find(({ list }) => list === 'EKATTE')?.codes ?? new Map()
const districtsIn = (data: string) => readRows(`${data}/facts/districts.csv`)

/** Names of the Bulgarian regions by the statistical institute, under the codes of 2006–2024. */
const instituteNames = async (data: string): Promise<ReadonlyMap<string, { nsi: string; bg: string; en: string }>> => {
  const regions = await namesIn(`${data}/nsi/nsi-107.DGr_1_2-codelists.csv`)
  const names = new Map([...regions].filter(([code]) => /^BG\d\d?$/.test(code)).map(([code, name]) => [code, { nsi: '', ...name }]))
  for (const row of districtsIn(data))
    // The institute prints "Sofia" for the district around the capital; in English the two must be told apart.
    names.set(row.nuts3 ?? '', { nsi: row.code ?? '', bg: row.name_bg ?? '', en: row.nuts3 === 'BG412' ? 'Sofia (district)' : row.name_en ?? '' })
  return names
}
const municipalities = async (data: string): Promise<readonly RegionRow[]> => {
  const district = new Map(districtsIn(data).map((row) => [row.code, row.nuts3 ?? '']))
  // The code list also keeps a municipality that moved to another district: only those counted in the newest year stand.
  const counted = new Set(readRows(`${data}/nsi/nsi-1169.Pop_7_2-data.csv.gz`).filter((row) => row.periods === '2024').map((row) => row.EKATTE ?? ''))
  return [...await namesIn(`${data}/nsi/nsi-1169.Pop_7_2-codelists.csv`)].flatMap(([code, { bg, en }]) => {
    const parent = district.get(code.slice(0, 3))
    return parent && counted.has(code) && /^[A-Z]{3}\d\d$/.test(code)
      ? [{ code, version: '2024', level: 'municipality', nsi: code, parent, nameBg: bg, nameEn: en.replace(/^Pavel banya$/, 'Pavel Banya') }] : []
  })
}

const changesOf = (history: readonly Readonly<Record<string, string>>[], codes: ReadonlyMap<string, ReadonlySet<string>>): readonly ChangeRow[] => {
  const changes = new Map<string, ChangeRow>()
  const add = (change: ChangeRow): void => { changes.set(Object.values(change).join(), change) }
  versions.slice(1).forEach((version, at) => {
    const before = versions[at] as string
    const had = codes.get(before) as ReadonlySet<string>
    const has = codes.get(version) as ReadonlySet<string>
    if (version === '2024') {
      // No correspondence table of 2021–2024 is at hand: a code that is gone has ended, its successor is not known.
      for (const code of had) if (!has.has(code)) add({ from: code, to: '', version, kind: 'ended' })
      for (const code of has) if (!had.has(code)) add({ from: '', to: code, version, kind: 'new' })
      return
    }
    for (const row of history) {
      const from = row[`code_${before}`] ?? ''
      const to = row[`code_${version}`] ?? ''
      const words = row[`change_${version}`] ?? ''
      const kind = /boundar/.test(words) ? 'boundary' : 'recoded'
      if (isRegion(from) && isRegion(to)) { if (from !== to || kind === 'boundary') add({ from, to, version, kind }) }
      else if (isRegion(from)) add(has.has(from) ? { from, to: from, version, kind: 'boundary' } : { from, to: '', version, kind: /merge/.test(words) ? 'merged' : /split/.test(words) ? 'split' : 'ended' })
      else if (isRegion(to) && !had.has(to)) add({ from: '', to, version, kind: 'new' })
    }
  })
  return [...changes.values()].sort((a, b) => (a.version + a.from + a.to < b.version + b.from + b.to ? -1 : 1))
}
