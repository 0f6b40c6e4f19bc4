// A block's words cut into sentences that can be quoted. An abbreviation or a number with a full stop ends none: „чл. 26“, „2026 г.“.
const abbreviations = new Set('чл ал т др проф доц инж г гр с ул бул бл вх ет ап стр вж напр т.е т.н пр пл обл общ хил млн млрд лв ст св акад арх ген д-р н.пр и.д №'.split(' '))
const wordBefore = (text: string): string => /([\p{L}\p{N}.-]+)\.\s*$/u.exec(text)?.[1]?.toLowerCase() ?? ''
const goesOn = (text: string, next: string): boolean => {
  const word = wordBefore(text)
  if (word === '') return /^\s*\p{Ll}/u.test(next) && !/[!?…]["“”»)]*\s*$/u.test(text)
  // „през 2026 г. Общината“ may be a new sentence: a year's „г.“ before a capital ends one
  if (word === 'г' && /^\s*["„«(]?\p{Lu}\p{Ll}/u.test(next)) return false
  return abbreviations.has(word) || /^\p{L}$/u.test(word) && /\s\p{L}\.\s*$/u.test(` ${text}`) || /^\d+$/.test(word) && /^\s*[\d\p{Ll}]/u.test(next) || /^\s*\p{Ll}/u.test(next)
}
const segmenter = new Intl.Segmenter('bg', { granularity: 'sentence' })
/** Each is a piece of the text exactly as it stands there, without the spaces around it; together they leave out only spaces. */
export const sentencesOf = (plain: string): readonly string[] => plain.split('\n').flatMap((line) => {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(line)) {
    const last = sentences.at(-1)
    if (last !== undefined && goesOn(last, segment)) sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
})
