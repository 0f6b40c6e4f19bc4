// The addresses of datasets, their vintages, checks and raw files.
import { notFound } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { decisionForm, fetchForm, importForm } from './forms.ts'
import { findDataset, findOriginalFile, findRawFile, findVintage, listDatasets } from './read.ts'
import { listNames } from './read/names.ts'
import { findLastRun, listSourceChecks } from './read/source-checks.ts'
import { listMissing, listWatched } from './rules/source-checks.ts'
import type { Remark, Revision } from './rules.ts'
import { writeChecksCsv } from './rules/wording.ts'
import { datasetListScreen, datasetScreen } from './views/dataset.tsx'
import { fetchingScreen } from './views/fetching.tsx'
import { importScreen } from './views/import.tsx'
import { vintageScreen } from './views/vintage.tsx'
import { acceptVintage, refuseVintage } from './write.ts'
import { fetchByPage } from './write/source-checks.ts'

const open = permissions['public.read']
const numberOf = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : -1)

export const datasetList = page({
  path: '/evidence/datasets', may: open, sameForAll: true,
  get: async ({ reader, language, who }) => datasetListScreen({ language, lines: await listDatasets(reader), mayImport: mayDo(who, permissions['evidence.import']) }),
})

export const fetching = page({
  path: '/evidence/fetching', may: permissions['evidence.import'], accepts: fetchForm,
  get: async ({ reader, language }, asked) => {
    const [lines, run] = await Promise.all([listDatasets(reader), findLastRun(reader)])
    return fetchingScreen({ language, missing: listMissing(lines), watched: listWatched(lines).length, run, asked })
  },
  post: (visit, { what }) => fetchByPage(visit, what),
})

export const dataset = page({
  path: '/evidence/datasets/:code', may: open, sameForAll: true,
  get: async ({ reader, language, who }, asked) => {
    const code = asked.params.code ?? ''
    const [found, looks] = await Promise.all([findDataset(reader, { code }), listSourceChecks(reader, { dataset: code })])
    return found === undefined ? notFound : datasetScreen({ language, ...found, looks, names: await listNames(reader, keysIn([], found.revision)), mayImport: mayDo(who, permissions['evidence.import']) })
  },
})

/** Its post is slow work, so the door binds it to a command. */
export const importPage = page({
  path: '/evidence/datasets/:code/import', may: permissions['evidence.import'], accepts: importForm,
  get: async ({ reader, language }, asked) => {
    const found = await findDataset(reader, { code: asked.params.code ?? '' })
    return found === undefined ? notFound : importScreen({ language, dataset: found.dataset, asked })
  },
})

const vintageOf = (reader: ReadVisit['reader'], params: Readonly<Record<string, string>>) =>
  findVintage(reader, { code: params.code ?? '', number: numberOf(params.number) })

const keysIn = (remarks: readonly Remark[], revision: Revision | null): readonly string[] =>
  [...remarks.flatMap((remark) => remark.selection ?? []), ...(revision?.atHome ?? []).map((change) => change.selection)]

export const vintage = page({
  path: '/evidence/datasets/:code/vintages/:number', may: open, mayPost: permissions['evidence.import'],
  get: async ({ reader, language, who }, asked) => {
    const found = await vintageOf(reader, asked.params)
    const before = found?.revision ? await findVintage(reader, { code: found.dataset.code, number: found.revision.from }) : undefined
    return found === undefined ? notFound : vintageScreen({ language, ...found, comparedWith: before?.vintage.origin ?? null, names: await listNames(reader, keysIn(found.remarks, found.revision)), mayDecide: mayDo(who, permissions['evidence.import']), asked })
  },
  accepts: decisionForm,
  post: (visit, { decision, reason }, asked) => {
    const about = { number: numberOf(asked.params.number), reason }
    return decision === 'accept' ? acceptVintage(visit, about) : refuseVintage(visit, about)
  },
})

export const rawFile = page({
  path: '/evidence/datasets/:code/vintages/:number/file', may: open, languageFree: true,
  get: async ({ reader }, asked) => {
    const file = await findRawFile(reader, { code: asked.params.code ?? '', number: numberOf(asked.params.number) })
    return file === undefined ? notFound : { kind: 'file', mediaType: file.mediaType, name: file.fileName, bytes: { stored: file.sha256, size: file.size } }
  },
})

export const originalFile = page({
  path: '/evidence/datasets/:code/vintages/:number/original', may: permissions['evidence.import'], languageFree: true,
  get: async ({ reader }, asked) => {
    const file = await findOriginalFile(reader, { code: asked.params.code ?? '', number: numberOf(asked.params.number) })
    return file === undefined ? notFound : { kind: 'file', mediaType: file.mediaType, name: file.fileName, bytes: { stored: file.sha256, size: file.size } }
  },
})

export const checksCsv = page({
  path: '/evidence/datasets/:code/vintages/:number/checks.csv', may: open, languageFree: true,
  get: async ({ reader }, asked) => {
    const found = await vintageOf(reader, asked.params)
    const wanted = asked.query.get('language') ?? undefined
    return found === undefined ? notFound : {
      kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `${found.dataset.code}-${found.vintage.number}-checks.csv`,
      bytes: writeChecksCsv({ language: isLanguage(wanted) ? wanted : 'bg', remarks: found.remarks }),
    }
  },
})

export const pages: readonly Page[] = [datasetList, fetching, dataset, importPage, vintage, rawFile, originalFile, checksCsv]
