// Binds the language once: `const say = speak(language)`, then `say.ui_next()`.
// The words are generated from locales/ by `npm run build`; nothing here reads an ambient language.
import type { Language } from './language.ts'
import * as bg from './words/messages/bg.js'
import * as en from './words/messages/en.js'

type Words = typeof bg
/** A message without inputs is called without an argument; one with inputs cannot be called without them. */
export type Say = { readonly [Key in keyof Words]: object extends Parameters<Words[Key]>[0] ? () => string : (inputs: Parameters<Words[Key]>[0]) => string }
const said: Readonly<Record<Language, Words>> = { bg, en }
export const speak = (language: Language): Say => said[language] as unknown as Say
