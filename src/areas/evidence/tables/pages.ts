// The addresses of own tables: the list, a new file, and the three steps of a draft. All of them for who imports data.
import { notFound, problems as problemsAnswer, see } from '#kernel/answer.ts'
import type { Asked, PostAnswer } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type Page, page, type ReadVisit, type WaitingOf } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findDatasetByCode } from '#areas/evidence/datasets/read.ts'
import { listCatalogue } from '#areas/evidence/indicators/read.ts'
import { columnsForm, confirmForm, type ConfirmInput, mappingFields, meaningForm, typedAbout, uploadForm } from './forms.ts'
import { findDraft, getRegionIndex, listDrafts, listOwnTables } from './read.ts'
import { guessMapping } from './rules/guess-mapping.ts'
import { listHeads } from './rules/heads.ts'
import { parseMeaning, wholeAbout } from './rules/meaning.ts'
import { offered } from './rules/offered.ts'
import { readTable } from './rules/read-table.ts'
import type { RegionIndex } from './rules/region-names.ts'
import type { Draft, Mapping } from './rules.ts'
import { draftPath, newTablePath, seriesAtMost, tablesPath } from './rules.ts'
import { columnsScreen } from './views/columns.tsx'
import { tableListScreen, uploadScreen } from './views/list.tsx'
import { meaningScreen } from './views/meaning.tsx'
import { previewScreen } from './views/preview.tsx'
import { sayColumns, sayMeaning, throwAway } from './write.ts'

const may = permissions['evidence.import']
const idOf = (asked: Asked): string => asked.params.id ?? ''
const both = (pick: (say: ReturnType<typeof speak>) => string): Bilingual => ({ bg: pick(speak('bg')), en: pick(speak('en')) })

export const tableList = page({
  path: tablesPath, may,
  get: async ({ reader, language }) => {
    const [lines, drafts] = await Promise.all([listOwnTables(reader), listDrafts(reader)])
    return tableListScreen({ language, lines, drafts })
  },
})

/** Its post reads the file, so the door binds it to a command. */
export const newTable = page({
  path: newTablePath, may, accepts: uploadForm,
  get: async ({ reader, language }, asked) => uploadScreen({ language, tables: await listOwnTables(reader), asked }),
})

/** Said in the address, else what was said before; another sheet or head is guessed anew. */
const mappingShown = (draft: Draft, { asked, index }: { readonly asked: Asked; readonly index: RegionIndex }): Mapping | undefined => {
  const isTyped = mappingFields.some((name) => asked.typed.text[name] !== undefined)
  const from = (name: string): number | null => {
    const text = isTyped ? (asked.typed.text[name]?.[0] ?? '') : (asked.query.get(name) ?? '')
    return /^\d{1,6}$/.test(text) ? Number(text) : null
  }
  const at = from('sheet') ?? draft.mapping?.sheet ?? 0
  const sheet = draft.file.sheets[at]
  if (!sheet) return undefined
  const said = draft.mapping?.sheet === at ? draft.mapping : null
  const head = Math.min(Math.max(1, from('head') ?? 0), Math.max(1, sheet.rows.length))
  const heads = Math.min(3, Math.max(1, from('heads') ?? 1)) as Mapping['heads']
  if (from('head') === null) return said ?? guessMapping(sheet, { at, index })
  if (said && said.head === head && said.heads === heads) return said
  // Another sheet comes with the old sheet's head in the form: then its own is guessed.
  return asked.query.has('sheet') && draft.mapping?.sheet !== at && !isTyped ? guessMapping(sheet, { at, index }) : guessMapping(sheet, { at, index, head: { head, heads } })
}

export const columns = page({
  path: draftPath(':id', 'columns'), may, accepts: columnsForm,
  get: async ({ reader, language }, asked) => {
    const [draft, index] = await Promise.all([findDraft(reader, idOf(asked)), getRegionIndex(reader)])
    const mapping = draft && mappingShown(draft, { asked, index })
    const sheet = mapping && draft?.file.sheets[mapping.sheet]
    if (!draft || !mapping || !sheet) return notFound
    return columnsScreen({ language, draft, mapping, heads: listHeads(sheet, mapping), asked, regions: ownRegions(index) })
  },
  post: async (visit, mapping, asked): Promise<PostAnswer> => {
    const draft = await findDraft(visit.writer.reader, idOf(asked))
    if (!draft) return notFound
    const field = wrongIn(mapping, { draft, index: await getRegionIndex(visit.writer.reader) })
    return field === null ? sayColumns(visit, { id: draft.id, mapping }) : problemsAnswer([field])
  },
})
/** What the whole table may be about: the home region, what is above it and what lies in it. */
const ownRegions = ({ atlas }: RegionIndex) => [...atlas.regions.values()].filter((region) => region.level === 'municipality' ? region.parent === atlas.home : region.code.startsWith(atlas.home.slice(0, 2)) || region.level === 'eu')

const wrongIn = (mapping: Mapping, { draft, index }: { readonly draft: Draft; readonly index: RegionIndex }) => {
  const sheet = draft.file.sheets[mapping.sheet]
  const width = sheet?.rows[0]?.length ?? 0
  const beyond = (['region', 'period', 'series', 'flag', 'unit'] as const).find((name) => (mapping[name] ?? 0) >= width)
  if (!sheet || beyond !== undefined) return { field: beyond ?? '', text: both((say) => say.evidence_table_another_column()) }
  if (mapping.values.some((column) => column >= width)) return { field: 'values', text: both((say) => say.evidence_table_another_column()) }
  if (mapping.regionFixed !== null && !index.atlas.regions.has(mapping.regionFixed)) return { field: 'region_fixed', text: both((say) => say.evidence_table_no_such_region()) }
  const heads = listHeads(sheet, mapping)
  if (mapping.period === null && mapping.periodFixed === null && !mapping.values.some((column) => heads[column]?.period != null)) return { field: 'period', text: both((say) => say.evidence_table_no_period_anywhere()) }
  const read = readTable(sheet, { mapping, index })
  if (read.series.length > seriesAtMost) return { field: 'series', text: both((say) => say.evidence_table_too_many_series({ count: read.series.length, most: seriesAtMost })) }
  return read.observations.length === 0 && read.refused.length === 0 ? { field: 'values', text: both((say) => say.evidence_table_nothing_read()) } : null
}

/** A draft with all that is read of it; undefined where its columns were not said yet. */
const readDraft = async (reader: ReadVisit['reader'], { asked, now }: { readonly asked: Asked; readonly now: Date }) => {
  // A post asks it too, and a writing takes one question at a time.
  const draft = await findDraft(reader, idOf(asked))
  if (!draft) return undefined
  const index = await getRegionIndex(reader)
  const catalogue = await listCatalogue(reader, { now })
  const sheet = draft.mapping === null ? undefined : draft.file.sheets[draft.mapping.sheet]
  const read = sheet && draft.mapping ? readTable(sheet, { mapping: draft.mapping, index }) : null
  return { draft, index, read, existing: offered(catalogue, draft.table), taken: new Set(catalogue.map((row) => row.indicator.key)) }
}

export const meaning = page({
  path: draftPath(':id', 'meaning'), may, accepts: meaningForm,
  get: async ({ reader, language, now }, asked) => {
    const found = await readDraft(reader, { asked, now })
    if (!found) return notFound
    if (found.read === null || found.draft.step === 'columns') return see(draftPath(found.draft.id, 'columns'))
    return meaningScreen({ language, draft: found.draft, read: found.read, existing: found.existing, about: { ...wholeAbout({ draft: found.draft, read: found.read, now }), ...typedAbout(asked.typed) }, asked })
  },
  post: async (visit, about, asked): Promise<PostAnswer> => {
    const found = await readDraft(visit.writer.reader, { asked, now: visit.now })
    if (!found) return notFound
    if (found.read === null) return see(draftPath(found.draft.id, 'columns'))
    const parsed = parseMeaning({ about, read: found.read, atlas: found.index.atlas, existing: found.existing, taken: found.taken, dataset: found.draft.table })
    return parsed.ok ? sayMeaning(visit, { id: found.draft.id, about }) : problemsAnswer(parsed.problem)
  },
})

/** Confirming stores a file, so the door binds it to a command; throwing away is done here. */
export const preview = page({
  path: draftPath(':id', 'preview'), may, accepts: confirmForm,
  get: async ({ reader, language, now }, asked) => {
    const found = await readDraft(reader, { asked, now })
    if (!found) return notFound
    if (found.read === null || found.draft.step === 'columns') return see(draftPath(found.draft.id, 'columns'))
    const { draft, read, index, existing, taken } = found
    const before = draft.table === null ? undefined : await findDatasetByCode(reader, draft.table)
    const about = wholeAbout({ draft, read, now })
    return previewScreen({ language, draft, read, atlas: index.atlas, asked, before: before?.title ?? null, meaning: parseMeaning({ about, read, atlas: index.atlas, existing, taken, dataset: draft.table }) })
  },
  post: async (visit, input: ConfirmInput, asked): Promise<PostAnswer> => (input.act === 'throwAway' ? throwAway(visit, idOf(asked)) : notFound),
})

/** Files that were brought and not confirmed. */
export const tablesWaiting: WaitingOf = {
  may,
  list: async ({ reader, language }) => (await listDrafts(reader)).map((draft) => ({ name: draft.fileName, says: speak(language).evidence_tables_drafts(), path: draftPath(draft.id, draft.step) })),
}

export const pages: readonly Page[] = [tableList, newTable, columns, meaning, preview]
