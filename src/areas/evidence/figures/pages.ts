// The addresses of figures: the list, one figure and its file for everyone; pinning for those who analyse.
import { notFound, problems, see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { parsePeriod } from '#kernel/period.ts'
import { walkThread } from '#store/thread.ts'
import { type Page, page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { freezeInputs } from '#areas/evidence/analyses/read/freeze.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { pinForm, type PinInput, pinOf } from './forms.ts'
import { findFigure, findNewer, listFigures, listOpenFigures } from './read.ts'
import { figurePath, figuresPath } from './rules.ts'
import { writeFigureCsv } from './rules/files.ts'
import { toPinned } from './rules/pin.ts'
import { figureScreen, figuresScreen, pinScreen, sayUser } from './views.tsx'
import * as write from './write.ts'

const open = permissions['public.read']
const whoOf = (role: string): 'everyone' | 'staff' => (role === 'visitor' ? 'everyone' : 'staff')

export const figureList = page({
  path: figuresPath, may: open, sameForAll: true,
  get: async ({ reader, language, who }) => figuresScreen({ language, figures: await (whoOf(who.role) === 'staff' ? listFigures(reader) : listOpenFigures(reader)) }),
})
export const pinPage = page<PinInput>({
  path: `${figuresPath}/pin`, may: permissions['evidence.analyse'],
  get: async ({ reader, language }, { query, typed }) => {
    const from = (name: string): string => typed.text[name]?.[0] ?? query.get(name) ?? ''
    const asked = pinOf({ key: from('indicator'), regions: from('regions'), period: from('period') })
    const period = parsePeriod(from('period'))
    const [{ inputs, vintages }, home] = await Promise.all([freezeInputs(reader, { keys: [asked.key], regions: asked.regions, ...(period === undefined ? {} : { period }) }), getHomeRegion(reader)])
    return pinScreen({ language, home: home.code, asked: { key: asked.key, regions: asked.regions, period: from('period') }, found: toPinned(inputs, vintages) ?? null })
  },
  accepts: pinForm,
  post: async (visit, input) => {
    const pinned = await write.pinIndicator(visit, input)
    return pinned === undefined
      ? problems([{ field: '', text: { bg: 'Няма какво да се запази: никой от регионите няма стойност по този показател.', en: 'There is nothing to keep: none of the regions has a value of this indicator.' } }])
      : see(figurePath(pinned.number), pinned.is === 'new' ? 'evidence_notice_pinned' : 'evidence_notice_pinned_before')
  },
})
export const figurePage = page({
  path: `${figuresPath}/:number`, may: open, sameForAll: true,
  get: async ({ reader, language, who }, { params }) => {
    const figure = /^\d{1,9}$/.test(params.number ?? '') ? await findFigure(reader, { number: Number(params.number), who: whoOf(who.role) }) : undefined
    if (figure === undefined) return notFound
    const [newer, usedBy, home] = await Promise.all([findNewer(reader, figure), walkThread(reader, { from: figure.id, toward: 'later', who: whoOf(who.role), farthest: 4 }), getHomeRegion(reader)])
    return figureScreen({ language, figure, newer, home: home.code, usedBy: usedBy.map(({ thing, reason, passage }) => ({ kind: sayUser(thing.kind, language), title: thing.title[language], path: thing.path, ...(reason === '' ? {} : { why: reason }), ...(passage === null ? {} : { passage: passage.quote }) })) })
  },
})
export const figureCsv = page({
  path: `${figuresPath}/:number/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader, who }, { params, query }) => {
    const figure = /^\d{1,9}$/.test(params.number ?? '') ? await findFigure(reader, { number: Number(params.number), who: whoOf(who.role) }) : undefined
    const wanted = query.get('language') ?? undefined
    return figure === undefined ? notFound : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `figure-${figure.number}.csv`, bytes: writeFigureCsv(figure, isLanguage(wanted) ? wanted : 'bg') }
  },
})

export const pages: readonly Page[] = [figureList, pinPage, figurePage, figureCsv]
