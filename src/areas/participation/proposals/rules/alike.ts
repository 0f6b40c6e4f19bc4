// How alike two contributions are, by their words alone and without any service outside: equal once greeting, signature, case and
// spaces are put aside; else the mean of two cosines, of trigrams (spelling) and of word stems weighted by rarity (TF-IDF: content).
// Undefined for an empty text: it is like nothing, 0. The same text gives 1.

export type Alike = { readonly index: number; readonly likeness: number }
/** From here on two texts count as near doubles of each other. */
export const nearDouble = 0.66
/** From here on they are worth showing to whoever is about to write the same. */
export const worthShowing = 0.28

const greeting = /^(уважаем\p{L}*|здравей(?:те)?|добър ден|добро утро|добър вечер|до\s|г-н|г-жа|господине|госпожо|госпожи|господа|колеги|dear|hello|hi|good (?:morning|day|afternoon|evening)|to whom)/iu
const farewell = /^(с уважение|с почит|с поздрав|поздрави|сърдечни поздрави|благодаря|предварително благодар|хубав ден|лек ден|искрено ваш|kind regards|best regards|regards|yours|sincerely|thank|many thanks|best wishes|--\s*$|изпратено от|sent from)/iu
/** The words of a text without greeting, signature, case, punctuation and the places of its line ends. */
export const toBareWords = (text: string): string => {
  const lines = text.normalize('NFKC').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  // A signature stands at the end: a farewell is looked for among the last eight lines, never in the first.
  const end = lines.findIndex((line, index) => index > 0 && index >= lines.length - 8 && line.length < 80 && farewell.test(line))
  const body = (end === -1 ? lines : lines.slice(0, end)).filter((line, index) => !(index < 2 && line.length < 80 && greeting.test(line) && lines.length > 1))
  return withoutOpening(body.join(' ').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
/** A letter on one line: the greeting goes up to its first comma or exclamation, the farewell from the last sentence on. */
const withoutOpening = (line: string): string => {
  const opened = greeting.test(line) ? line.replace(/^[^,!.]{1,60}[,!]\s*/u, '') : line
  const closing = /[.!?]\s*(с уважение|поздрави|с поздрав|благодаря|kind regards|best regards|regards|thank you)[^.!?]{0,80}[.!?]?$/iu.exec(opened)
  return closing === null ? opened : opened.slice(0, closing.index)
}

const longestCompared = 6_000
/** Word stems, roughly: a Bulgarian ending changes after the first six letters. One- and two-letter words carry nothing. */
export const stemsOf = (bare: string): readonly string[] => bare.slice(0, longestCompared).split(' ').filter((word) => word.length > 2).map((word) => word.slice(0, 6))
type Bag = ReadonlyMap<string, number>
const count = (parts: Iterable<string>): Bag => { const bag = new Map<string, number>(); for (const part of parts) bag.set(part, (bag.get(part) ?? 0) + 1); return bag }
const trigramsOf = (bare: string): Bag => {
  const padded = ` ${bare.slice(0, longestCompared)} `
  return count(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}
const cosine = (one: Bag, other: Bag, weigh: (part: string) => number): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let dot = 0
  for (const [part, times] of small) { const theirs = large.get(part); if (theirs !== undefined) dot += times * theirs * weigh(part) ** 2 }
  if (dot === 0) return 0
  const length = (bag: Bag): number => { let sum = 0; for (const [part, times] of bag) sum += (times * weigh(part)) ** 2; return Math.sqrt(sum) }
  return Math.min(1, dot / (length(one) * length(other)))
}
const alone = (): number => 1

export type Comparable = { readonly bare: string; readonly stems: Bag; readonly trigrams: Bag }
export const toComparable = (text: string): Comparable => { const bare = toBareWords(text); return { bare, stems: count(stemsOf(bare)), trigrams: trigramsOf(bare) } }
/** How rare a stem is among these texts: ln(1 + texts / texts with it). */
export const rarityAmong = (texts: readonly Comparable[]): ((stem: string) => number) => {
  const within = count(texts.flatMap(({ stems }) => [...stems.keys()]))
  return (stem) => Math.log(1 + texts.length / (within.get(stem) ?? 1))
}
export const likenessOf = ({ one, other, rarity }: { readonly one: Comparable; readonly other: Comparable; readonly rarity: (stem: string) => number }): number =>
  one.bare === '' || other.bare === '' ? 0 : one.bare === other.bare ? 1 : (cosine(one.trigrams, other.trigrams, alone) + cosine(one.stems, other.stems, rarity)) / 2

/** The texts most like this one, the likest first. */
export const mostAlike = (text: string, texts: readonly string[], { least, most }: { readonly least: number; readonly most: number }): readonly Alike[] => {
  const one = toComparable(text), others = texts.map(toComparable)
  const rarity = rarityAmong([one, ...others])
  return others.map((other, index) => ({ index, likeness: likenessOf({ one, other, rarity }) })).filter(({ likeness }) => likeness >= least)
    .sort((first, second) => second.likeness - first.likeness || first.index - second.index).slice(0, most)
}
