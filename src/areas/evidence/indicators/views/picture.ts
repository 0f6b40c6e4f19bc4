// The picture that goes with a link to an indicator: the districts shaded by their values, the home district framed. Where there is
// no map of districts, the region among its like.
import type { TilePicture } from '#kernel/answer.ts'
import type { HomeRegion } from '#kernel/home.ts'
import { classOf, toClasses } from '#ui/charts/classes.ts'
import { type Shade, toTilePicture } from '#ui/charts/tile-picture.ts'
import type { IndicatorPage } from '../rules.ts'
import { layoutFor } from './ranking-figures.tsx'
import { quantityOf } from './wording.ts'

export const pictureOf = ({ page, home }: { readonly page: IndicatorPage; readonly home: HomeRegion }): TilePicture => {
  const { ranking } = page
  const tiles = home.tiles.districts
  if (ranking === null || layoutFor(tiles, ranking) === null) return toTilePicture({ tiles, own: home.code })
  const quantity = quantityOf(page.indicator, 'en')
  const values = ranking.standings.flatMap(({ cell }) => (cell.value === null ? [] : [cell.value]))
  const { limits } = toClasses({ values, quantity })
  const shadeOf = (value: number | null): Shade => (value === null ? 'missing' : (classOf(value, { limits, quantity }) as Shade))
  return toTilePicture({ tiles, own: home.code, shades: new Map(ranking.standings.map(({ region, cell }) => [region.code, shadeOf(cell.value)])) })
}
