// The emblem of the European Union in a page. Its drawing is in emblem-stars.ts, its colours in the style sheet.
import { emblemStars } from './emblem-stars.ts'

/** The words „Финансирано от Европейския съюз“ stand beside it, so the drawing itself is named by its picture only. */
export const EuropeanEmblem = ({ name }: { readonly name: string }) => (
  <svg class="p-emblem" viewBox="0 0 27 18" width="72" height="48" role="img" aria-label={name}>
    <path class="p-emblem-field" d="M0 0h27v18H0z" />
    <path class="p-emblem-stars" d={emblemStars} />
  </svg>
)
