// Specialisation as a record: the steps and the very tables, so that the picture can be drawn again from these alone. A missing figure is null.
import type { Seen } from '../rules.ts'
import { type Figures, type Picture, pictureOf } from './picture.ts'

type Table = readonly (number | null)[]
export type SpecialisationRecord = {
  readonly steps: readonly ['quotients', 'shift-share', 'relatedness', 'complexity', 'opportunity-screen', 'entries-and-exits', 'structure']
  readonly set: string; readonly region: string; readonly beside: string; readonly period: string; readonly earlier: string | null; readonly axis: string
  readonly activities: readonly string[]; readonly regions: readonly string[]
  readonly near: number | null; readonly worthAt: number | null; readonly seed: number
  readonly home: number; readonly own: readonly number[]; readonly groups: readonly string[]; readonly people: number | null
  readonly now: Table; readonly before: Table | null; readonly besideNow: Table; readonly besideBefore: Table | null; readonly worth: Table | null
}
const written = (list: Float64Array): Table => Array.from(list, (one) => (Number.isNaN(one) ? null : one))
const orNull = (list: Float64Array | null): Table | null => (list === null ? null : written(list))
const read = (list: Table): Float64Array => Float64Array.from(list, (one) => one ?? Number.NaN)

export const recordOf = (seen: Seen): SpecialisationRecord => {
  const { figures, crosshair } = seen
  return {
    steps: ['quotients', 'shift-share', 'relatedness', 'complexity', 'opportunity-screen', 'entries-and-exits', 'structure'],
    set: seen.set, region: seen.shown.code, beside: seen.beside.code, period: seen.period, earlier: seen.earlier, axis: seen.axis, activities: seen.activities.map(({ key }) => key), regions: seen.codes,
    near: crosshair.near, worthAt: crosshair.worth, seed: crosshair.seed, home: figures.home, own: figures.own, groups: figures.groups, people: figures.people,
    now: written(figures.now), before: orNull(figures.before), besideNow: written(figures.beside), besideBefore: orNull(figures.besideBefore), worth: orNull(figures.worth),
  }
}
/** From the record alone, whatever the figures of today are. */
export const pictureOfRecord = (record: SpecialisationRecord): Picture => {
  const figures: Figures = {
    home: record.home, regions: record.regions.length, activities: record.activities.length, now: read(record.now), before: record.before === null ? null : read(record.before),
    beside: read(record.besideNow), besideBefore: record.besideBefore === null ? null : read(record.besideBefore), own: record.own, groups: record.groups, worth: record.worth === null ? null : read(record.worth), people: record.people,
  }
  return pictureOf(figures, { near: record.near, worth: record.worthAt, seed: record.seed })
}
