// The colours of the tiles for pictures that know no style sheet: the same as on the page, where they are tokens.
type Colour = readonly [red: number, green: number, blue: number]
const colour = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour

export const pictureColours = {
  ground: colour('#FFFFFF'), own: colour('#1F6B45'), line: colour('#C9C6C0'),
  shades: { 1: colour('#E5E9EC'), 2: colour('#C3CBD2'), 3: colour('#98A8B4'), 4: colour('#476073'), 5: colour('#212D36'), other: colour('#DAD7D1'), named: colour('#4A6478'), missing: colour('#FFFFFF') },
} as const satisfies Readonly<Record<string, unknown>>
