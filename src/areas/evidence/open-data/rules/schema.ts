// JSON Schema as values, as much of it as our answers need; and the names of all fields that an answer of a schema may hold.
export type Schema = {
  readonly type: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | false
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: string | number
}
export const text: Schema = { type: 'string' }
export const number: Schema = { type: 'number' }
export const whole: Schema = { type: 'integer' }
export const truth: Schema = { type: 'boolean' }
export const orNull = (schema: Schema): Schema => ({ ...schema, type: [...[schema.type].flat(), 'null'], ...(schema.enum === undefined ? {} : { enum: [...schema.enum, null] }) })
export const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: words })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const map = (of: Schema): Schema => ({ type: 'object', additionalProperties: of })
/** Shown whole, whatever it holds: a definition, a description of dimensions. */
export const anything: Schema = { type: 'object' }
export const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema =>
  ({ type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)), additionalProperties: false })
export const bilingual: Schema = object({ bg: text, en: text })
/** A page of a list: `next` is the address of the following page, null on the last one. */
export const pageOf = (items: Schema, more: Readonly<Record<string, Schema>> = {}): Schema => object({ ...more, items: list(items), next: orNull(text) })

/** `series[].values`, `x.*` for names that are data, `x.**` for what is shown whole: as pages declare the fields of their answer. */
export const fieldsOfSchema = (schema: Schema | null): readonly string[] => {
  const found: string[] = []
  const walk = (at: Schema, path: string): void => {
    if (at.items !== undefined) { walk(at.items, `${path}[]`); return }
    if (at.properties !== undefined) {
      if (path !== '' && Object.keys(at.properties).sort().join() === 'bg,en') return
      for (const [name, inner] of Object.entries(at.properties)) { const own = path === '' ? name : `${path}.${name}`; found.push(own); walk(inner, own) }
      return
    }
    if (![at.type].flat().includes('object')) return
    if (at.additionalProperties === undefined || at.additionalProperties === false) { found.push(...(path === '' ? ['*', '*.**', '*[].**'] : [`${path}.**`])); return }
    const own = path === '' ? '*' : `${path}.*`
    found.push(own)
    walk(at.additionalProperties, own)
  }
  if (schema !== null) walk(schema, '')
  return found
}
