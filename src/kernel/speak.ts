// Binds the language once: `const say = speak(language)`, then `say.ui_next()`.
// The words are generated from locales/ by `npm run build`; nothing here reads an ambient language.
import type { Language } from './language.ts'
import * as bg from './words/messages/bg.js'
import * as en from './words/messages/en.js'

export type Say = typeof bg
const said: Readonly<Record<Language, Say>> = { bg, en }
export const speak = (language: Language): Say => said[language]
