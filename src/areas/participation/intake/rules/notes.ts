// Notes of a workshop as they are typed: one a line, with the dots that were counted by hand behind a stroke.
import { not, ok, type Problem, type Result } from '#kernel/result.ts'

export type TypedNote = { readonly line: number; readonly text: string; readonly dots: number }
export const notesAtOnce = 300
const longestNote = 2_000

/** Worked: 'Повече стажове | 7' is a note with seven dots; 'Повече стажове' one without. */
export const parseNotes = (typed: string): Result<readonly TypedNote[], readonly Problem[]> => {
  const problems: Problem[] = [], notes: TypedNote[] = []
  const refuse = (bg: string, en: string): void => { problems.push({ field: 'notes', text: { bg, en } }) }
  for (const [at, whole] of typed.normalize('NFC').split('\n').entries()) {
    const line = whole.trim(), number = at + 1
    if (line === '') continue
    const cut = /^(.*?)\s*(?:\||\t)\s*([^|\t]*)$/.exec(line)
    const text = (cut?.[1] ?? line).trim(), counted = (cut?.[2] ?? '').trim()
    if (text.length < 2) refuse(`Ред ${number}: няма текст.`, `Line ${number}: there is no text.`)
    else if (text.length > longestNote) refuse(`Ред ${number}: над ${longestNote} знака.`, `Line ${number}: longer than ${longestNote} characters.`)
    else if (counted !== '' && !/^\d{1,4}$/.test(counted)) refuse(`Ред ${number}: зад чертата пишете само броя на точките, например „| 7“.`, `Line ${number}: behind the stroke write only the number of dots, as “| 7”.`)
    else notes.push({ line: number, text, dots: counted === '' ? 0 : Number(counted) })
  }
  if (notes.length > notesAtOnce) refuse(`Най-много ${notesAtOnce} бележки наведнъж.`, `At most ${notesAtOnce} notes at once.`)
  if (problems.length === 0 && notes.length === 0) refuse('Напишете поне една бележка.', 'Write at least one note.')
  return problems.length > 0 ? not(problems) : ok(notes)
}
export const countDots = (notes: readonly Pick<TypedNote, 'dots'>[]): number => notes.reduce((sum, { dots }) => sum + dots, 0)
/** Letters of the alphabet and digits that nobody confuses on paper. */
export const codeFrom = (bytes: Uint8Array): string => [...bytes.slice(0, 5)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]).join('')
/** As somebody reads it off a sheet: small letters, spaces, 0 for O and 1 for I are forgiven. */
export const parseCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[A-HJ-NP-Z2-9]{5}$/.test(code) ? code : undefined
}
