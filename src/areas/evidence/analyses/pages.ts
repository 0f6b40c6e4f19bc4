// The addresses of analyses: the hub, and a saved analysis by its number. One whose kind has a page of its own leads there.
import { notFound, see } from '#kernel/answer.ts'
import { findThing } from '#store/thread.ts'
import { type Page, page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findAnalysisPage, listAnalyses, listNewerVintages, listVersions } from './read.ts'
import { freezeInputs } from './read/freeze.ts'
import { analysesPath, analysisPath } from './rules.ts'
import { changesBetween } from './rules/changes.ts'
import { analysisScreen } from './views/analysis.tsx'
import { hubScreen } from './views/hub.tsx'

const open = permissions['public.read']

/** Which analyses there are to ask is known where all pages are. */
export const makeHub = (paths: ReadonlySet<string>): Page => page({
  path: analysesPath, may: open, sameForAll: true,
  get: async ({ reader, language, who }) => {
    const sees = who.role === 'visitor' ? 'everyone' as const : 'staff' as const
    const saved = await listAnalyses(reader, { who: sees })
    const things = await Promise.all(saved.map((one) => findThing(reader, one.id)))
    return hubScreen({ language, paths, sees, saved: saved.map((one, at) => ({ ...one, path: things[at]?.path ?? analysisPath(one.number) })) })
  },
})
export const analysisByNumber = page({
  path: `${analysesPath}/:number`, may: open, sameForAll: true,
  get: async ({ reader, language, who }, { params }) => {
    const sees = who.role === 'visitor' ? 'everyone' as const : 'staff' as const
    const analysis = /^\d{1,9}$/.test(params.number ?? '') ? await findAnalysisPage(reader, { number: Number(params.number), who: sees }) : undefined
    if (analysis === undefined) return notFound
    const thing = await findThing(reader, analysis.id)
    if (thing !== undefined && thing.path !== analysisPath(analysis.number)) return see(thing.path)
    const { inputs } = analysis.shown
    const [newer, versions, now] = await Promise.all([
      listNewerVintages(reader, analysis.shown), listVersions(reader, analysis),
      freezeInputs(reader, { keys: inputs.indicators.map((one) => one.key), regions: inputs.regions.map((one) => one.code) }),
    ])
    return analysisScreen({ language, analysis, versions, newer, sees, changes: changesBetween(inputs, now.inputs) })
  },
})

export const pages: readonly Page[] = [analysisByNumber]
