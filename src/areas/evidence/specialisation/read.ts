// Questions about specialisation: which figures by activity are here, and what they say of the district or of the region above it.
// Reads what the indicators keep in memory for an edition; asks the database for what is not there yet.
import type { Observation } from '#kernel/observation.ts'
import { hasFlag } from '#kernel/observation.ts'
import { comparePeriods, type Period, yearOf } from '#kernel/period.ts'
import type { Region } from '#kernel/region.ts'
import type { Reader } from '#store/handle.ts'
import { type Basis, getBasis } from '#areas/evidence/indicators/read/basis.ts'
import { creditsOf } from '#areas/evidence/indicators/read/headlines.ts'
import type { Credit } from '#areas/evidence/indicators/rules.ts'
import { cellAt, hasValues } from '#areas/evidence/indicators/rules/series.ts'
import { ancestorAt, homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import { industryOf, knownKeys, knownRow, outwardOf, techKeys } from './read/known.ts'
import { type Axis, axes, type Choice, type CountrySectors, type Seen, type Shelf, type Specialisation } from './rules.ts'
import { chooseActivities, idsOf, keyOf, sections, sectionsOf, type SetOf, sets } from './rules/activities.ts'
import { type Figures, pictureOf } from './rules/picture.ts'

export const getSpecialisation = async (reader: Reader, asked: { readonly choice: Choice; readonly now: Date }): Promise<Specialisation> => {
  const basis = await getBasis(reader)
  return basis.kept(`specialisation ${JSON.stringify(asked.choice)}`, asked.now, () => makeSpecialisation(reader, basis, asked.choice))
}
const makeSpecialisation = async (reader: Reader, basis: Basis, choice: Choice): Promise<Specialisation> => {
  const home = homeOf(basis.atlas)
  await basis.load(reader, [...sets.flatMap((set) => [set.total, ...idsOf(set).map((id) => keyOf(set, id))]), ...sections.flatMap((letter) => [employeesKey(letter), wageKey(letter)]), allEmployees, averageWage, ...knownKeys].filter((key) => basis.indicators.has(key)))
  const shelves = sets.map((set): Shelf => ({
    set: set.name, dataset: set.dataset, title: basis.shelf.datasets.get(set.dataset)?.title ?? { bg: set.dataset, en: set.dataset },
    has: idsOf(set).some((id) => hasValues(basis.seriesOf(keyOf(set, id), shownAt(basis, set, home)))) ? 'figures' : 'nothing', total: basis.indicators.get(set.total) ?? null,
  }))
  const ready = shelves.filter(({ has }) => has === 'figures').map(({ set }) => set)
  const wanted = sets.find(({ name }) => name === (choice.set !== null && ready.includes(choice.set) ? choice.set : ready[0]))
  return {
    home, choice, shelves, seen: wanted === undefined ? null : see(basis, wanted, choice), sectors: sectorsOf(basis, home),
    industry: industryOf(basis, home), technology: techKeys.flatMap((key) => knownRow(basis, key, home) ?? []), outward: outwardOf(basis, home), above: ancestorAt(basis.atlas, home.code, 'nuts2') ?? home,
  }
}

/** The home region, or the region above it where the set is published only there. */
const shownAt = (basis: Basis, set: SetOf, home: Region): Region => (set.level === 'nuts3' ? home : (ancestorAt(basis.atlas, home.code, set.level) ?? home))
const valueAt = (basis: Basis, at: { key: string; region: Region; period: Period }): number => cellAt(basis.seriesOf(at.key, at.region), at.period).value ?? Number.NaN

const leastActivities = 3
const span = 5
const see = (basis: Basis, set: SetOf, choice: Choice): Seen | null => {
  const { atlas } = basis
  const shown = shownAt(basis, set, homeOf(atlas)), country = ancestorAt(atlas, shown.code, 'country') ?? shown, union = ancestorAt(atlas, shown.code, 'eu') ?? country
  const periods = [...new Set(idsOf(set).flatMap((id) => basis.seriesOf(keyOf(set, id), shown)?.periods ?? []))].sort((a, b) => comparePeriods(b, a))
  const activitiesOf = (period: Period) => chooseActivities(set.branches, (id) => [shown, country].every((region) => !Number.isNaN(valueAt(basis, { key: keyOf(set, id), region, period }))))
  const usable = periods.filter((period) => activitiesOf(period).length >= leastActivities)
  const period = choice.period !== null && usable.includes(choice.period) ? choice.period : usable[0]
  if (period === undefined) return null
  const chosen = activitiesOf(period), keys = chosen.map(({ id }) => keyOf(set, id)), p = keys.length
  const rowAt = (region: Region, at: Period): readonly number[] => keys.map((key) => valueAt(basis, { key, region, period: at }))
  // Five years back where that year is there, else the oldest after it.
  const earlier = usable.filter((one) => yearOf(one) < yearOf(period)).sort((a, b) => Math.abs(yearOf(period) - span - yearOf(a)) - Math.abs(yearOf(period) - span - yearOf(b)) || comparePeriods(a, b))[0] ?? null
  const level = shown.level
  const everywhere = listWithin(atlas, union.code, level).filter((region) => region.code === shown.code || rowAt(region, period).every((one) => !Number.isNaN(one)))
  const rows = everywhere.length > 0 ? everywhere : [shown]
  const now = Float64Array.from(rows.flatMap((region) => rowAt(region, period)))
  const before = earlier === null ? null : Float64Array.from(rows.flatMap((region) => rowAt(region, earlier)))
  const side = choice.side === 'union' ? union : country
  const besideAt = (at: Period, table: Float64Array): Float64Array => {
    const own = Float64Array.from(rowAt(side, at))
    // A Union whose own line is not in the file is the sum of its regions that are.
    return side.code === union.code && own.some(Number.isNaN) ? Float64Array.from({ length: p }, (_, i) => rows.reduce((all, _region, r) => all + (Number.isNaN(table[r * p + i] as number) ? 0 : (table[r * p + i] as number)), 0)) : own
  }
  const wages = wagesOf(basis, set, chosen.map(({ id }) => id), country)
  const crosshair = { near: choice.near === null ? null : choice.near / 100, worth: choice.worth === null ? null : choice.axis === 'growth' ? choice.worth / 100 : choice.worth, seed: 1 }
  const figuresFor = (axis: Axis): Figures => ({
    home: rows.findIndex(({ code }) => code === shown.code), regions: rows.length, activities: p, now, before, beside: besideAt(period, now), besideBefore: earlier === null || before === null ? null : besideAt(earlier, before),
    own: rows.flatMap((region, r) => (ancestorAt(atlas, region.code, 'country')?.code === country.code ? [r] : [])), groups: chosen.map(({ group }) => (set.name === 'staff' ? group.charAt(0) : group)),
    worth: axis === 'complexity' ? null : axis === 'wage' ? wages.values : growthFor(before, now, { rows: rows.length, p }), people: set.people,
  })
  const first = pictureOf(figuresFor('complexity'), crosshair)
  const open = axes.filter((axis) => (axis === 'complexity' ? first.complexityWhy === null : axis === 'wage' ? wages.values.some((one) => !Number.isNaN(one)) : before !== null))
  // Ten groups are no ground for complexity: what an activity pays says more there.
  const suggested: Axis = set.name !== 'staff' && open.includes('wage') ? 'wage' : (open[0] ?? 'complexity')
  const axis = choice.axis !== null && open.includes(choice.axis) ? choice.axis : suggested
  const figures = figuresFor(axis)
  const total = basis.indicators.get(keys[0] ?? '')
  if (total === undefined) return null
  return {
    set: set.name, shown, beside: side, side: choice.side, country, union, period, earlier, periods: usable, axis, axes: open, unit: total.unit, decimals: total.decimals,
    activities: chosen.map(({ id }) => ({ id, key: keyOf(set, id), name: basis.indicators.get(keyOf(set, id))?.shortName ?? { bg: id, en: id } })),
    picture: axis === 'complexity' ? first : pictureOf(figures, crosshair), figures, codes: rows.map(({ code }) => code), crosshair, regions: rows.length, countries: new Set(rows.map((region) => ancestorAt(atlas, region.code, 'country')?.code)).size,
    uncertain: keys.flatMap((key, at) => (isUncertain(cellAt(basis.seriesOf(key, shown), period).flags) ? [at] : [])),
    credits: creditsOf(basis, keys[0] ?? ''), wageCredits: wages.credits,
  }
}
const isUncertain = (flags: Observation['flags']): boolean => (['p', 'e', 'u', 'i'] as const).some((flag) => hasFlag(flags, flag))
const growthFor = (before: Float64Array | null, now: Float64Array, { rows, p }: { readonly rows: number; readonly p: number }): Float64Array =>
  Float64Array.from({ length: p }, (_, i) => {
    if (before === null) return Number.NaN
    let start = 0, end = 0
    for (let r = 0; r < rows; r += 1) {
      const from = before[r * p + i] as number, to = now[r * p + i] as number
      if (!Number.isNaN(from) && !Number.isNaN(to)) { start += from; end += to }
    }
    return start === 0 ? Number.NaN : end / start - 1
  })

const employeesKey = (letter: string): string => `spec.employees.${letter}`
const wageKey = (letter: string): string => `spec.wage.${letter}`
const allEmployees = 'ctx.employees'
const averageWage = 'ctx.wage'
const newestOfBoth = (basis: Basis, country: Region): Period | undefined => {
  const there = (key: string): ReadonlySet<Period> => new Set((basis.seriesOf(key, country)?.periods ?? []).filter((period) => !Number.isNaN(valueAt(basis, { key, region: country, period }))))
  const wages = there(averageWage)
  return [...there(allEmployees)].filter((period) => wages.has(period)).sort((a, b) => comparePeriods(b, a))[0]
}
/** The country's average wage of an activity, weighted by employees over the sections it holds. */
const wagesOf = (basis: Basis, set: SetOf, ids: readonly string[], country: Region): { readonly values: Float64Array; readonly credits: readonly Credit[] } => {
  const period = newestOfBoth(basis, country)
  const values = Float64Array.from(ids, (id) => {
    if (period === undefined) return Number.NaN
    let above = 0, below = 0
    for (const letter of sectionsOf(set.name, id)) {
      const people = valueAt(basis, { key: employeesKey(letter), region: country, period }), wage = valueAt(basis, { key: wageKey(letter), region: country, period })
      if (!Number.isNaN(people) && !Number.isNaN(wage)) { above += people * wage; below += people }
    }
    return below === 0 ? Number.NaN : above / below
  })
  return { values, credits: creditsOf(basis, wageKey('c')) }
}
const sectorsOf = (basis: Basis, home: Region): CountrySectors | null => {
  const country = ancestorAt(basis.atlas, home.code, 'country') ?? home
  const period = newestOfBoth(basis, country)
  const periods = basis.seriesOf(allEmployees, country)?.periods ?? []
  const earlier = period === undefined ? undefined : [...periods].reverse().find((one) => yearOf(one) <= yearOf(period) - span) ?? periods[0]
  if (period === undefined || earlier === undefined || earlier === period) return null
  const all = valueAt(basis, { key: allEmployees, region: country, period }), average = valueAt(basis, { key: averageWage, region: country, period })
  const known = (one: number): number | null => (Number.isFinite(one) ? one : null)
  const rows = sections.flatMap((letter) => {
    const indicator = basis.indicators.get(employeesKey(letter))
    if (indicator === undefined) return []
    const now = valueAt(basis, { key: employeesKey(letter), region: country, period }), before = valueAt(basis, { key: employeesKey(letter), region: country, period: earlier })
    const wage = valueAt(basis, { key: wageKey(letter), region: country, period })
    return [{ letter: letter.toUpperCase(), name: indicator.shortName, employees: known(now), share: known(now / all), changePct: known((now / before - 1) * 100), wage: known(wage), wageToAverage: known(wage / average) }]
  })
  return { country, period, earlier, rows, credits: [...creditsOf(basis, employeesKey('c')), ...creditsOf(basis, wageKey('c'))] }
}
