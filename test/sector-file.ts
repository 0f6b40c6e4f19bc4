// Constructed files of jobs by activity and region in the source's own layout, for tests and the development page only. No real figure.
import { randomFrom } from '#stats/random.ts'

export const constructedGroups = ['A', 'B-E', 'C', 'F', 'G-I', 'J', 'K', 'L', 'M_N', 'O-Q', 'R-U'] as const
const shares: Readonly<Record<string, number>> = { A: 0.09, 'B-E': 0.24, C: 0.2, F: 0.07, 'G-I': 0.27, J: 0.04, K: 0.02, L: 0.01, M_N: 0.09, 'O-Q': 0.14, 'R-U': 0.03 }
const lineOf = (dimensions: readonly string[], cells: readonly string[]): string => `${dimensions.join(',')}\t${cells.join(' \t')} `

/** nama_10r_3empers: thousand persons, the years given, every region with jobs drawn from the seed; `own` replaces a region's cells by activity
 *  (as the file writes them: „12.5“, „12.5 p“, „: c“). Countries are the sums of their regions. */
export const jobsFile = ({ regions, years, seed, own = {} }: {
  readonly regions: readonly string[]; readonly years: readonly number[]; readonly seed: number; readonly own?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}): string => {
  const random = randomFrom(seed)
  const cells = new Map<string, readonly string[]>(), sums = new Map<string, number[]>()
  for (const region of regions) {
    // Big and diverse regions have what few have: as real ones are.
    const size = 20 + 180 * random.next(), breadth = random.next()
    constructedGroups.forEach((group, at) => {
      if (group === 'C') return
      const tilt = Math.exp((random.next() - 0.5) * 1.6 + (at > 4 ? breadth - 0.5 : 0.5 - breadth)), pace = 1 + (random.next() - 0.45) * 0.06
      const made = years.map((_, t) => (shares[group] as number) * size * tilt * pace ** t)
      const written = own[region]?.[group] ?? made.map((one) => one.toFixed(2))
      cells.set(`${group},${region}`, written)
      if (group === 'B-E') cells.set(`C,${region}`, own[region]?.['C'] ?? written.map((one) => (/^[\d.]+/.test(one) ? (Number.parseFloat(one) * 0.8).toFixed(2) : one)))
    })
  }
  for (const region of regions) {
    const country = region.slice(0, 2)
    for (const group of constructedGroups) {
      const key = `${group},${country}`, sum = sums.get(key) ?? years.map(() => 0)
      sums.set(key, sum.map((one, t) => one + (Number.parseFloat(cells.get(`${group},${region}`)?.[t] ?? '') || 0)))
    }
  }
  // The total of every region, countries too: the sum of the groups, manufacturing being a part of industry.
  const withTotals = (table: Map<string, readonly string[]>): void => {
    for (const region of new Set([...table.keys()].map((key) => key.split(',')[1] as string)))
      table.set(`TOTAL,${region}`, years.map((_, t) => constructedGroups.filter((group) => group !== 'C').reduce((all, group) => all + (Number.parseFloat(table.get(`${group},${region}`)?.[t] ?? '') || 0), 0).toFixed(3)))
  }
  for (const [key, list] of sums) cells.set(key, list.map((one) => one.toFixed(2)))
  withTotals(cells)
  const rows = [...cells]
  const lines = rows.map(([key, list]) => { const [group, region] = key.split(',') as [string, string]; return lineOf(['A', 'THS', 'EMP', group, region], list) })
  return `freq,unit,wstatus,nace_r2,geo\\TIME_PERIOD\t${years.join(' \t')} \n${lines.join('\n')}\n`
}

/** sbs_r_nuts2021: persons employed in local units by division and region. */
export const staffFile = ({ regions, divisions, years, seed }: { readonly regions: readonly string[]; readonly divisions: readonly string[]; readonly years: readonly number[]; readonly seed: number }): string => {
  const random = randomFrom(seed), lines: string[] = [], sums = new Map<string, number[]>()
  for (const region of regions) {
    const size = 2000 + 30_000 * random.next(), breadth = random.next()
    const served = [...divisions, 'C', 'D']
    lines.push(lineOf(['A', 'LOC_NR', 'C', region], years.map(() => String(Math.round(size / 10)))))
    served.forEach((division, at) => {
      const rare = at / divisions.length
      const there = random.next() < 0.95 * (1 - rare) + 0.5 * breadth
      const list = years.map((_, t) => Math.round((there ? 1 : 0.15) * (size / divisions.length) * Math.exp(random.next() * 0.8 - 0.4) * (1 + 0.02 * t)))
      lines.push(lineOf(['A', 'EMP_LOC_NR', division, region], list.map(String)))
      const country = region.slice(0, 2), key = `${division},${country}`
      sums.set(key, (sums.get(key) ?? years.map(() => 0)).map((one, t) => one + (list[t] as number)))
    })
  }
  for (const [key, list] of sums) { const [division, country] = key.split(',') as [string, string]; lines.push(lineOf(['A', 'EMP_LOC_NR', division, country], list.map(String))) }
  return `freq,indic_sbs,nace_r2,geo\\TIME_PERIOD\t${years.join(' \t')} \n${lines.join('\n')}\n`
}
