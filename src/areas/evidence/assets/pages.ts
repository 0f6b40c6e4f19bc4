// The addresses of the register: everybody reads what was published, colleagues keep it.
import { type Asked, type GetAnswer, notFound, problems } from '#kernel/answer.ts'
import { toCsvFile } from '#kernel/csv.ts'
import { isId } from '#kernel/id.ts'
import { isLanguage } from '#kernel/language.ts'
import { sayDate } from '#kernel/quantity.ts'
import type { Reader } from '#store/handle.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findRegionSet, getAtlas, getHomeRegion, listMunicipalities, listRegionSets } from '#areas/evidence/regions/read.ts'
import { homeOf, listPeersAtHome } from '#areas/evidence/regions/rules.ts'
import { actForm, type ActInput, assetForm, type AssetInput, confirmForm, countForm, type CountInput, importForm, wordsOf } from './forms.ts'
import { findAsset, findCount, findDraft, getPeople, isWithdrawn, listAssets, listCounts, listVersions } from './read.ts'
import {
  assetDraftPath, assetHistoryPath, assetKinds, assetPath, assetsCsvPath, assetsPath, assetTemplatePath, changeAssetPath, countByKind, countsPath, filterOf, gapsCsvPath, gapsPath, importAssetsPath, isAssetKind, matching, newAssetPath,
} from './rules.ts'
import type { FileRow } from '#kernel/sheet.ts'
import { columns, toRows } from './rules/file.ts'
import { gapOf } from './rules/gaps.ts'
import { kindNames } from './rules/names.ts'
import { assetScreen, historyScreen } from './views/asset.tsx'
import { formScreen } from './views/form.tsx'
import { countScreen, gapsScreen } from './views/gaps.tsx'
import { draftScreen, importScreen } from './views/import.tsx'
import { listScreen } from './views/list.tsx'
import { changeAsset, enterAsset, importAssets, publishAsset, reviewAsset, saveCount, withdrawAsset } from './write.ts'

const open = permissions['public.read'], keep = permissions['evidence.assets']
const audienceOf = (who: Who): 'staff' | 'everyone' => (mayDo(who, keep) ? 'staff' : 'everyone')
const keepsOf = (who: Who): 'yes' | 'no' => (mayDo(who, keep) ? 'yes' : 'no')
const numberOf = (asked: Asked): number => (/^\d{1,8}$/.test(asked.params.number ?? '') ? Number(asked.params.number) : -1)
const csv = (name: string, rows: readonly (readonly string[])[]): GetAnswer => ({ kind: 'file', mediaType: 'text/csv; charset=utf-8', name, bytes: toCsvFile(rows, { separator: ';', mark: 'withMark' }) })

const listPage = page({
  path: assetsPath, may: open, sameForAll: true,
  get: async ({ reader, language, who, now }, asked) => {
    const [assets, places, home] = await Promise.all([listAssets(reader, { who: audienceOf(who) }), listMunicipalities(reader), getHomeRegion(reader)])
    return listScreen({ language, assets, filter: filterOf(asked.query), places, home, day: sayDate(now, language), keeps: keepsOf(who) })
  },
})
const csvPage = page({
  path: assetsCsvPath, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader, who }, asked) => csv('assets.csv', toRows(matching(await listAssets(reader, { who: audienceOf(who) }), filterOf(asked.query)))),
})
const templatePage = page({ path: assetTemplatePath, may: keep, languageFree: true, get: () => csv('assets-template.csv', [columns]) })

/** A municipality of another district would stand on no map. */
const placeProblem = async (reader: Reader, code: string | null) =>
  (code === null || (await listMunicipalities(reader)).some((one) => one.code === code) ? [] : [{ field: 'municipality', text: { bg: `Няма община „${code}“ в областта.`, en: `There is no municipality “${code}” in the district.` } }])
const newPage = page<AssetInput>({
  path: newAssetPath, may: keep, accepts: assetForm,
  get: async ({ reader, language }, asked) => formScreen({ language, asked, places: await listMunicipalities(reader), asset: null }),
  post: async (visit, { words }) => {
    const wrong = await placeProblem(visit.writer.reader, words.municipality)
    return wrong.length > 0 ? problems(wrong) : enterAsset(visit, { words })
  },
})
const found = async ({ reader, who }: Pick<ReadVisit, 'reader' | 'who'>, asked: Asked) => findAsset(reader, { number: numberOf(asked), who: audienceOf(who) })
const assetPage = page<ActInput>({
  path: assetPath(':number'), may: open, mayPost: keep, accepts: actForm,
  get: async ({ reader, language, who }, asked) => {
    const asset = await found({ reader, who }, asked)
    if (asset === undefined) return (await isWithdrawn(reader, { number: numberOf(asked) })) ? { kind: 'gone' } : notFound
    return assetScreen({ language, asked, asset, places: await listMunicipalities(reader), keeps: keepsOf(who) })
  },
  post: (visit, { does, version, why }, asked) => ({ publish: publishAsset, review: reviewAsset, withdraw: withdrawAsset })[does](visit, { number: numberOf(asked), version, why }),
})
const changePage = page<AssetInput>({
  path: changeAssetPath(':number'), may: keep, accepts: assetForm,
  get: async ({ reader, language, who }, asked) => {
    const asset = await found({ reader, who }, asked)
    return asset === undefined ? notFound : formScreen({ language, asked, places: await listMunicipalities(reader), asset })
  },
  post: async (visit, { words, version, why }, asked) => {
    const wrong = await placeProblem(visit.writer.reader, words.municipality)
    return wrong.length > 0 ? problems(wrong) : changeAsset(visit, { number: numberOf(asked), version, words, why })
  },
})
const historyPage = page({
  path: assetHistoryPath(':number'), may: keep,
  get: async ({ reader, language, who }, asked) => {
    const asset = await found({ reader, who }, asked)
    if (asset === undefined) return notFound
    const [versions, places] = await Promise.all([listVersions(reader, asset.id), listMunicipalities(reader)])
    return historyScreen({ language, asset, versions, places })
  },
})

/** Its post reads the file and is a command of the web door. */
export const importPage = page({ path: importAssetsPath, may: keep, get: ({ language }, asked) => importScreen({ language, asked }), accepts: importForm })
/** A municipality may be written by its name or its code. */
const judged = async (reader: Reader, rows: readonly FileRow[]) => {
  const places = await listMunicipalities(reader)
  return rows.map(({ row, cells }) => {
    const text = (cells.municipality ?? '').trim()
    const place = places.find(({ code, name }) => code === text || [name.bg, name.en].some((one) => one.toLowerCase() === text.toLowerCase()))
    const words = wordsOf({ ...cells, municipality: place?.code ?? '' })
    const wrong = [...(words.ok ? [] : words.problem), ...(text === '' || place !== undefined ? [] : [{ field: 'municipality', text: { bg: `Няма община „${text}“ в областта.`, en: `There is no municipality “${text}” in the district.` } }])]
    return { row, cells, place, words: words.ok && wrong.length === 0 ? words.value : null, problems: wrong }
  })
}
const draftPage = page<'confirm'>({
  path: assetDraftPath(':id'), may: keep, accepts: confirmForm,
  get: async ({ reader, language }, asked) => {
    const draft = isId(asked.params.id) ? await findDraft(reader, asked.params.id) : undefined
    if (draft === undefined) return notFound
    const rows = (await judged(reader, draft.rows)).map(({ row, cells, place, problems: wrong }) => {
      const kind = cells.kind ?? ''
      return { row, name: cells.name_bg ?? '', kind: isAssetKind(kind) ? kindNames[kind][language] : kind, place: place?.name[language] ?? cells.municipality ?? '', problems: wrong }
    })
    return draftScreen({ language, asked, id: draft.id, name: draft.name, rows })
  },
  post: async (visit, _, asked) => {
    const draft = isId(asked.params.id) ? await findDraft(visit.writer.reader, asked.params.id) : undefined
    if (draft === undefined) return notFound
    const rows = await judged(visit.writer.reader, draft.rows)
    const wrong = rows.find((one) => one.problems.length > 0)
    if (wrong !== undefined) return problems([{ field: '', text: { bg: `Ред ${wrong.row}: ${wrong.problems[0]?.text.bg ?? ''} Нищо не е внесено.`, en: `Row ${wrong.row}: ${wrong.problems[0]?.text.en ?? ''} Nothing was imported.` } }])
    return importAssets(visit, { draft: draft.id, rows: rows.flatMap(({ words }) => (words === null ? [] : [words])) })
  },
})

/** All districts of the country, or those of a set that was saved by name. */
const comparedFor = async (reader: Reader, asked: Asked) => {
  const atlas = await getAtlas(reader)
  const own = homeOf(atlas), all = [own, ...listPeersAtHome(atlas, own.code)]
  const set = /^\d{1,8}$/.test(asked.query.get('set') ?? '') ? await findRegionSet(reader, { number: Number(asked.query.get('set')) }) : undefined
  const districts = set === undefined ? all : all.filter(({ code }) => code === own.code || set.regions.includes(code))
  const [counts, { people, credits }] = await Promise.all([listCounts(reader), getPeople(reader, districts)])
  const gaps = assetKinds.flatMap((kind) => { const count = counts.find((one) => one.kind === kind); return count === undefined ? [] : [gapOf(count, { own: own.code, peers: districts.map(({ code }) => code), people })] })
  return { own, districts, counts, people, credits, gaps, set }
}
const gapsPage = page({
  path: gapsPath, may: open, sameForAll: true,
  get: async ({ reader, language, who }, asked) => {
    const [compared, sets, assets] = await Promise.all([comparedFor(reader, asked), listRegionSets(reader), listAssets(reader, { who: 'everyone' })])
    return gapsScreen({ language, ...compared, registered: countByKind(assets), sets: sets.map(({ number, name }) => ({ number, name: name[language] })), set: compared.set === undefined ? '' : String(compared.set.number), keeps: keepsOf(who) })
  },
})
const gapsCsvPage = page({
  path: gapsCsvPath, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }, asked) => {
    const wanted = asked.query.get('language') ?? undefined, language = isLanguage(wanted) ? wanted : 'bg'
    const { districts, counts, people } = await comparedFor(reader, asked)
    return csv('asset-gaps.csv', [
      ['kind', 'code', 'district', 'count', 'people', 'per_100000', 'as_of', 'source', 'illustrative'],
      ...counts.flatMap(({ kind, counts: known, asOf, source, illustrative }) => districts.flatMap(({ code, name }) => {
        const count = known[code], size = people.get(code)
        return count === undefined ? [] : [[kind, code, name[language], String(count), size === undefined ? '' : String(size), size === undefined ? '' : String((count / size) * 100_000), asOf, source, illustrative]]
      })),
    ])
  },
})
const countPage = page<CountInput>({
  path: countsPath(':kind'), may: keep, accepts: countForm,
  get: async ({ reader, language }, asked) => {
    const kind = asked.params.kind ?? ''
    if (!isAssetKind(kind)) return notFound
    const atlas = await getAtlas(reader), own = homeOf(atlas)
    return countScreen({ language, asked, kind, districts: [own, ...listPeersAtHome(atlas, own.code)], count: await findCount(reader, kind) })
  },
  post: async (visit, input, asked) => {
    const kind = asked.params.kind ?? ''
    if (!isAssetKind(kind)) return notFound
    const atlas = await getAtlas(visit.writer.reader)
    const strange = Object.keys(input.counts).find((code) => atlas.regions.get(code)?.level !== 'nuts3')
    if (strange !== undefined) return problems([{ field: '', text: { bg: `Няма област „${strange}“.`, en: `There is no district “${strange}”.` } }])
    return saveCount(visit, { kind, ...input })
  },
})

export const pages: readonly Page[] = [listPage, csvPage, templatePage, newPage, gapsPage, gapsCsvPage, countPage, draftPage, changePage, historyPage, assetPage]
