// What a region's pack adds to the catalogue: facts about this region beside definitions that hold everywhere.
// Not figures: those are the pack's series. Written as the catalogue is written, before anything is parsed.
import type { Bilingual } from '#kernel/language.ts'

type Written = Readonly<Record<string, unknown>>
type Note = {
  /** sentences behind the definition */
  readonly more?: Bilingual
  /** one about all regions stands in the place of the catalogue's of the same kind and periods; all others are added */
  readonly caveats?: readonly Written[]
}
export type PackNotes = {
  /** said in place of the general sentence where a figure is that of a higher level */
  readonly level?: Readonly<Record<string, Bilingual>>
  readonly indicators?: Readonly<Record<string, Note>>
}

/** Throws a sentence for whoever writes a pack: a note about an indicator that is not there is a slip of the pen. */
export const withNotes = (entries: readonly Written[], notes: PackNotes): readonly Written[] => {
  const keys = new Set(entries.map((entry) => entry.key))
  const unknown = Object.keys(notes.indicators ?? {}).filter((key) => !keys.has(key))
  if (unknown.length > 0) throw new Error(`notes.json of the region pack: the catalogue has no indicator ${unknown.join(', ')}.`)
  return entries.map((entry) => withNote(entry, { note: notes.indicators?.[String(entry.key)] ?? {}, level: notes.level?.[String(entry.level)] }))
}

const withNote = (entry: Written, { note, level }: { readonly note: Note; readonly level: Bilingual | undefined }): Written => {
  const own = note.caveats ?? []
  const general = (entry.caveats ?? []) as readonly Written[]
  const kept = general.map((caveat) => own.find((one) => isInPlaceOf(one, caveat)) ?? (caveat.kind === 'level' && level ? { ...caveat, ...level } : caveat))
  return { ...entry, definition: behind(entry.definition as Bilingual, note.more), caveats: [...kept, ...own.filter((one) => !kept.includes(one))] }
}
const isInPlaceOf = (own: Written, general: Written): boolean =>
  own.regions === undefined && general.regions === undefined && own.kind === general.kind && own.from === general.from && own.to === general.to
const behind = (text: Bilingual, more: Bilingual | undefined): Bilingual => (more ? { bg: `${text.bg} ${more.bg}`, en: `${text.en} ${more.en}` } : text)
