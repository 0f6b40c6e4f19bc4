// Local times of Europe/Sofia in a world of UTC. Pure: the moment is handed in. Jobs are started in clock.ts.
export type TimeOfDay = { readonly hour: number; readonly minute: number }
/** yyyy-mm-dd */
export type Day = string

const zone = 'Europe/Sofia'
const minuteMs = 60_000
const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** What the clock on the wall in Sofia shows at a moment. */
export const wallClock = (at: Date): { readonly day: Day } & TimeOfDay => {
  const shown = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${shown.year}-${shown.month}-${shown.day}`, hour: Number(shown.hour), minute: Number(shown.minute) }
}

const asIfUtc = (day: Day, time: TimeOfDay): number => Date.parse(`${day}T00:00:00Z`) + (time.hour * 60 + time.minute) * minuteMs
const offsetAt = (moment: number): number => {
  const shown = wallClock(new Date(moment))
  return asIfUtc(shown.day, shown) - Math.floor(moment / minuteMs) * minuteMs
}

/** The moment at which the wall shows this time on this day. In spring an hour is left out: then the first moment after it.
 *  In autumn an hour comes twice: then its first coming. Worked: 2026-03-29 03:30 does not exist → 01:00 UTC (04:00). */
export const momentOf = (day: Day, time: TimeOfDay): Date => {
  const wanted = asIfUtc(day, time)
  // The larger offset gives the earlier moment; the two differ only around a change-over.
  const offsets = [offsetAt(wanted - 12 * 60 * minuteMs), offsetAt(wanted + 12 * 60 * minuteMs)].sort((a, b) => b - a)
  const found = offsets.map((offset) => wanted - offset).find((moment) => offsetAt(moment) === wanted - moment)
  return new Date(found ?? changeOver(wanted))
}
const changeOver = (wanted: number): number => {
  const day = 24 * 60 * minuteMs
  let low = wanted - day, high = wanted + day
  const before = offsetAt(low)
  while (high - low > minuteMs) {
    const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

const nextDay = (day: Day): Day => new Date(Date.parse(`${day}T12:00:00Z`) + 24 * 60 * minuteMs).toISOString().slice(0, 10)

/** The first moment after `now` at which a daily job is due. */
export const nextDaily = (now: Date, time: TimeOfDay): Date => {
  const today = wallClock(now).day
  const due = momentOf(today, time)
  return due > now ? due : momentOf(nextDay(today), time)
}
