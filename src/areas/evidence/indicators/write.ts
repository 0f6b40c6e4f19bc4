// Acts on indicators: the catalogue is taken in, analysts define and change. A change is a new version; figures name theirs.
import type { PostAnswer } from '#kernel/answer.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import type { Bilingual } from '#kernel/language.ts'
import type { AccountId } from '#kernel/who.ts'
import { recordAct } from '#store/audit.ts'
import type { Writer } from '#store/handle.ts'
import { newId } from '#store/ids.ts'
import { registerThings, renameThing } from '#store/thread.ts'
import type { WriteVisit } from '#store/visit.ts'
import { findDatasetByCode } from '#areas/evidence/datasets/read.ts'
import { wantSelections } from '#areas/evidence/datasets/write.ts'
import { listIndicatorRows } from './read/rows.ts'
import type { Indicator } from './rules.ts'
import { indicatorPath } from './rules.ts'
import type { IndicatorEntry, IndicatorInput } from './rules/entry.ts'
import { canonical, toSelection, troublesOf } from './rules/entry.ts'
import type { IndicatorTables } from './tables.ts'

type Acting = { readonly writer: Writer; readonly now: Date; readonly by: AccountId | null }

/** How many were new or changed. Definitions of analysts are left as they are. */
export const takeInCatalogue = async (at: Acting, entries: readonly IndicatorEntry[]): Promise<number> => {
  const known = new Map((await listIndicatorRows(at.writer.reader)).map((indicator) => [indicator.key, indicator]))
  const wanted = entries.filter((entry) => {
    const there = known.get(entry.key)
    return there === undefined || (there.definedBy === 'catalogue' && canonical(toEntry(there)) !== canonical(entry))
  })
  const ours = entries.filter((entry) => known.get(entry.key)?.definedBy !== 'analyst')
  const numbers = await wantedNumbers(at.writer, ours)
  await putAll(at, wanted.map((entry) => ({ entry, there: known.get(entry.key), selection: numbers.get(entry.key) ?? null, definedBy: 'catalogue', why: null, position: entries.indexOf(entry) })))
  if (wanted.length > 0) await recordAct(at.writer, { who: at.by, act: 'evidence.catalogue.takeIn', after: { indicators: wanted.map((entry) => entry.key) } })
  return wanted.length
}
const toEntry = ({ id: _id, version: _version, definedBy: _by, ...entry }: Indicator): IndicatorEntry => entry

const wantedNumbers = async (writer: Writer, entries: readonly IndicatorEntry[]): Promise<ReadonlyMap<string, number>> => {
  const selections = entries.flatMap((entry) => { const selection = toSelection(entry); return selection ? [selection] : [] })
  const numbers = await wantSelections(writer, selections)
  return new Map(selections.map((selection, at) => [selection.key, numbers[at] as number]))
}

type Put = { readonly entry: IndicatorEntry; readonly there: Indicator | undefined; readonly selection: number | null; readonly definedBy: Indicator['definedBy']; readonly why: string | null; readonly position?: number }
/** A catalogue of two hundred takes as many statements as one indicator. */
const putAll = async (at: Acting, puts: readonly Put[]): Promise<void> => {
  if (puts.length === 0) return
  const { writer } = at
  const db = writer.withTables<IndicatorTables>()
  const numbered = puts.map((put) => ({ ...put, id: put.there?.id ?? (newId<'indicator'>() as Indicator['id']), version: (put.there?.version ?? 0) + 1 }))
  const fresh = numbered.filter(({ there }) => there === undefined)
  await registerThings(writer, fresh.map(({ id, entry }) => ({ id, kind: 'indicator' as const, path: indicatorPath(entry.key), title: entry.name, text: searchText(entry) })))
  if (fresh.length > 0) {
    await db.insertInto('evidence.indicator').values(fresh.map(({ id, entry, version, definedBy, position }) => ({ id, key: entry.key, version, definedBy, position: position ?? 10_000 }))).execute()
  }
  for (const { id, entry, version, definedBy, position } of numbered.filter(({ there }) => there !== undefined)) {
    await renameThing(writer, { id, title: entry.name, text: searchText(entry) })
    await db.updateTable('evidence.indicator').set({ version, definedBy, ...(position === undefined ? {} : { position }) }).where('id', '=', id).execute()
  }
  await db.insertInto('evidence.indicatorVersion').values(numbered.map(({ id, version, entry, selection, why }) => ({ indicator: id, version, selection, why, validFrom: at.now, definedByAccount: at.by, ...columnsOf(entry) }))).execute()
}
const columnsOf = (entry: IndicatorEntry) => {
  const { unit } = entry
  return {
    domain: entry.domain, nameBg: entry.name.bg, nameEn: entry.name.en, shortNameBg: entry.shortName.bg, shortNameEn: entry.shortName.en,
    definitionBg: entry.definition.bg, definitionEn: entry.definition.en, unitId: unit.id, unitLabelBg: unit.label.bg, unitLabelEn: unit.label.en, unitScale: unit.scale,
    unitCurrency: unit.currency, unitPercent: unit.percent, decimals: entry.decimals, direction: entry.direction, formula: JSON.stringify(entry.from),
    level: entry.level, caveats: JSON.stringify(entry.caveats), headline: entry.headline, hidden: entry.hidden, load: JSON.stringify(entry.load),
    reasonWithoutFigures: entry.reasonWithoutFigures && JSON.stringify(entry.reasonWithoutFigures), subject: entry.subject && JSON.stringify(entry.subject),
  }
}
/** Building blocks are found by their name only; what is listed also by what it means. */
const searchText = (entry: IndicatorEntry): Bilingual =>
  (entry.hidden ? { bg: '', en: '' } : { bg: `${entry.shortName.bg}. ${entry.definition.bg}`, en: `${entry.shortName.en}. ${entry.definition.en}` })

type Defined = { readonly kind: 'defined' } | { readonly kind: 'wrong'; readonly answer: PostAnswer }
const define = async (visit: WriteVisit, input: IndicatorInput, change: 'new' | 'change'): Promise<Defined> => {
  const all = new Map((await listIndicatorRows(visit.writer.reader)).map((indicator) => [indicator.key, indicator]))
  const there = all.get(input.key)
  const wrong = (field: string, text: Bilingual): Defined => ({ kind: 'wrong', answer: problems([{ field, text }]) })
  if (change === 'new' && there) return wrong('key', { bg: `Вече има показател с ключ ${input.key}.`, en: `There already is an indicator with the key ${input.key}.` })
  if (change === 'change' && !there) return { kind: 'wrong', answer: notFound }
  const entry: IndicatorEntry = {
    ...input, caveats: there ? [...there.caveats.filter((caveat) => caveat.regions !== null || caveat.from !== null || caveat.to !== null), ...input.caveats] : input.caveats,
    headline: input.headline, hidden: there?.hidden ?? false, load: there?.load ?? { words: { bg: '', en: '' }, command: null },
    reasonWithoutFigures: there?.reasonWithoutFigures ?? null,
    // A sentence about the old meaning would be wrong under a new name.
    subject: there && canonical(there.name) === canonical(input.name) ? there.subject : null,
  }
  const troubles = troublesOf(entry, (key) => all.get(key)?.from)
  if (troubles.isCircle) return wrong('from', { bg: 'Показателят се изчислява от себе си: изберете други съставни.', en: 'The indicator would be computed from itself: choose other parts.' })
  if (troubles.unknown.length > 0) return wrong('from', { bg: `Няма показатели с ключ: ${troubles.unknown.join(', ')}.`, en: `There are no indicators with the key: ${troubles.unknown.join(', ')}.` })
  if (entry.from.kind === 'direct' && !(await findDatasetByCode(visit.writer.reader, entry.from.dataset))) {
    return wrong('dataset', { bg: `Няма набор от данни с код „${entry.from.dataset}“.`, en: `There is no dataset with the code "${entry.from.dataset}".` })
  }
  const numbers = await wantedNumbers(visit.writer, [entry])
  await putAll({ writer: visit.writer, now: visit.now, by: visit.who.account }, [{ entry, there, selection: numbers.get(entry.key) ?? null, definedBy: 'analyst', why: input.why }])
  await recordAct(visit.writer, {
    who: visit.who.account, act: change === 'new' ? 'evidence.indicator.define' : 'evidence.indicator.change', ...(there ? { thing: there.id, before: toEntry(there) } : {}), after: entry, why: input.why,
  })
  return { kind: 'defined' }
}

/** Its figures appear at once where the dataset's current vintage holds them already, else with the next import. */
export const defineIndicator = async (visit: WriteVisit, input: IndicatorInput): Promise<PostAnswer> => {
  const done = await define(visit, input, 'new')
  return done.kind === 'wrong' ? done.answer : see(indicatorPath(input.key), 'evidence_notice_defined')
}
export const changeIndicator = async (visit: WriteVisit, input: IndicatorInput): Promise<PostAnswer> => {
  const done = await define(visit, input, 'change')
  return done.kind === 'wrong' ? done.answer : see(indicatorPath(input.key), 'evidence_notice_changed')
}
