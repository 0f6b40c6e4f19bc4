// A civil date that may be known only to the month or year, in words: „30.05.2024 г.“, "November 2023". Not an instant.
import type { Language } from '#kernel/language.ts'

const months = {
  bg: ['януари', 'февруари', 'март', 'април', 'май', 'юни', 'юли', 'август', 'септември', 'октомври', 'ноември', 'декември'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const

/** 'yyyy', 'yyyy-mm' or 'yyyy-mm-dd'; another text comes back as it is. */
export const sayCivilDate = (date: string, language: Language): string => {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : months[language][Number(month) - 1]
  if (year === undefined || !/^\d{4}$/.test(year) || (month !== undefined && name === undefined)) return date
  const mark = language === 'bg' ? ' г.' : ''
  if (month === undefined) return `${year}${mark}`
  if (day === undefined) return `${name} ${year}${mark}`
  return language === 'bg' ? `${day}.${month}.${year} г.` : `${Number(day)} ${name} ${year}`
}
