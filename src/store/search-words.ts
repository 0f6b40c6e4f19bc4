// Words as search sees them: how a text falls into words, and which Bulgarian words are forms of one family.
// Pure, by letters only, no dictionary: (човек – хора) stays apart. Finding candidates is search.ts.

const wordShape = /[\p{L}\p{N}]+/gu
/** Lower case, whole words; „България-2030“ is two. */
export const toWords = (text: string): readonly string[] => text.normalize('NFC').toLowerCase().match(wordShape) ?? []

// What may stand at the end of a form: plurals and articles of nouns and adjectives (я is read as е, see below) …
const inflections = [
  'ищата', 'ища', 'ище', 'ището', 'ищ', 'щата', 'ща', 'овете', 'ове', 'евете', 'еве', 'ът', 'ет', 'а', 'е', 'о', 'и', 'у', 'ю', 'й', 'ите', 'ата', 'ета', 'ото', 'ето',
  'ие', 'ии', 'ет', 'ието', 'иета', 'иет', 'иете', 'ийте', 'иите', 'то', 'те', 'та', 'т', 'не', 'нето', 'ни', 'ниета', 'ние', 'ес', 's', 'es', 'y', 'ies', "'s",
]
// … and what makes a quality, a person or an adjective out of a noun, up to three in a row.
const derivations = [
  'изаци', 'изац', 'изир', 'ицион', 'ици', 'иц', 'аци', 'ац', 'ион', 'он', 'атив', 'ат', 'тив', 'ив', 'ал', 'ен', 'ин', 'н', 'ий', 'й', 'ическ', 'ческ', 'еск', 'ск', 'к', 'ч', 'ц',
  'ственост', 'ств', 'еств', 'ител', 'ател', 'тел', 'ник', 'ост', 'ст', 'ем', 'ам', 'ов', 'ев', 'ан', 'ва', 'ир', 'ич', 'ист', 'изъм', 'изм', 'зъм', 'зм', 'ъм', 'м', 'ъл', 'л', 'ец',
  'ж', 'з', 'ш', 'г', 'х', 'уал', 'ту', 'т', 'ion', 'ation', 'ive', 'al', 'ing', 'ed', 'er', 'ment',
]
const either = (endings: readonly string[]): string => endings.toSorted((a, b) => b.length - a.length).join('|')
const inflected = new RegExp(`^(?:${either(inflections)})?$`)
const derived = new RegExp(`^(?:${either(derivations)}){0,3}(?:${either(inflections)})?$`)

// мярка – мерки, голям – големи: the vowel changes with the form.
const level = (word: string): string => word.replaceAll('я', 'е')
const sharedLength = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

const leastShare = 0.35

/** How near a word of a text is to a word that was typed: 4 the same, 3 another form, 2 of the same family, 0 neither. */
export const kinship = (typed: string, found: string): 0 | 2 | 3 | 4 => {
  if (typed === found) return 4
  const a = level(typed), b = level(found)
  const shared = sharedLength(a, b)
  if (shared < 3 || shared < leastShare * Math.max(a.length, b.length)) return 0
  // The common letters may end inside an ending („…ес|тво“, „…ес|ки“), so shorter stems are tried as well.
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem--) {
    if (inflected.test(a.slice(stem)) && inflected.test(b.slice(stem))) return 3
  }
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem--) {
    if (derived.test(a.slice(stem)) && derived.test(b.slice(stem))) return 2
  }
  return 0
}

/** Beginnings under which every word akin to this one is found: kinship needs as many letters in common. */
export const stemPrefixes = (typed: string): readonly string[] => {
  const stem = typed.slice(0, Math.max(3, Math.ceil(typed.length * leastShare)))
  const variants = [stem, level(stem), ...[...stem].flatMap((letter, at) => (letter === 'е' ? [`${stem.slice(0, at)}я${stem.slice(at + 1)}`] : []))]
  return [...new Set(variants)]
}
