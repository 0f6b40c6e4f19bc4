// Which passwords are taken. Length is what counts; no mixture of signs is asked for, and no change after some months.
// Instead of a list of leaked passwords (few of them have 15 signs) this knows how people fill fifteen signs.

export const shortestPassword = 15
export const longestPassword = 200

export type PasswordFault = 'tooShort' | 'tooLong' | 'repeats' | 'sequence' | 'common' | 'personal'

/** Rows of keyboards, alphabets and digits, forwards; backwards is checked too. */
const rows = [
  '01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'абвгдежзийклмнопрстуфхцчшщъьюя',
  'qwertyuiopasdfghjklzxcvbnm', 'явертъуиопасдфгхйклзьцжбнм', 'уеишщксдзцьяаожгтнвм', 'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
]
/** Words that are a password wherever people make one, in both languages; what remains after taking them out must still be something. */
const words = [
  'password', 'passwort', 'пасуърд', 'парола', 'parola', 'паролата', 'letmein', 'welcome', 'добредошли', 'admin', 'administrator', 'администратор', 'user',
  'login', 'вход', 'test', 'тест', 'secret', 'тайна', 'qwerty', 'йцукен', 'явертъ', 'iloveyou', 'обичамте', 'correcthorsebatterystaple',
  'posoka', 'посока', 'starazagora', 'старазагора', 'zagora', 'загора', 'obshtina', 'община', 'municipality', 'bulgaria', 'българия', 'levski', 'левски', 'cska', 'цска',
  'strategy', 'стратегия', 'changeme', 'смени', 'master', 'dragon', 'monkey', 'football', 'футбол', 'sunshine', 'слънчице', 'princess', 'принцеса',
]
const years = /(?:19|20)\d\d/g
const looks: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** Typed forms of one password are one: full-width letters, composed accents. */
export const normalPassword = (text: string): string => text.normalize('NFKC')

/** Worked: «password2024!!!» has 15 signs, and without the word and the year «!!!» is left → common. */
export const judgePassword = (typed: string, about: readonly string[]): PasswordFault | null => {
  const password = normalPassword(typed)
  const length = [...password].length
  if (length < shortestPassword) return 'tooShort'
  if (length > longestPassword) return 'tooLong'
  const plain = password.toLowerCase().replace(/[\s._\-+*/\\|,;:'"()[\]{}<>#%^&=~`]/g, '')
  if (new Set(plain).size < 5 || isRepeated(plain)) return 'repeats'
  if (rows.some((row) => withoutRuns(plain, row).length < 5 || withoutRuns(plain, [...row].reverse().join('')).length < 5)) return 'sequence'
  const named = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2)
  if (named.length > 0 && leftWithout(plain, named) < 6) return 'personal'
  return leftWithout(plain, words) < 6 || leftWithout(plain.replace(/[0134570@$!]/g, (sign) => looks[sign] ?? sign), words) < 6 ? 'common' : null
}
/** The same piece over and over: «абвабвабвабвабв». */
const isRepeated = (text: string): boolean => {
  for (let piece = 1; piece <= 6; piece++) if (text.slice(0, piece).repeat(Math.ceil(text.length / piece)).slice(0, text.length) === text) return true
  return false
}
/** Takes out every run of four or more neighbours on the row. */
const withoutRuns = (text: string, row: string): string => {
  let left = ''
  for (let at = 0; at < text.length;) {
    let run = 1
    for (let place = row.indexOf(text[at] ?? ' '); place >= 0 && at + run < text.length && row[place + run] === text[at + run];) run++
    if (run < 4) left += text[at]
    at += run < 4 ? 1 : run
  }
  return left
}
const leftWithout = (text: string, taken: readonly string[]): number => {
  let left = text.replace(years, '')
  for (const word of [...taken].sort((a, b) => b.length - a.length)) left = left.replaceAll(word, '')
  return new Set(left.replace(/\d+$/, '')).size
}
