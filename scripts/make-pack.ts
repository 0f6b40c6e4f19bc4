// Makes the starter pack of Stara Zagora from the development data beside the checkout. Run: node scripts/make-pack.ts [data folder]
// The original files stay where they are; figures go into the pack in a layout of its own (docs/starter-pack.md).
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { listWanted } from './pack/catalogue.ts'
import { readEurostat } from './pack/eurostat.ts'
import { readInstitute } from './pack/nsi.ts'
import { readCompetitiveness, readDailyUsers, readInnovationIndex, readPanel } from './pack/copies.ts'
import { districtRows, landRows, merge, municipalRows, printed, withCountry } from './pack/facts.ts'
import { readNomenclature } from './pack/regions.ts'
import { readRows } from './pack/csv.ts'
import { writeSeriesFile } from './pack/series-file.ts'
import type { PackFile, PackRow } from './pack/series-file.ts'

const data = process.argv[2] ?? '../shared/data'
const pack = 'packs/BG344'
const asOf = '2026-06-13'
if (!existsSync(data)) { console.error(`There is no data folder at ${data}. Name it: node scripts/make-pack.ts <folder>`); process.exit(2) }

const nomenclature = await readNomenclature(data)
const codes = (version: string): ReadonlySet<string> => nomenclature.codes.get(version) ?? new Set()
const wantedOf = (dataset: string) => listWanted().filter((wanted) => wanted.dataset === dataset)
const one = (dataset: string) => { const [first] = wantedOf(dataset); if (!first) throw new Error(`nothing wanted of ${dataset}`); return first }

const written: { path: string; size: number; rows: number }[] = []
const write = (file: Omit<PackFile, 'received' | 'stamp' | 'copyOf'> & Partial<Pick<PackFile, 'stamp' | 'copyOf'>>): void => {
  written.push(writeSeriesFile(`${pack}/series`, data, { received: asOf, stamp: null, copyOf: null, ...file }))
}
for (const name of existsSync(`${pack}/series`) ? readdirSync(`${pack}/series`) : []) rmSync(`${pack}/series/${name}`)

// 1. Eurostat's own files
for (const [dataset, vintage, file] of [
  ['bd_size_r3', '2024-01', 'bd_size_r3.2024-01.tsv.gz'],
  ['nama_10r_3gdp', '2023-02-21', 'nama_10r_3gdp.2023-02-21.legacy.tsv.gz'],
  ['demo_r_pjanaggr3', '2023-09-28', 'demo_r_pjanaggr3.2023-09-28.legacy.tsv.gz'],
  ['demo_r_pjangrp3', '2023-09-28', 'demo_r_pjangrp3.2023-09-28.legacy.tsv.gz'],
  ['edat_lfse_22', '2024-01', 'edat_lfse_22.2024-01.tsv.gz'],
  ['ilc_peps13', '2024-01', 'ilc_peps13.2024-01.tsv.gz'],
] as const) {
  const { rows, stamp } = await readEurostat(`${data}/eurostat/${file}`, { wanted: wantedOf(dataset), codes: codes('2021'), version: '2021' })
  write({ dataset, vintage, file: `eurostat/${file}`, stamp, nutsVersion: '2021', reader: 'eurostat-tsv', rows })
}

// 2. The statistical institute's open data: districts by NUTS or by its own codes
const districts = new Map(readRows(`${data}/facts/districts.csv`).map((row) => [row.code ?? '', row.nuts3 ?? '']))
const regionOf = (code: string): string | undefined => (/^BG\d{0,3}$/.test(code) ? code : districts.get(code) ?? (/^SZR\d\d$/.test(code) ? code : undefined))
// In the kindergarten table the planning regions of 2005–2007 are those of the old division (Stara Zagora stands elsewhere): left out.
const withoutPlanningRegions = (code: string): string | undefined => (/^BG\d\d?$/.test(code) ? undefined : regionOf(code))
for (const [number, file] of [
  [629, 'nsi-629.BS_CHI_RP_OBL-data.csv'], [865, 'nsi-865.NF_ENT_BG_RP-data.csv'], [868, 'nsi-868.NF_ENT_BG_A21-data.csv'],
  [908, 'nsi-908.LFS_Q_zaeti_reg_obl_sex-data.csv'], [1011, 'nsi-1011.LFS_A_KB_sex_obl_statreg-data.csv'], [1169, 'nsi-1169.Pop_7_2-data.csv.gz'],
  [365, 'nsi-365.Labour_12113-data.csv'], [612, 'nsi-612.Labour_12123-data.csv'], [107, 'nsi-107.DGr_1_2-data.csv'],
] as const) {
  const rows = await readInstitute(`${data}/nsi/${file}`, { wanted: wantedOf(`nsi-${number}`), regionOf: number === 107 ? withoutPlanningRegions : regionOf })
  write({ dataset: `nsi-${number}`, vintage: '2026-02', file: `nsi/${file}`, nutsVersion: '2024', reader: 'nsi-table', rows })
}

// 3. Re-published copies: the day of the copy is known, not that of the original
const panel = 'regional/i40_indicator_db_nuts2_2008_2019.tsv'
for (const dataset of ['edat_lfse_04', 'edat_lfse_12', 'edat_lfse_33', 'hrst_st_rcat', 'htec_emp_reg2', 'rd_e_gerdreg', 'rd_p_persreg'])
  write({ dataset, vintage: '2020-12', file: panel, copyOf: 'Honti et al. 2020, Data in Brief 33:106464, CC BY 4.0', nutsVersion: '2016', reader: 'panel',
    rows: readPanel(`${data}/${panel}`, { dataset, wanted: wantedOf(dataset), codes: codes('2016') }) })
const daily = 'regional/isoc_r_iuse_i_daily_users.csv'
write({ dataset: 'isoc_r_iuse_i', vintage: '2020-12', file: daily, copyOf: 'rOpenGov, regions (R)', nutsVersion: '2016', reader: 'copy', rows: readDailyUsers(`${data}/${daily}`, { wanted: one('isoc_r_iuse_i'), codes: codes('2016') }) })
const rci = 'regional/rci_evolution_2010_2019.csv'
write({ dataset: 'rci', vintage: '2021-06', file: rci, copyOf: 'cohesiondata.ec.europa.eu, geur-y3df', nutsVersion: '2016', reader: 'copy', rows: readCompetitiveness(`${data}/${rci}`, { wanted: one('rci'), codes: codes('2016') }) })
const ris = 'regional/i40_rank_and_ris2019_index_nuts2.csv'
write({ dataset: 'ris', vintage: '2020-12', file: ris, copyOf: 'Honti et al. 2020, Data in Brief 33:106464, CC BY 4.0', nutsVersion: '2016', reader: 'copy', rows: readInnovationIndex(`${data}/${ris}`, { wanted: one('ris'), codes: codes('2016'), edition: '2019' }) })

// 4. Checked tables of districts and municipalities
const fact = (dataset: string, vintage: string, rows: readonly PackRow[], copyOf: string | null = null): void =>
  write({ dataset, vintage, file: 'facts/districts.csv', copyOf, nutsVersion: '2024', reader: 'facts', rows })
const toCheck = 'public copy, to be checked against the original'
fact('nsi-1130', '2026-02', [...withCountry(districtRows(data, 'ctx.births', { 2024: 'births_2024' })), ...municipalRows(data, 'ctx.births', { 2024: 'births_2024' })])
fact('nsi-1139', '2026-02', [...withCountry(districtRows(data, 'ctx.deaths', { 2024: 'deaths_2024' })), ...municipalRows(data, 'ctx.deaths', { 2024: 'deaths_2024' })])
fact('nsi-natural', '2026-02', [...districtRows(data, 'ctx.natural.rate', { 2024: 'natural_increase_2024_per_1000' }), ...printed('ctx.natural.rate', 'BG', { 2024: '-7.3' })])
fact('demo_r_gind3', asOf, districtRows(data, 'ctx.migr', { 2024: 'net_migration_2024_per_1000' }), toCheck)
fact('nama_10r_3gdp-2026', asOf, merge(districtRows(data, 'ctx.gdp.recent', { 2023: 'gdp_per_head_eur_2023', 2024: 'gdp_per_head_eur_2024' }),
  printed('ctx.gdp.recent', 'BG344', { 2015: '7100', 2016: '8700', 2017: '9300', 2018: '9200', 2019: '8700', 2020: '8700', 2021: '10700', 2022: '20600' })), toCheck)
fact('nsi-regional-accounts', '2026-06', [...districtRows(data, 'ctx.gdp.bgn', { 2023: 'gdp_2023_bgn_million' }), ...printed('ctx.gdp.bgn', 'BG', { 2023: '185233' }),
  ...districtRows(data, 'ctx.gva.industry', { 2023: 'industry_share_gva_2023_pct' })], toCheck)
fact('az-longterm', '2026-06', districtRows(data, 'ctx.longterm', { 2025: 'longterm_share_registered_unemployed_2025_pct' }), toCheck)
fact('nsi-939', '2026-02', merge(districtRows(data, 'ctx.emprate', { '2025-Q3': 'employment_15_64_2025q3_pct' }),
  printed('ctx.emprate', 'BG344', { '2023-Q4': '72.2', '2024-Q4': '72.4' }), printed('ctx.emprate', 'BG', { '2025-Q3': '71.4' })))
fact('nsi-301', '2026-02', merge(districtRows(data, 'ctx.gini', { 2024: 'gini_2024' }), printed('ctx.gini', 'BG344', { 2020: '37.6', 2021: '36.6', 2022: '37.8', 2023: '35.6' }), printed('ctx.gini', 'BG', { 2024: '38.4' })))
write({ dataset: 'nsi-ekatte', vintage: '2025-09-29', file: 'geo/yurukov_settlements.csv', copyOf: 'yurukov/Bulgaria-geocoding', nutsVersion: '2024', reader: 'facts',
  rows: landRows(data, { area: 'ter.area', settlements: 'ter.settlements', period: '2025', home: 'BG344' }) })

// 5. Regions, what changed between versions, the pack itself
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const table = (head: string, rows: readonly (readonly string[])[]): string => `${[head, ...rows.map((row) => row.map(quoted).join(','))].join('\n')}\n`
mkdirSync(pack, { recursive: true })
writeFileSync(`${pack}/regions.csv.gz`, gzipSync(table('code,version,level,nsi,parent,name_bg,name_en',
  nomenclature.regions.map((row) => [row.code, row.version, row.level, row.nsi, row.parent, row.nameBg, row.nameEn])), { level: 9 }))
writeFileSync(`${pack}/changes.csv`, table('from_code,to_code,version,kind', nomenclature.changes.map((row) => [row.from, row.to, row.version, row.kind])))
writeFileSync(`${pack}/pack.json`, `${JSON.stringify({ region: 'BG344', asOf, name: { bg: 'Начален пакет за област Стара Загора', en: 'Starter pack for Stara Zagora district' }, default: true })}\n`)

for (const { path, size, rows } of written) console.log(`${String(rows).padStart(7)} rows ${String(size).padStart(8)} bytes  ${path}`)
const size = readdirSync(pack, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(`${entry.parentPath}/${entry.name}`).size, 0)
console.log(`${nomenclature.regions.length} regions, ${nomenclature.changes.length} changes; the pack has ${size} bytes`)
