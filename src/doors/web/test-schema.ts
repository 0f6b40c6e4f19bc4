// Holds a JSON answer against the JSON Schema that describes it, as far as our descriptions go. For tests only.
type Described = {
  readonly type?: string | readonly string[]; readonly properties?: Readonly<Record<string, Described>>; readonly required?: readonly string[]; readonly items?: Described
  readonly additionalProperties?: Described | false; readonly enum?: readonly unknown[]
}
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value)
const fits = (value: unknown, type: string): boolean => typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer')

export const schemaFaults = (value: unknown, schema: Described, at = ''): readonly string[] => {
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => fits(value, type))) return [`${at} is no ${types.join(' or ')}`.trim()]
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at} is not one of ${schema.enum.join(', ')}`]
  if (Array.isArray(value)) return schema.items === undefined ? [] : value.flatMap((one, index) => schemaFaults(one, schema.items as Described, `${at}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const name = (key: string): string => (at === '' ? key : `${at}.${key}`)
  return [
    ...Object.entries(value).flatMap(([key, inner]) => (schema.properties?.[key] === undefined ? [] : schemaFaults(inner, schema.properties[key], name(key)))),
    ...(schema.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => `${name(key)} is missing`),
    ...Object.entries(value).filter(([key]) => schema.properties?.[key] === undefined).flatMap(([key, inner]) =>
      (schema.additionalProperties === false ? [`${name(key)} is not described`] : schema.additionalProperties === undefined ? [] : schemaFaults(inner, schema.additionalProperties, name(key)))),
  ]
}
