// The addresses of specialisation: the page, and the figures behind it.
import type { Asked } from '#kernel/answer.ts'
import { isLanguage } from '#kernel/language.ts'
import { mayDo } from '#kernel/who.ts'
import { type Page, page, type ReadVisit } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSpecialisation } from './read.ts'
import { choiceOf, specialisationPath } from './rules.ts'
import { writeSpecialisationCsv } from './rules/files.ts'
import { specialisationScreen } from './views.tsx'

const open = permissions['public.read']
const ask = ({ reader, now }: ReadVisit, asked: Asked) => getSpecialisation(reader, { choice: choiceOf(asked.query), now })

export const specialisation = page({
  path: specialisationPath, may: open, sameForAll: true,
  get: async (visit, asked) => specialisationScreen({ language: visit.language, answer: await ask(visit, asked), query: asked.query, mayImport: mayDo(visit.who, permissions['evidence.import']) }),
})
export const specialisationCsv = page({
  path: `${specialisationPath}/data.csv`, may: open, sameForAll: true, languageFree: true,
  get: async (visit, asked) => {
    const wanted = asked.query.get('language') ?? undefined
    return { kind: 'file', mediaType: 'text/csv; charset=utf-8', name: 'specialisation.csv', bytes: writeSpecialisationCsv(await ask(visit, asked), isLanguage(wanted) ? wanted : 'bg') }
  },
})

export const pages: readonly Page[] = [specialisation, specialisationCsv]
