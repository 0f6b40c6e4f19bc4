// The two languages of the product. Bulgarian is the default wherever nobody chose.
export const languages = ['bg', 'en'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (text: string | undefined): text is Language => text === 'bg' || text === 'en'
export const otherLanguage = (language: Language): Language => (language === 'bg' ? 'en' : 'bg')

/** A text in both languages, as every name and title that the product shows must be. */
export type Bilingual = { readonly bg: string; readonly en: string }
export const inLanguage = (text: Bilingual, language: Language): string => text[language]
