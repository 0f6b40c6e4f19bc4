// Sizes of activities in regions (jobs, value added, exports) with their totals: what every share is a share of. Holds no formula of its own.

/** `sizes` is row-major, one row per region, NaN where a figure is missing or confidential. Totals that are published may be handed in:
 *  a confidential cell is in them, and in no sum of ours. `reference` is the economy compared with (per activity); without it, all regions together. */
export type Economy = {
  readonly sizes: Float64Array; readonly regions: number; readonly activities: number
  readonly regionTotals?: Float64Array | undefined; readonly reference?: Float64Array | undefined; readonly referenceTotal?: number | undefined
}
export type Totals = {
  readonly ofRegion: Float64Array; readonly ofActivity: Float64Array; readonly all: number
  /** 1 where a total of ours leaves out a missing cell */
  readonly regionShort: Uint8Array; readonly activityShort: Uint8Array
}

/** Sums over the known cells where no published total was handed in; `…Short` says where one is then too small. */
export const totalsOf = (economy: Economy): Totals => {
  const { sizes, regions, activities, regionTotals, reference } = checked(economy)
  const ofRegion = new Float64Array(regions), ofActivity = new Float64Array(activities)
  const regionShort = new Uint8Array(regions), activityShort = new Uint8Array(activities)
  for (let r = 0; r < regions; r += 1) {
    for (let i = 0; i < activities; i += 1) {
      const size = sizes[r * activities + i] as number
      if (Number.isNaN(size)) { regionShort[r] = 1; activityShort[i] = 1 } else { ofRegion[r] = (ofRegion[r] as number) + size; ofActivity[i] = (ofActivity[i] as number) + size }
    }
  }
  if (regionTotals !== undefined) { ofRegion.set(regionTotals); regionShort.fill(0) }
  if (reference !== undefined) { ofActivity.set(reference); activityShort.fill(0) }
  return { ofRegion, ofActivity, all: economy.referenceTotal ?? sumKnown(reference === undefined && regionTotals !== undefined ? ofRegion : ofActivity), regionShort, activityShort }
}

export const sumKnown = (values: Float64Array): number => values.reduce((all, one) => (Number.isNaN(one) ? all : all + one), 0)

/** One row as shares of what is known of it; null where the row is empty, its sum nought or too large for a number. */
export const sharesOf = (row: Float64Array): Float64Array | null => {
  const whole = sumKnown(row)
  return whole > 0 && Number.isFinite(whole) ? row.map((one) => one / whole) : null
}
export const rowOf = ({ sizes, activities }: Pick<Economy, 'sizes' | 'activities'>, region: number): Float64Array => sizes.subarray(region * activities, (region + 1) * activities)

const checked = (economy: Economy): Economy => {
  const { sizes, regions, activities, regionTotals, reference, referenceTotal } = economy
  if (sizes.length !== regions * activities) throw new RangeError(`${sizes.length} sizes are not ${regions} × ${activities}`)
  if (regionTotals !== undefined && regionTotals.length !== regions) throw new RangeError('regionTotals: one per region')
  if (reference !== undefined && reference.length !== activities) throw new RangeError('reference: one per activity')
  for (const list of [sizes, regionTotals ?? [], reference ?? [], [referenceTotal ?? 0]]) for (const one of list) if (one < 0) throw new RangeError('a size below nought')
  return economy
}
