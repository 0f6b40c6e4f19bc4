// What must hold of the locale files before they are compiled. Pure: takes the texts, gives the sentences of what is wrong.
// It does not judge the language itself; test/locales.test.ts looks for text left in the wrong alphabet.

/** A text, or Paraglide's list of variants with declarations and matches. */
export type Message = string | readonly { readonly declarations?: readonly string[]; readonly match?: Readonly<Record<string, string>> }[]
export type LocaleFile = Readonly<Record<string, Message>>
/** locale → name of the file ('ui') → its messages */
export type Locales = Readonly<Record<string, Readonly<Record<string, LocaleFile>>>>

export const textsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : message.flatMap((part) => Object.values(part.match ?? {}))

/** The names in braces; what a variant declares as input counts too, used in the text or not. */
export const inputsOf = (message: Message): ReadonlySet<string> => {
  const named = textsOf(message).flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? ''))
  const declared = typeof message === 'string' ? [] : message.flatMap((part) => part.declarations ?? [])
  const inputs = declared.flatMap((line) => (line.startsWith('input ') ? [line.slice(6).trim()] : []))
  const locals = new Set(declared.flatMap((line) => /^local (\w+)/.exec(line)?.[1] ?? []))
  return new Set([...named, ...inputs].filter((name) => !locals.has(name)))
}

export const countMessages = (locales: Locales): number =>
  Object.values(Object.values(locales)[0] ?? {}).reduce((sum, file) => sum + keysOf(file).length, 0)
const keysOf = (file: LocaleFile): readonly string[] => Object.keys(file).filter((key) => key !== '$schema')

export const faultsOfWords = (locales: Locales): readonly string[] => {
  const faults: string[] = []
  const names = Object.keys(locales)
  const files = new Set(names.flatMap((locale) => Object.keys(locales[locale] ?? {})))
  for (const file of files) {
    const keys = new Set(names.flatMap((locale) => keysOf(locales[locale]?.[file] ?? {})))
    for (const key of keys) {
      const prefixed = key.startsWith(`${file}_`)
      if (!prefixed) faults.push(`${file}.json: “${key}” must begin with “${file}_”.`)
      for (const locale of names) {
        const message = locales[locale]?.[file]?.[key]
        const place = `locales/${locale}/${file}.json`
        if (message === undefined) faults.push(`${place}: “${key}” is missing.`)
        else if (textsOf(message).length === 0 || textsOf(message).some((text) => text.trim() === '')) faults.push(`${place}: “${key}” is empty.`)
      }
      const inputs = names.flatMap((locale) => {
        const message = locales[locale]?.[file]?.[key]
        return message === undefined ? [] : [{ locale, said: [...inputsOf(message)].sort().join(', ') }]
      })
      if (new Set(inputs.map(({ said }) => said)).size > 1)
        faults.push(`${file}.json: “${key}” has other inputs in each language (${inputs.map(({ locale, said }) => `${locale}: ${said || 'none'}`).join('; ')}).`)
    }
  }
  if (countMessages(locales) === 0) faults.push('locales/: not one message was found.')
  return faults
}
