// The table of official scores, as types. Our own indices are analyses.
import type { Generated } from 'kysely'

export type IndexTables = {
  'evidence.publishedScore': {
    number: Generated<number>
    indexName: 'ris' | 'rci' | 'eis' | 'desi' | 'eides' | 'redi' | 'gei'
    edition: string
    region: string
    score: number
    decimals: number
    scaleBg: string
    scaleEn: string
    sourceBg: string
    sourceEn: string
    address: string
    enteredAt: Date
    enteredBy: string | null
    withdrawnAt: Date | null
  }
}
