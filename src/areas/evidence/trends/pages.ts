// The addresses of trends. A form's long address leads on to the short one that says the same.
import type { Asked } from '#kernel/answer.ts'
import { notFound, see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { keepForm, type KeptTrend } from './forms.ts'
import { getTrend } from './read.ts'
import { keepTrendPath, trendsPath } from './rules.ts'
import { addressOf, choiceOf, isFromForm } from './rules/choice.ts'
import { writeTrendCsv } from './rules/files.ts'
import { trendScreen, unknownScreen } from './views.tsx'
import { keepScreen, noteOf } from './views/keep.tsx'
import { keepTrend } from './write.ts'

const open = permissions['public.read'], analyse = permissions['evidence.analyse']
const ask = ({ reader, now }: Pick<ReadVisit, 'reader' | 'now'>, asked: Asked) => getTrend(reader, { choice: choiceOf(asked.query), now })

export const trends = page({
  path: trendsPath, may: open, sameForAll: true,
  get: async (visit, asked) => {
    if (isFromForm(asked.query)) return see(addressOf(choiceOf(asked.query)))
    const trend = await ask(visit, asked)
    return 'kind' in trend ? unknownScreen({ language: visit.language, none: trend }) : trendScreen({ language: visit.language, trend, mayPin: mayDo(visit.who, analyse) ? 'yes' : 'no' })
  },
})
export const trendsCsv = page({
  path: `${trendsPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async (visit, asked) => {
    const wanted = asked.query.get('language') ?? undefined, trend = await ask(visit, asked)
    if ('kind' in trend) return notFound
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `trend-${trend.indicator.key}-${trend.shown.code}.csv`, bytes: writeTrendCsv(trend, isLanguage(wanted) ? wanted : 'bg') }
  },
})
export const keptTrend = page<KeptTrend>({
  path: keepTrendPath, may: analyse, accepts: keepForm,
  get: async (visit, asked) => {
    const trend = await ask(visit, asked)
    return 'kind' in trend ? unknownScreen({ language: visit.language, none: trend }) : keepScreen({ language: visit.language, trend, asked })
  },
  post: async (visit, kept, asked) => {
    const trend = await getTrend(visit.writer.reader, { choice: choiceOf(asked.query), now: visit.now })
    return 'kind' in trend ? notFound : keepTrend(visit, { trend, ...kept, note: { bg: noteOf(trend, 'bg'), en: noteOf(trend, 'en') } })
  },
})

export const pages: readonly Page[] = [trends, trendsCsv, keptTrend]
