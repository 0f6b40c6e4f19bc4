// The addresses of specialisation: the page, and the figures behind it.
import type { Asked } from '#kernel/answer.ts'
import { notFound } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { type Kept, keepForm } from './forms.ts'
import { getSpecialisation } from './read.ts'
import { choiceOf, keepSpecialisationPath, specialisationPath } from './rules.ts'
import { writeSpecialisationCsv } from './rules/files.ts'
import { specialisationScreen } from './views.tsx'
import { keepScreen, noteOf } from './views/keep.tsx'
import { keepSpecialisation } from './write.ts'

const open = permissions['public.read']
const ask = ({ reader, now }: ReadVisit, asked: Asked) => getSpecialisation(reader, { choice: choiceOf(asked.query), now })

export const specialisation = page({
  path: specialisationPath, may: open, sameForAll: true,
  get: async (visit, asked) => specialisationScreen({ language: visit.language, answer: await ask(visit, asked), query: asked.query, mayImport: mayDo(visit.who, permissions['evidence.import']), mayKeep: mayDo(visit.who, permissions['evidence.analyse']) }),
})
export const specialisationCsv = page({
  path: `${specialisationPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async (visit, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'specialisation.csv', bytes: writeSpecialisationCsv(await ask(visit, asked), isLanguage(wanted) ? wanted : 'bg') }
  },
})

/** Without figures by activity there is nothing to keep. */
export const keptSpecialisation = page<Kept>({
  path: keepSpecialisationPath, may: permissions['evidence.analyse'], accepts: keepForm,
  get: async (visit, asked) => {
    const { seen, choice, ...rest } = await ask(visit, asked)
    return seen === null ? specialisationScreen({ language: visit.language, answer: { seen, choice, ...rest }, query: asked.query, mayImport: mayDo(visit.who, permissions['evidence.import']), mayKeep: false }) : keepScreen({ language: visit.language, seen, choice, asked })
  },
  post: async (visit, kept, asked) => {
    const { seen } = await getSpecialisation(visit.writer.reader, { choice: choiceOf(asked.query), now: visit.now })
    return seen === null ? notFound : keepSpecialisation(visit, { seen, ...kept, note: { bg: noteOf(seen, 'bg'), en: noteOf(seen, 'en') } })
  },
})

export const pages: readonly Page[] = [specialisation, specialisationCsv, keptSpecialisation]
