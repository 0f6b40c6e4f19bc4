// The tables of the register of assets.
import type { ColumnType } from 'kysely'
import type { Ref } from '#kernel/thread.ts'
import type { AccountId } from '#kernel/who.ts'

type SetOnce<T> = ColumnType<T, T, never>
type Json = ColumnType<unknown, string, string>
type Kind = 'laboratory' | 'university' | 'school' | 'park' | 'energy' | 'cluster' | 'hub' | 'support' | 'fund'
type State = 'draft' | 'published' | 'withdrawn'

export type AssetTables = {
  'evidence.asset': {
    id: SetOnce<Ref<'asset'>>; number: ColumnType<number, never, never>; key: SetOnce<string | null>; state: State; kind: Kind
    nameBg: string; nameEn: string; saysBg: string; saysEn: string; municipality: string | null; place: string; ownerBg: string; ownerEn: string; website: string; publicContact: string
    source: string; sourceAddress: string; asOfOn: string; illustrative: boolean; version: number
    reviewedVersion: number | null; reviewedBy: AccountId | null; reviewedAt: Date | null; withdrawnWhy: string | null; savedBy: AccountId | null; publishedAt: Date | null; changedAt: Date
  }
  'evidence.assetVersion': { asset: SetOnce<Ref<'asset'>>; version: SetOnce<number>; state: SetOnce<State>; content: Json; why: SetOnce<string>; savedBy: SetOnce<AccountId | null>; savedAt: SetOnce<Date> }
  'evidence.assetDraft': { id: SetOnce<string>; name: SetOnce<string>; content: Json; madeBy: SetOnce<AccountId | null>; madeAt: SetOnce<Date> }
  'evidence.assetCount': { kind: SetOnce<Kind>; counts: Json; asOfOn: string; source: string; sourceAddress: string; illustrative: boolean; version: number; savedBy: AccountId | null; changedAt: Date }
}
