// Who gets a place: in the order of signing up, an institution's several people together, a freed place to the first who fits.
// Pure: people and places are numbers, the moment is handed in.
import type { SignUpState } from '../rules.ts'

export type Waiting = { readonly id: string; readonly people: number; readonly state: SignUpState; readonly at: Date; readonly offeredUntil: Date | null }

/** People who hold a place: confirmed, or offered one and still deciding. */
export const takenOf = (signUps: readonly Waiting[], now: Date): number =>
  signUps.reduce((all, one) => all + (one.state === 'confirmed' || (one.state === 'offered' && one.offeredUntil !== null && one.offeredUntil > now) ? one.people : 0), 0)

/** What a new sign-up becomes. Nobody overtakes those who wait, even where a smaller party would fit. `capacity` null: always a place. */
export const placeFor = (at: { readonly capacity: number | null; readonly signUps: readonly Waiting[]; readonly people: number; readonly now: Date }): 'confirmed' | 'waiting' => {
  if (at.capacity === null) return 'confirmed'
  const isAnyWaiting = at.signUps.some(({ state }) => state === 'waiting')
  return !isAnyWaiting && takenOf(at.signUps, at.now) + at.people <= at.capacity ? 'confirmed' : 'waiting'
}

/** How long an offered place is kept: two days, but never into the last day; within the last day it is given at once. */
export const offerLasts = (startsAt: Date, now: Date): Date | 'atOnce' => {
  const day = 86_400_000
  const left = startsAt.getTime() - now.getTime()
  if (left <= day) return 'atOnce'
  return new Date(Math.min(now.getTime() + 2 * day, startsAt.getTime() - day))
}

/** To whom freed places go, in order; the line stops at the first party that does not fit, so that nobody is passed over. */
export const nextInLine = (at: { readonly capacity: number | null; readonly signUps: readonly Waiting[]; readonly now: Date }): readonly Waiting[] => {
  const line = at.signUps.filter(({ state }) => state === 'waiting').sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  if (at.capacity === null) return line
  let free = at.capacity - takenOf(at.signUps, at.now)
  const served: Waiting[] = []
  for (const one of line) {
    if (one.people > free) break
    free -= one.people
    served.push(one)
  }
  return served
}
