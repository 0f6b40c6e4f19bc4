// The face of the installation: the frame with what the body has written in Settings, made anew when that changes.
// Asked once per rendered page by the pulse, so that every process shows a change at its next page.
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { emblemPath, withSettings, type Settings } from '#areas/people/settings/rules.ts'
import type { Chrome } from '#ui/chrome.ts'
import type { WebStore } from './door.ts'
import type { Frame } from './frame.ts'

export type Face = {
  readonly frame: Frame
  readonly refresh: () => Promise<void>
  /** where people write to */
  readonly email: () => string | null
  /** whose letters these are */
  readonly sender: (language: Language) => string
}
export type FaceParts = {
  readonly store: Pick<WebStore, 'reading' | 'pulse'>
  readonly home: HomeRegion
  readonly frameOf: (face: { readonly home: HomeRegion; readonly emblem: Chrome['emblem'] }) => Frame
}
export const openFace = async ({ store, home, frameOf }: FaceParts): Promise<Face> => {
  const make = (settings: Settings, pulse: string) => {
    const shown = withSettings(home, settings)
    const { emblem } = settings.body
    return { pulse, text: JSON.stringify(settings), shown, frame: frameOf({ home: shown, emblem: emblem === null ? null : { address: emblemPath(emblem), alternative: emblem.alternative } }) }
  }
  const read = (notBefore?: string) => store.reading((reader) => getSettings(reader), notBefore === undefined ? {} : { notBefore })
  let now = make(await read(), '')
  return {
    frame: (screen, facts) => now.frame(screen, facts),
    refresh: async () => {
      const pulse = await store.pulse()
      if (pulse === now.pulse) return
      const settings = await read(pulse)
      now = JSON.stringify(settings) === now.text ? { ...now, pulse } : make(settings, pulse)
    },
    email: () => now.shown.contact.email,
    sender: (language) => now.shown.body.name[language],
  }
}
