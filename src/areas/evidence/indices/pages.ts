// The addresses of indices: the hub, one index with its method and what-if, its file; for analysts the framework, newer figures and the
// official scores.
import { notFound, problems, see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getAtlas, listRegionSets } from '#areas/evidence/regions/read.ts'
import { ancestorAt, type Atlas, lineOf, listWithin } from '#areas/evidence/regions/rules.ts'
import { listAnalyses, listVersions } from '#areas/evidence/analyses/read.ts'
import { frameworkForm, type FrameworkInput, numberOf, type Pressed, pressForm, scoreForm, type ScoreInput } from './forms.ts'
import { findIndex, type FoundIndex, renewIndex } from './read.ts'
import { listCandidates } from './read/candidates.ts'
import { listEntered, listPublished } from './read/official.ts'
import { type Framework, indexPath, indicesPath } from './rules.ts'
import { writeIndexCsv } from './rules/files.ts'
import { namingOf } from './rules/naming.ts'
import { nodePlaces } from './rules/profile.ts'
import { defaultSteps, intervalRuns } from './rules/prepared.ts'
import { askWhatIf, variants } from './rules/what-if.ts'
import { frameworkScreen } from './views/framework.tsx'
import { indicesScreen } from './views/hub.tsx'
import { type Beside, indexScreen } from './views/index.tsx'
import { methodScreen } from './views/method.tsx'
import { newerScreen } from './views/newer.tsx'
import { officialScreen } from './views/official.tsx'
import { type IndexShown, nameOfNode, plainOf, sayLevel } from './views/shown.ts'
import { withoutOutcomeScreen } from './views/without-outcome.tsx'
import { sayLeadOf } from './views/lead.ts'
import { whatIfScreen } from './views/what-if.tsx'
import * as write from './write.ts'
import { enterScore, withdrawScore } from './write/official.ts'

const open = permissions['public.read'], analyse = permissions['evidence.analyse']
const seesOf = (who: Who): 'everyone' | 'staff' => (who.role === 'visitor' ? 'everyone' : 'staff')

/** The row of the asked region, else of the home region or the one above it that is in the index. */
const rowOf = (atlas: Atlas, found: FoundIndex, asked: string | null): number => {
  const codes = found.index.shown.inputs.regions.map((region) => region.code)
  const wanted = asked !== null && codes.includes(asked) ? asked : lineOf(atlas, atlas.home).map((region) => region.code).find((code) => codes.includes(code))
  return wanted === undefined ? 0 : codes.indexOf(wanted)
}
const versionIn = (query: URLSearchParams): { readonly version?: number } => (/^\d{1,6}$/.test(query.get('version') ?? '') ? { version: Number(query.get('version')) } : {})
type Looked = { readonly found: FoundIndex; readonly shown: IndexShown | null; readonly atlas: Atlas }
const look = async ({ reader, language, who }: ReadVisit, asked: { readonly key: string; readonly query: URLSearchParams }): Promise<Looked | undefined> => {
  const [found, atlas, sets] = await Promise.all([findIndex(reader, { key: asked.key, who: seesOf(who), ...versionIn(asked.query) }), getAtlas(reader), listRegionSets(reader)])
  if (found === undefined) return undefined
  const outcome = found.index.shown.result
  const places = new Map(found.index.shown.inputs.regions.map((region, at) => [region.code, at]))
  const fitting = sets.map((set) => ({ number: set.number, name: set.name[language], rows: set.regions.flatMap((code) => places.get(code) ?? []) })).filter((set) => set.rows.length > 1)
  return { found, atlas, shown: outcome === null ? null : {
    language, index: found.index, outcome, intervals: found.intervals, run: found.run, hasNewer: found.newer.length > 0 ? 'yes' : 'no', home: atlas.home,
    row: rowOf(atlas, found, asked.query.get('region')), sets: fitting, peers: fitting.find((set) => String(set.number) === asked.query.get('set')) ?? null, sees: mayDo(who, analyse) ? 'analyst' : seesOf(who) === 'staff' ? 'staff' : 'everyone',
  } }
}

/** For a region whose index is not whole: the index of the level above with the same name, if there is one. */
const besideOf = async (visit: ReadVisit, { found, atlas, shown }: Looked): Promise<Beside> => {
  const region = found.index.shown.inputs.regions[shown?.row ?? 0]
  if (shown === null || region === undefined || namingOf(found.index.shown.record, shown.outcome, shown.row).isWhole || found.index.shown.record.called !== 'pid') return null
  const above = ancestorAt(atlas, region.code, 'nuts2')
  if (above === undefined || above.code === region.code) return null
  const others = (await listAnalyses(visit.reader, { kind: 'index', who: 'everyone' })).filter((one) => one.key !== null && one.key !== found.index.key)
  for (const other of others) {
    const there = await findIndex(visit.reader, { key: other.key ?? '', who: 'everyone' })
    const record = there?.index.shown.record, outcome = there?.index.shown.result
    const row = there?.index.shown.inputs.regions.findIndex((one) => one.code === above.code) ?? -1
    if (there === undefined || record?.level !== 'nuts2' || record.called !== 'pid' || outcome == null || row === -1) continue
    const places = nodePlaces({ framework: record, outcome, intervals: there.intervals }, row)
    const pillars = namingOf(record, outcome, row).pillars.map((pillar) => { const place = places.find((one) => one.key === pillar.key); return { name: nameOfNode(record, pillar.key, visit.language), score: place?.score ?? null, place: place?.place ?? null, of: place?.of ?? 0, own: pillar.own, wanted: pillar.of } })
    const own = there.index.shown.inputs.regions[row]
    return { title: other.title[visit.language], path: indexPath(other.key ?? ''), level: sayLevel('nuts2', visit.language), region: own === undefined ? '' : plainOf(own, visit.language), pillars }
  }
  return null
}

export const hub = page({
  path: indicesPath, may: open, sameForAll: true,
  get: async (visit) => {
    const { reader, language, who } = visit
    const [all, scores] = await Promise.all([listAnalyses(reader, { kind: 'index', who: seesOf(who) }), listPublished(reader)])
    const indices = await Promise.all(all.flatMap((one) => (one.key === null ? [] : [one])).map(async (one) => {
      const looked = await look(visit, { key: one.key ?? '', query: new URLSearchParams() })
      return { key: one.key ?? '', title: one.title[language], state: one.state, says: looked?.shown == null ? '' : sayLeadOf(looked.shown) }
    }))
    return indicesScreen({ language, indices, scores, mayAnalyse: mayDo(who, analyse), sees: seesOf(who) })
  },
})
export const oneIndex = page({
  path: `${indicesPath}/:key`, may: open, sameForAll: true,
  get: async (visit, { params, query }) => {
    const looked = await look(visit, { key: params.key ?? '', query })
    if (looked === undefined) return notFound
    return looked.shown === null ? withoutOutcomeScreen({ language: visit.language, index: looked.found.index, mayAnalyse: mayDo(visit.who, analyse) }) : indexScreen({ ...looked.shown, beside: await besideOf(visit, looked), asked: query.get('region') })
  },
})
/** Where the buttons of an index's page lead, so that the page itself is the same for everybody. */
export const indexDesk = page<Pressed>({
  path: `${indicesPath}/:key/desk`, may: analyse,
  get: (_, { params }) => see(indexPath(params.key ?? '')),
  accepts: pressForm,
  post: (visit, pressed, { params }) => write.pressOnIndex(visit, { ...pressed, key: params.key ?? '' }),
})
export const indexMethod = page({
  path: `${indicesPath}/:key/method`, may: open, sameForAll: true,
  get: async (visit, { params, query }) => {
    const looked = await look(visit, { key: params.key ?? '', query })
    return looked?.shown == null ? notFound : methodScreen({ ...looked.shown, versions: await listVersions(visit.reader, looked.found.index) })
  },
})
export const indexWhatIf = page({
  path: `${indicesPath}/:key/what-if`, may: open, sameForAll: true,
  get: async (visit, { params, query }) => {
    const looked = await look(visit, { key: params.key ?? '', query })
    if (looked?.shown == null) return notFound
    const { shown, found } = looked
    const typed = (query.get('value') ?? '').slice(0, 30), value = numberOf(typed)
    const indicator = shown.outcome.keys.find((key) => key === query.get('indicator')) ?? null
    const asked = { region: found.index.shown.inputs.regions[shown.row]?.code ?? '', indicator, value: value ?? null, variant: variants.find((one) => one === query.get('variant')) ?? 'asSaved' as const }
    const isAsked = indicator !== null || query.has('variant')
    const wrong = typed !== '' && value === undefined ? 'value' as const : null
    return whatIfScreen({ ...shown, asked, typed, wrong, found: isAsked && wrong === null ? askWhatIf(found.index.shown.record, found.index.shown.inputs, { ...asked, peers: shown.peers?.rows ?? null }) : null })
  },
})
export const indexCsv = page({
  path: `${indicesPath}/:key/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async (visit, { params, query }) => {
    const looked = await look(visit, { key: params.key ?? '', query })
    const wanted = query.get('language') ?? undefined
    return looked?.shown == null ? notFound
      : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `index-${looked.found.index.key}.csv`, bytes: writeIndexCsv(looked.found.index, { outcome: looked.shown.outcome, intervals: looked.found.intervals, language: isLanguage(wanted) ? wanted : 'bg' }) }
  },
})
export const indexNewer = page({
  path: `${indicesPath}/:key/newer`, may: open, sameForAll: true,
  get: async ({ reader, language, who }, { params }) => {
    const [found, atlas] = await Promise.all([findIndex(reader, { key: params.key ?? '', who: seesOf(who) }), getAtlas(reader)])
    if (found === undefined) return notFound
    const renewal = await renewIndex(reader, found.index.shown.record, found.index.shown.inputs)
    return newerScreen({ language, index: found.index, newer: found.newer, changes: renewal.changes, outcome: renewal.outcome, home: atlas.home, mayAccept: mayDo(who, analyse) })
  },
})

const codesOf = (atlas: Atlas, level: Level): readonly string[] => {
  const above = ancestorAt(atlas, atlas.home, level === 'country' ? 'eu' : level === 'municipality' ? 'nuts3' : 'country')
  return above === undefined ? [] : listWithin(atlas, above.code, level).map((region) => region.code)
}
const candidatesFor = async ({ reader, language }: ReadVisit, framework: Framework) => (await listCandidates(reader, { regions: framework.regions, chosen: framework.indicators.map((leaf) => leaf.indicator) }))
  .map(({ indicator, present, of }) => ({ key: indicator.key, name: indicator.name[language], domain: indicator.domain, present, of, direction: indicator.direction === 'less' ? -1 as const : 1 as const }))
const completed = (atlas: Atlas, input: FrameworkInput, { called, level }: Pick<Framework, 'called' | 'level'>): Framework =>
  ({ ...input.framework, called, level, regions: input.regions.length > 0 ? input.regions : codesOf(atlas, level) })
const unknownRegions = (atlas: Atlas, regions: readonly string[]) => {
  const unknown = regions.filter((code) => !atlas.regions.has(code))
  return unknown.length === 0 ? null : problems([{ field: 'regions', text: { bg: `Няма региони с код: ${unknown.slice(0, 8).join(', ')}.`, en: `There are no regions with the code: ${unknown.slice(0, 8).join(', ')}.` } }])
}

export const newIndex = page<FrameworkInput>({
  path: `${indicesPath}/new`, may: analyse,
  get: async (visit, { typed, problems: wrong, query }) => {
    const atlas = await getAtlas(visit.reader)
    const level = (['nuts3', 'nuts2', 'country', 'municipality'] as const).find((one) => one === (typed.text.level?.[0] ?? query.get('level'))) ?? 'nuts3'
    const groups = [{ key: 'index', parent: null, name: { bg: '', en: '' }, weight: 1 }]
    const framework: Framework = { format: 1, level, regions: codesOf(atlas, level), called: 'own', groups, indicators: [], carryYears: 3, steps: { ...defaultSteps([...groups, { key: 'pillar', parent: 'index', name: { bg: '', en: '' }, weight: 1 }], [{ indicator: 'x', parent: 'pillar', weight: 1, direction: 1 }]) }, runs: intervalRuns, seed: 1 }
    return frameworkScreen({ language: visit.language, kind: 'new', key: '', version: 0, title: { bg: '', en: '' }, framework, candidates: await candidatesFor(visit, framework), typed, problems: wrong })
  },
  accepts: frameworkForm,
  post: async (visit, input) => {
    const atlas = await getAtlas(visit.writer.reader)
    const unknown = unknownRegions(atlas, input.regions)
    if (unknown !== null) return unknown
    const made = await write.makeIndex(visit, { key: input.key, title: input.title, framework: completed(atlas, input, { called: 'own', level: input.level }), why: input.why })
    return made === 'taken' ? problems([{ field: 'key', text: { bg: 'Тази дума е заета. Изберете друга.', en: 'This word is taken. Choose another.' } }]) : see(indexPath(input.key), made.has === 'result' ? 'evidence_notice_index_saved' : 'evidence_notice_index_nothing')
  },
})
export const changeIndex = page<FrameworkInput>({
  path: `${indicesPath}/:key/change`, may: analyse,
  get: async (visit, { params, typed, problems: wrong }) => {
    const found = await findIndex(visit.reader, { key: params.key ?? '', who: 'staff' })
    if (found === undefined) return notFound
    const { index } = found
    return frameworkScreen({ language: visit.language, kind: 'change', key: index.key ?? '', version: index.version, title: index.title, framework: index.shown.record, candidates: await candidatesFor(visit, index.shown.record), typed, problems: wrong })
  },
  accepts: frameworkForm,
  post: async (visit, input, { params }) => {
    const [atlas, found] = await Promise.all([getAtlas(visit.writer.reader), findIndex(visit.writer.reader, { key: params.key ?? '', who: 'staff' })])
    if (found === undefined) return notFound
    const unknown = unknownRegions(atlas, input.regions)
    return unknown ?? write.changeIndex(visit, { key: params.key ?? '', from: input.version, title: input.title, framework: completed(atlas, input, found.index.shown.record), why: input.why })
  },
})
export const officialScores = page<ScoreInput>({
  path: `${indicesPath}/official`, may: analyse,
  get: async ({ reader, language }, { typed, problems: wrong }) => {
    const [entered, atlas] = await Promise.all([listEntered(reader), getAtlas(reader)])
    const regions = [...new Map([...lineOf(atlas, atlas.home), ...codesOf(atlas, 'nuts2').flatMap((code) => atlas.regions.get(code) ?? []), ...codesOf(atlas, 'country').flatMap((code) => atlas.regions.get(code) ?? [])].filter((region) => region.level !== 'municipality').map((region) => [region.code, { code: region.code, name: region.name, level: region.level }])).values()]
    return officialScreen({ language, entered, regions, typed, problems: wrong })
  },
  accepts: scoreForm,
  post: (visit, input) => (input.does === 'enter' ? enterScore(visit, input.score) : withdrawScore(visit, input.number)),
})

export const pages: readonly Page[] = [hub, newIndex, officialScores, oneIndex, indexDesk, indexMethod, indexWhatIf, indexCsv, indexNewer, changeIndex]
