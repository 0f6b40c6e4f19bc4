// The addresses of benchmarks. A form's long address leads on to the short one that says the same.
import { notFound, see } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { type KeptBenchmark, keepForm } from './forms.ts'
import { findBenchmark } from './read.ts'
import { benchmarkPath, keepBenchmarkPath } from './rules.ts'
import { addressOf, choiceOf, isFromForm } from './rules/choice.ts'
import { writeBenchmarkCsv } from './rules/files.ts'
import { scoreOf } from './rules/score.ts'
import { benchmarkScreen } from './views.tsx'
import { keepScreen, noteOf } from './views/keep.tsx'
import { keepBenchmark } from './write.ts'

const open = permissions['public.read']

export const benchmark = page({
  path: benchmarkPath, may: open, sameForAll: true,
  get: async ({ reader, language, now, who }, asked) => {
    const choice = choiceOf(asked.query)
    if (isFromForm(asked.query)) return see(addressOf(choice))
    const found = await findBenchmark(reader, { choice, now })
    if (found === undefined) return notFound
    const whole = scoreOf(found.lines, [])
    return benchmarkScreen({ language, benchmark: found, choice, whole, mayKeep: mayDo(who, permissions['evidence.analyse']) ? 'yes' : 'no', score: choice.without.length === 0 ? whole : scoreOf(found.lines, choice.without) })
  },
})
export const benchmarkCsv = page({
  path: `${benchmarkPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader, now }, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    const found = await findBenchmark(reader, { choice: choiceOf(asked.query), now })
    return found === undefined ? notFound : { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: `benchmark-${found.region.code}.csv`, bytes: writeBenchmarkCsv(found, isLanguage(wanted) ? wanted : 'bg') }
  },
})

export const keptBenchmark = page<KeptBenchmark>({
  path: keepBenchmarkPath, may: permissions['evidence.analyse'], accepts: keepForm,
  get: async ({ reader, language, now }, asked) => {
    const choice = choiceOf(asked.query)
    const found = await findBenchmark(reader, { choice, now })
    return found === undefined ? notFound : keepScreen({ language, benchmark: found, choice, asked })
  },
  post: async (visit, kept, asked) => {
    const choice = choiceOf(asked.query)
    const found = await findBenchmark(visit.writer.reader, { choice, now: visit.now })
    if (found === undefined) return notFound
    const about = { benchmark: found, score: scoreOf(found.lines, choice.without) }
    return keepBenchmark(visit, { benchmark: found, choice, ...kept, note: { bg: noteOf({ ...about, language: 'bg' }), en: noteOf({ ...about, language: 'en' }) } })
  },
})

export const pages: readonly Page[] = [benchmark, benchmarkCsv, keptBenchmark]
