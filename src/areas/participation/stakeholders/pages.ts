// The pages of the register, for staff, and the public page of who was heard.
import { isId } from '#kernel/id.ts'
import { notFound, problems, see, type Asked } from '#kernel/answer.ts'
import { toCsvFile } from '#kernel/csv.ts'
import type { Reader } from '#store/handle.ts'
import { mayDo } from '#kernel/who.ts'
import { page, type ReadVisit } from '#store/visit.ts'
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf } from '#areas/evidence/indicators/read/headlines.ts'
import { listMunicipalities } from '#areas/evidence/regions/read.ts'
import { listEvents } from '#areas/participation/events/read.ts'
import { timeOf } from '#areas/participation/events/rules.ts'
import { listTopics } from '#areas/participation/proposals/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { confirmForm, entryForm, importForm, stakeholderForm, wordsOf } from './forms.ts'
import { findDraft, findStakeholder, listHeard, listRatings, listStakeholders } from './read.ts'
import { byMunicipality, bySector } from './rules/coverage.ts'
import { makeFinder } from './rules/doubles.ts'
import type { FileRow } from '#kernel/sheet.ts'
import { columns, toRows } from './rules/file.ts'
import { coveragePath, isSector, stakeholderPath, stakeholdersPath } from './rules.ts'
import { coverageScreen } from './views/coverage.tsx'
import { entryScreen, newStakeholderScreen } from './views/entry.tsx'
import { draftScreen, importScreen, type SeenRow } from './views/import.tsx'
import { stakeholdersScreen } from './views/list.tsx'
import { mapScreen } from './views/map.tsx'
import { saySector } from './views/words.ts'
import { changeStakeholder, enterStakeholder, importStakeholders, inviteStakeholders, mergeStakeholders, noteObjection, rateStakeholder } from './write.ts'

const manage = permissions['stakeholders.manage']
const chosenOf = (asked: Asked) => ({ sector: asked.query.get('sector') ?? '', municipality: asked.query.get('municipality') ?? '', language: asked.query.get('language') ?? '' })
const todayIn = (now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(now).split('-').reverse().join('.')
const comingEvents = async (reader: Reader, now: Date) => (await listEvents(reader, { who: 'staff', now, limit: 100, offset: 0 })).filter((event) => event.state !== 'cancelled' && timeOf(event, now) !== 'over')

const listPage = page({
  path: stakeholdersPath, may: manage,
  get: async ({ reader, language, now }, asked) => {
    const chosen = chosenOf(asked)
    const [entries, all, municipalities, events] = await Promise.all([listStakeholders(reader, chosen), listStakeholders(reader), listMunicipalities(reader), comingEvents(reader, now)])
    return stakeholdersScreen({ language, asked, entries, total: all.length, chosen, municipalities, events })
  },
  accepts: (typed) => (isId(typed.text.about?.[0]) ? { ok: true, value: typed.text.about[0] } : { ok: false, problem: [{ field: 'about', text: { bg: 'Изберете за какво е поканата.', en: 'Choose what the invitation is for.' } }] }),
  post: async (visit, about, asked) => {
    const known = await comingEvents(visit.writer.reader, visit.now)
    if (!known.some(({ id }) => id === about)) return notFound
    await inviteStakeholders(visit, { about, stakeholders: await listStakeholders(visit.writer.reader, chosenOf(asked)) })
    const query = new URLSearchParams(Object.entries(chosenOf(asked)).filter(([, value]) => value !== '')).toString()
    return see(`${stakeholdersPath}${query === '' ? '' : `?${query}`}`, 'participation_notice_stakeholder_invited')
  },
})
const csvPage = page({
  path: `${stakeholdersPath}/stakeholders.csv`, may: manage,
  get: async ({ reader }, asked) => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'stakeholders.csv', bytes: toCsvFile(toRows(await listStakeholders(reader, chosenOf(asked))), { separator: ';', mark: 'withMark' }) }),
})
const templatePage = page({
  path: `${stakeholdersPath}/template.csv`, may: manage,
  get: () => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'stakeholders-template.csv', bytes: toCsvFile([columns], { separator: ';', mark: 'withMark' }) }),
})
const newPage = page({
  path: `${stakeholdersPath}/new`, may: manage,
  get: async ({ reader, language, now }, asked) => newStakeholderScreen({ language, asked, today: todayIn(now), municipalities: await listMunicipalities(reader), secondLevels: [] }),
  accepts: stakeholderForm, post: (visit, { words, anyway }) => enterStakeholder(visit, { words, anyway }),
})
const entryOf = async ({ reader, language, now }: ReadVisit, asked: Asked) => {
  const entry = isId(asked.params.id) ? await findStakeholder(reader, asked.params.id) : undefined
  if (entry === undefined) return notFound
  if (entry.mergedInto !== null) return see(stakeholderPath(entry.mergedInto))
  const [ratings, topics, municipalities, all] = await Promise.all([listRatings(reader, { stakeholder: entry.id }), listTopics(reader), listMunicipalities(reader), listStakeholders(reader)])
  const others = all.filter(({ id, kind }) => id !== entry.id && (kind === 'person') === (entry.kind === 'person')).map((one) => ({ id: one.id, name: one.name[language] || one.name.bg }))
  return entryScreen({ language, asked, entry, ratings, topics, municipalities, today: todayIn(now), others, secondLevels: [] })
}
const entryPage = page({
  path: stakeholderPath(':id'), may: manage, get: entryOf, accepts: stakeholderForm,
  post: (visit, { words, version }, asked) => changeStakeholder(visit, { id: asked.params.id ?? '', version, words }),
})
const actsPage = page({
  path: `${stakeholderPath(':id')}/acts`, may: manage, get: entryOf, accepts: entryForm,
  post: async (visit, input, asked) => {
    const id = asked.params.id ?? ''
    if (!isId(id)) return notFound
    if (input.does === 'merge') return isId(input.into) ? mergeStakeholders(visit, { id, into: input.into }) : notFound
    if (input.does !== 'rate') return noteObjection(visit, { id, does: input.does })
    const { does: _, ...rating } = input
    return (await listTopics(visit.writer.reader)).some(({ key }) => key === rating.issue) ? rateStakeholder(visit, { id, rating }) : notFound
  },
})
const mapPage = page({
  path: `${stakeholdersPath}/map`, may: manage,
  get: async ({ reader, language }, asked) => {
    const topics = await listTopics(reader)
    const issue = topics.find(({ key }) => key === asked.query.get('issue'))?.key ?? topics[0]?.key ?? ''
    const [ratings, all] = await Promise.all([listRatings(reader, { issue }), listStakeholders(reader)])
    const nameOf = new Map(all.map((one) => [one.id as string, one.name[language] || one.name.bg]))
    return mapScreen({ language, issue, topics, placed: ratings.flatMap((one) => { const name = nameOf.get(one.stakeholder); return name === undefined ? [] : [{ ...one, name }] }) })
  },
})
/** Its post reads the file and is a command of the web door. */
export const importPage = page({ path: `${stakeholdersPath}/import`, may: manage, get: ({ language }, asked) => importScreen({ language, asked }), accepts: importForm })

/** A municipality may be written by its name or its code. */
const placed = (row: FileRow, places: readonly { readonly code: string; readonly name: { readonly bg: string; readonly en: string } }[]): FileRow['cells'] => {
  const text = (row.cells.municipality ?? '').trim()
  const found = places.find(({ code, name }) => code === text || name.bg.toLowerCase() === text.toLowerCase() || name.en.toLowerCase() === text.toLowerCase())
  return { ...row.cells, municipality: found?.code ?? text }
}
const judged = async (reader: Reader, rows: readonly FileRow[]) => {
  const [all, places] = await Promise.all([listStakeholders(reader), listMunicipalities(reader)])
  const find = makeFinder(all)
  const numbers = new Map<string, number>()
  return rows.map((row) => {
    const cells = placed(row, places)
    const words = wordsOf(cells)
    const unknown = cells.municipality !== '' && !places.some(({ code }) => code === cells.municipality)
    const number = words.ok ? words.value.companyNumber : null
    const first = number === null ? undefined : numbers.get(number)
    if (number !== null && first === undefined) numbers.set(number, row.row)
    const wrong = [
      ...(words.ok ? [] : words.problem), ...(unknown ? [{ field: 'municipality', text: { bg: `Няма община „${cells.municipality}“ в областта.`, en: `There is no municipality “${cells.municipality}” in the district.` } }] : []),
      ...(first === undefined ? [] : [{ field: 'company_number', text: { bg: `Същият ЕИК е и на ред ${first}.`, en: `Row ${first} has the same number.` } }]),
    ]
    const [double] = words.ok ? find(words.value) : []
    return { row: row.row, words: words.ok && wrong.length === 0 ? words.value : null, problems: wrong, cells, double: double === undefined ? null : (all.find(({ id }) => id === double.id) ?? null) }
  })
}
const draftPage = page({
  path: `${stakeholdersPath}/import/:id`, may: manage,
  get: async ({ reader, language }, asked) => {
    const draft = isId(asked.params.id) ? await findDraft(reader, asked.params.id) : undefined
    if (draft === undefined) return notFound
    const rows = (await judged(reader, draft.content.rows)).map((one): SeenRow => ({
      row: one.row, name: one.cells.name_bg ?? '', sector: isSector(one.cells.sector ?? '') ? saySector(one.cells.sector as never, language) : (one.cells.sector ?? ''), problems: one.problems, resembles: one.double === null ? null : (one.double.name[language] || one.double.name.bg),
    }))
    return draftScreen({ language, asked, id: draft.id, name: draft.name, rows })
  },
  accepts: confirmForm,
  post: async (visit, chosen, asked) => {
    const draft = isId(asked.params.id) ? await findDraft(visit.writer.reader, asked.params.id) : undefined
    if (draft === undefined) return notFound
    const rows = await judged(visit.writer.reader, draft.content.rows)
    const wrong = rows.find((one) => one.problems.length > 0)
    if (wrong !== undefined) return problems([{ field: '', text: { bg: `Ред ${wrong.row}: ${wrong.problems[0]?.text.bg ?? ''} Нищо не е внесено.`, en: `Row ${wrong.row}: ${wrong.problems[0]?.text.en ?? ''} Nothing was imported.` } }])
    return importStakeholders(visit, { draft: draft.id, rows: rows.flatMap(({ row, words, double }) => (words === null ? [] : [{ words, does: chosen.get(row) ?? (double === null ? 'new' as const : 'skip' as const) }])) })
  },
})

/** People of each municipality, of the newest year; and of when and whose the figures are. */
const peopleOf = async (reader: Reader, language: 'bg' | 'en') => {
  const [basis, places] = [await getBasis(reader), await listMunicipalities(reader)]
  await basis.load(reader, ['ctx.pop'])
  let year = ''
  const peopled = places.map((region) => {
    const series = basis.indicators.has('ctx.pop') ? basis.seriesOf('ctx.pop', region) : undefined
    const at = series === undefined ? -1 : series.missing.lastIndexOf(null)
    if (series !== undefined && at >= 0) year = series.periods[at] ?? year
    return { code: region.code, name: region.name[language], people: series === undefined || at < 0 ? null : (series.values[at] ?? null) }
  })
  const [credit] = basis.indicators.has('ctx.pop') ? creditsOf(basis, 'ctx.pop') : []
  return { peopled, population: credit === undefined || year === '' ? null : `${sourceWords(credit.source, language)}, ${credit.title[language]}, ${year}` }
}
const coveragePage = page({
  path: coveragePath, may: permissions['public.read'],
  get: async ({ reader, language, who }) => {
    const audience = mayDo(who, manage) ? 'staff' as const : 'everyone' as const
    const [heard, { peopled, population }] = await Promise.all([listHeard(reader, { who: audience }), peopleOf(reader, language)])
    return coverageScreen({ language, who: audience, sectors: bySector(heard), municipalities: byMunicipality(heard, peopled.map(({ code }) => code)), places: peopled, population })
  },
})
export const pages = [listPage, csvPage, templatePage, newPage, mapPage, draftPage, actsPage, entryPage, coveragePage]
