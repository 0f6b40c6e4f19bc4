// The two papers a chart is drawn on: one for a wide column, one for a phone. A chart is laid out anew for each.
export type PaperName = 'wide' | 'narrow'
export type Paper = { readonly name: PaperName; readonly width: number; readonly fontSize: number; readonly lineHeight: number }

export const papers = {
  wide: { name: 'wide', width: 720, fontSize: 15, lineHeight: 17 },
  narrow: { name: 'narrow', width: 360, fontSize: 15, lineHeight: 17 },
} as const satisfies Record<PaperName, Paper>
