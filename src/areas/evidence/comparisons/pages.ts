// The addresses of comparisons. A form's long address leads on to the short one that says the same.
import type { Asked } from '#kernel/answer.ts'
import { see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { getCompared } from './read.ts'
import { addressOf, choiceOf, comparisonsPath, isFromForm } from './rules.ts'
import { comparedJsonFields, toComparedJson, writeComparedCsv } from './rules/files.ts'
import { comparedScreen, sayCompared } from './views.tsx'
import { keptComparedDocument } from './views/document.ts'

const open = permissions['public.read']
const ask = ({ reader, now }: ReadVisit, asked: Asked) => getCompared(reader, { ...choiceOf(asked.query), now })

export const comparison = page({
  path: comparisonsPath, may: open, sameForAll: true,
  get: async (visit, asked) => {
    const choice = choiceOf(asked.query)
    if (isFromForm(asked.query)) return see(addressOf(choice))
    return comparedScreen({ language: visit.language, compared: await ask(visit, asked), choice })
  },
})
export const comparisonXlsx = page({
  path: `${comparisonsPath}/comparison.xlsx`, may: open, sameForAll: true,
  get: async (visit, asked) => {
    const { reader, language } = visit
    const choice = choiceOf(asked.query)
    const [compared, pack, settings] = await Promise.all([ask(visit, asked), getHomeRegion(reader), getSettings(reader)])
    const { emblem } = settings.body
    return { kind: 'document', name: `posoka-comparison-${language}`, format: 'xlsx', document: keptComparedDocument({
      language, compared, choice, home: withSettings(pack, settings), emblem: emblem === null ? null : { mediaType: emblem.mediaType, stored: emblem.sha256, alt: emblem.alternative[language] }, ...sayCompared(compared, language),
    }) }
  },
})
export const comparisonCsv = page({
  path: `${comparisonsPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async (visit, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'comparison.csv', bytes: writeComparedCsv(await ask(visit, asked), isLanguage(wanted) ? wanted : 'bg') }
  },
})
export const comparisonJson = page({
  path: `${comparisonsPath}/data.json`, may: open, sameForAll: true, languageFree: true, fields: comparedJsonFields,
  get: async (visit, asked) => ({ kind: 'file', mediaType: 'application/json', name: 'comparison.json', inline: true, bytes: JSON.stringify(toComparedJson(await ask(visit, asked))) }),
})

export const pages: readonly Page[] = [comparison, comparisonXlsx, comparisonCsv, comparisonJson]
