// How wide a text will be in Sofia Sans Condensed with Bulgarian letter forms and its usual figures.
// Measured once in a browser at 100 px; not a shaping engine. Layout on the server has nothing else to go by.

/** advance width in hundredths of the font size → the characters that have it */
const advances: readonly (readonly [number, string])[] = [
  [8, '\u202f'],
  [16, "'"],
  [18, 'j'],
  [19, '!,.:il'],
  [20, ';IJ`·\u2009'],
  // 16 in the font and 8 of the style sheet's word spacing: the condensed space is too thin for names
  [24, ' \u00a0'],
  [21, '[]{|}'],
  [22, '()/\\'],
  [29, '"fr'],
  [31, 't'],
  [32, '“'],
  [33, '„”'],
  [35, '*s1'],
  [36, '?zГзл'],
  [37, 'Lг'],
  [38, 'kxкх'],
  [39, 'F^avyауъьэя'],
  [40, '57-_cegесч«»'],
  [41, '2ESTpЕТдр'],
  [42, '34PZbdoquРУбвийноцѝ'],
  [43, 'XYhnХп'],
  [44, '689БЗЛЬ'],
  [45, '0ABKVАВК'],
  [46, '#RЭЯ'],
  [48, 'CСЪ'],
  [49, '+<=>DOQ~ОЧм−×±'],
  [50, '$GUЦ€'],
  [51, '&HNДИЙНПЍ'],
  [54, 'жф'],
  [55, '…'],
  [56, 'wю'],
  [57, 'ы'],
  [59, 'MМ–'],
  [63, 'ш'],
  [64, 'mФЫтщ'],
  [65, 'WЖ'],
  [67, 'Ю'],
  [68, 'Ш'],
  [69, 'Щ—'],
  [72, '%'],
  [75, '@№'],
  // not in the font: the browser takes them from a wider one
  [130, '‰≤≥→'],
]
/** what is not in the table is taken as wide, so that it never runs over its neighbour */
const unknown = 60
const lastCode = 0x2265
const widthOfCode = new Uint8Array(lastCode + 1).fill(unknown)
for (const [width, characters] of advances) for (const character of characters) widthOfCode[character.codePointAt(0) ?? 0] = width

const boldIsWider = 1.06
export type Weight = 'regular' | 'bold'

/** „Стара Загора“ at 15 px: 76.6 px. */
export const textWidth = (text: string, fontSize: number, weight: Weight = 'regular'): number => {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    sum += code <= lastCode ? (widthOfCode[code] ?? unknown) : unknown
  }
  return (sum * fontSize * (weight === 'bold' ? boldIsWider : 1)) / 100
}
