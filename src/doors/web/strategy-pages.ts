// The pages of the strategy area, each bound to its command where its post is slow work.
import { pages as documentPages } from '#areas/strategy/documents/pages.ts'
import { pages as findingPages } from '#areas/strategy/findings/pages.ts'
import type { WebPage } from './door.ts'

export const strategyPages = (): readonly WebPage[] => [...documentPages, ...findingPages]
