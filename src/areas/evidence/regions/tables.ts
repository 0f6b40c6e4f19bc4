// The tables of regions, as types.
import type { Level, NutsVersion } from '#kernel/region.ts'
import type { ColumnType, Generated } from 'kysely'
import type { HomeRegion } from '#kernel/home.ts'

export type RegionTables = {
  'evidence.region': {
    code: string
    version: NutsVersion
    level: Level
    nsi: string | null
    parent: string | null
    nameBg: string
    nameEn: string
  }
  'evidence.regionChange': {
    number: Generated<number>
    version: NutsVersion
    fromCode: string | null
    toCode: string | null
    kind: 'recoded' | 'boundary' | 'split' | 'merged' | 'new' | 'ended'
  }
  'evidence.home': {
    onlyRow: Generated<boolean>
    code: string
    version: NutsVersion
    pack: string
    packSha256: string
    packAsOf: string
    packLoadedAt: Date
    catalogueSha256: string
    catalogueReadAt: Date
    /** written as JSON text, read as the parsed value */
    description: ColumnType<HomeRegion | null, string | undefined, string>
  }
  'evidence.regionSet': {
    number: Generated<number>
    region: string
    nameBg: string
    nameEn: string
    regions: string[]
    recipe: string
    vintages: number[]
    state: 'current' | 'retired'
    madeAt: Date
    madeBy: string | null
    retiredAt: Date | null
  }
  'evidence.edition': { onlyRow: Generated<boolean>; number: number }
}
