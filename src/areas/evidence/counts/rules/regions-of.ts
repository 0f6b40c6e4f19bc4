// Which regions a counted indicator is entered for: the home region, and its municipalities where it is counted by them.
import type { Region } from '#kernel/region.ts'
import type { Atlas } from '#areas/evidence/regions/rules.ts'
import { homeOf, listWithin } from '#areas/evidence/regions/rules.ts'
import type { Count } from '../rules.ts'

export const regionsOf = (atlas: Atlas, count: Pick<Count, 'level'>): readonly Region[] =>
  (count.level === 'municipality' ? [...listWithin(atlas, atlas.home, 'municipality'), homeOf(atlas)] : [homeOf(atlas)])
