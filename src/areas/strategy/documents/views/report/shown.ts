// What the chapters of the current-state report are given. Only the type.
import type { DocumentPicture } from '#kernel/document.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import type { CurrentState } from '../../rules.ts'

export type StateShown = { readonly language: Language; readonly state: CurrentState; readonly home: HomeRegion; readonly emblem: DocumentPicture | null }
