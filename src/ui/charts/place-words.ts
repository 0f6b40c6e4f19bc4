// A region as a subject and as a place in a sentence, always with its level: three units are called „Стара Загора“.
import type { Language } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'

/** `name`: „Област Липова“; `within`: „в област Липова“ */
export type PlaceWords = { readonly name: string; readonly within: string }

type Placed = { readonly name: string; readonly level: Level; readonly language: Language }

export const placeWords = (placed: Placed): PlaceWords => {
  const say = speak(placed.language)
  return { name: say.ui_chart_place_name(wordsOf(placed, 'first')), within: say.ui_chart_place_within(wordsOf(placed, 'inside')) }
}
/** Inside a sentence, as after „за“: „област Липова“, „Югоизточния район“ · "Lipova district" */
export const sayPlain = (placed: Placed): string => speak(placed.language).ui_chart_place_plain(wordsOf(placed, 'inside'))

/** As the subject of a sentence: „Югоизточният район е …“, „Област Липова е …“ */
export const sayAsSubject = (placed: Placed): string => speak(placed.language).ui_chart_place_name(wordsOf(placed, 'subject'))

/** Bulgarian planning regions are named by an adjective: „Югоизточен район“, „в Югоизточния район“, „в Южния централен район“. */
const wordsOf = ({ name, level, language }: Placed, where: 'first' | 'inside' | 'subject'): { readonly name: string; readonly level: string } => {
  if (level !== 'nuts2' || language !== 'bg' || !/^[А-Я][а-я]+ен( [а-я]+ен)?$/.test(name)) return { name, level }
  return { name: where === 'first' ? name : name.replace(/ен(?= |$)/, where === 'subject' ? 'ният' : 'ния'), level: 'adjective' }
}

/** keeps a line from ending after the hyphen of „5-о“; the font has no hyphen that does it by itself */
const joiner = '\u2060'

/** „12-о“, „1-во“, „100-тно“ (място) · "12th". Bulgarian neuter, as the word „място“ wants it. */
export const sayOrdinal = (place: number, language: Language): string =>
  `${place}${language === 'bg' ? bulgarianEnding(place).replace('-', `-${joiner}`) : englishEnding(place)}`

const bulgarianEnding = (place: number): string => {
  if (place % 1000 === 0) return '-но'
  if (place % 100 === 0) return '-тно'
  const isTeen = place % 100 > 9 && place % 100 < 20
  const last = isTeen ? 0 : place % 10
  if (last === 1) return '-во'
  if (last === 2) return '-ро'
  if (last === 3 || last === 4) return '-то'
  if (last === 7 || last === 8) return '-мо'
  return '-о'
}
const englishEnding = (place: number): string => {
  const isTeen = place % 100 > 10 && place % 100 < 14
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
}
