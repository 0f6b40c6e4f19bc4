// What a program asked, judged by the route's own description: a word that is not known, or a value that does not fit, is refused
// with a sentence that says what would do. Nothing that was asked is left out in silence.
import type { Bilingual } from '#kernel/language.ts'
import { not, ok, type Result } from '#kernel/result.ts'
import type { ApiRoute, Parameter } from '../rules.ts'

/** Values by the name of the parameter; what was not asked and has a default is that. */
export type AskedOfApi = Readonly<Record<string, string | undefined>>

export const parseQuery = (route: ApiRoute, query: URLSearchParams): Result<AskedOfApi, Bilingual> => {
  const known = route.parameters.filter((parameter) => parameter.in === 'query')
  for (const name of query.keys()) {
    if (known.some((parameter) => parameter.name === name)) continue
    const names = known.map((parameter) => parameter.name).join(', ')
    const shown = name.slice(0, 40)
    return not(known.length === 0
      ? { bg: `Този адрес няма параметри, а е зададен „${shown}“.`, en: `This address takes no parameters, but "${shown}" was given.` }
      : { bg: `Параметърът „${shown}“ не е познат тук. Има: ${names}.`, en: `The parameter "${shown}" is not known here. There are: ${names}.` })
  }
  const asked: Record<string, string | undefined> = {}
  for (const parameter of known) {
    const given = query.getAll(parameter.name)
    if (given.length > 1) return not({ bg: `Параметърът „${parameter.name}“ е зададен повече от веднъж.`, en: `The parameter "${parameter.name}" was given more than once.` })
    const value = given[0] ?? (parameter.schema.default === undefined ? undefined : String(parameter.schema.default))
    const fault = value === undefined ? undefined : faultOf(parameter, value)
    if (fault !== undefined) return not(fault)
    asked[parameter.name] = value
  }
  return ok(asked)
}
const faultOf = ({ name, schema, example }: Parameter, value: string): Bilingual | undefined => {
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return { bg: `„${name}“ може да бъде: ${schema.enum.join(', ')}.`, en: `"${name}" can be: ${schema.enum.join(', ')}.` }
  if (schema.type === 'integer') {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= (schema.minimum ?? 0) && number <= (schema.maximum ?? Infinity)))
      return { bg: `„${name}“ е цяло число от ${schema.minimum ?? 0} до ${schema.maximum}.`, en: `"${name}" is a whole number from ${schema.minimum ?? 0} to ${schema.maximum}.` }
  }
  if (value.length > 4000 || (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)))
    return { bg: `„${name}“ не се чете. Пример: ${example ?? ''}.`, en: `"${name}" cannot be read. For example: ${example ?? ''}.` }
  return undefined
}
