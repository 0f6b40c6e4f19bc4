// The pages of the strategy area, each bound to its command where its post is slow work.
import { publishCurrentState } from '#areas/strategy/documents/commands.ts'
import { compose, pages as documentPages, publishPage } from '#areas/strategy/documents/pages.ts'
import { pages as findingPages } from '#areas/strategy/findings/pages.ts'
import type { WebPage } from './door.ts'

export const strategyPages = (): readonly WebPage[] => [
  { ...publishPage, command: (visit, input) => publishCurrentState({ ...visit, compose }, input) }, ...documentPages, ...findingPages,
]
