// A day and a time as the wall in the region shows them, to a moment and back. The zone is the region's, not the machine's.
const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Sofia', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
const wallOf = (at: number): number => {
  const part = Object.fromEntries(zone.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:00Z`)
}
/** '25.11.2026', '10:30' → the moment; undefined for what no wall shows: a day there is not, and the hour left out in spring.
 *  In autumn an hour comes twice: its first coming. Worked: 25.11.2026 10:30 is 08:30 UTC; 29.03.2026 03:30 is not. */
export const parseMoment = (day: string, time: string): Date | undefined => {
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*г\.?)?$/.exec(day.trim())
  const [year, month, date] = found ? [found[3], found[2], found[1]] : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim())?.slice(1) ?? [])
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*ч\.?)?$/.exec(time.trim())
  if (year === undefined || month === undefined || date === undefined || clock === null) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const wall = Date.parse(`${iso}T${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}:00Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== iso) return undefined
  for (const hours of [3, 2]) if (wallOf(wall - hours * 3_600_000) === wall) return new Date(wall - hours * 3_600_000)
  return undefined
}
const shown = (at: Date): string => new Date(wallOf(at.getTime())).toISOString()
export const dayOf = (at: Date): string => shown(at).slice(0, 10).split('-').reverse().join('.')
export const timeOfDay = (at: Date): string => shown(at).slice(11, 16)
