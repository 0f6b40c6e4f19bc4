// Two ways to ask in plain SQL: `rows` for a question built with Kysely's `sql`, `prepared` for a hot one.
import type { RawBuilder } from 'kysely'
import { connectionBehind } from './connection.ts'
import type { Reader, Writer } from './handle.ts'

type Handle = Reader | Writer | { readonly isTransaction: boolean }

/** A read-only handle of Kysely refuses raw statements by type; the database refuses what would write. */
export const rows = async <Row>(handle: Handle, question: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await question.execute(handle as unknown as Writer)).rows
export const oneRow = async <Row>(handle: Handle, question: RawBuilder<Row>): Promise<Row | undefined> =>
  (await rows(handle, question))[0]

let numbered = 0
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** A statement written once and planned once per connection: `const byCode = prepared<Row>('select … where code = $1')`.
 *  Skips Kysely altogether; columns come in camelCase. */
export const prepared = <Row>(text: string): ((handle: Handle, values: readonly unknown[]) => Promise<readonly Row[]>) => {
  const name = `p${numbered++}`
  let columns: readonly string[] | undefined
  return async (handle, values) => {
    const connection = connectionBehind(handle)
    connection.check(text)
    const client = await connection.client()
    const answer = await client.query<unknown[]>({ name, text, values: values as unknown[], rowMode: 'array' })
    columns ??= answer.fields.map((field) => camel(field.name))
    const names = columns
    return answer.rows.map((values) => {
      const row: Record<string, unknown> = {}
      for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at]
      return row as Row
    })
  }
}

/** Keeps what `ask` gives until the next act, for everybody: asked together with all who ask at the same time, and while it
 *  stays, a reading needs no transaction for it. Only for what everybody may see. */
export const keptUntilAct = <T>(ask: (reader: Reader) => Promise<T>): ((reader: Reader) => Promise<T>) => {
  const kept = new WeakMap<object, { readonly pulse: string; readonly answer: Promise<T> }>()
  return async (reader) => {
    const connection = connectionBehind(reader)
    const { pulse } = connection
    // An act sees what it has changed itself; and a moment that is fixed already may be older than the pulse.
    if (pulse === null || connection.isOpen()) return ask(reader)
    const now = await pulse()
    const there = kept.get(pulse)
    if (there?.pulse === now) return there.answer.catch(() => ask(reader))
    const answer = ask(reader)
    kept.set(pulse, { pulse: now, answer })
    answer.catch(() => { if (kept.get(pulse)?.answer === answer) kept.delete(pulse) })
    return answer
  }
}
