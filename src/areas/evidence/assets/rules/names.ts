// What the kinds of assets are called, one and many.
import type { Bilingual } from '#kernel/language.ts'
import type { AssetKind } from '../rules.ts'

export const kindNames: Readonly<Record<AssetKind, Bilingual>> = {
  laboratory: { bg: 'Лаборатория или научен център', en: 'Laboratory or research centre' }, university: { bg: 'Университет', en: 'University' }, school: { bg: 'Професионално училище', en: 'Vocational school' },
  park: { bg: 'Индустриална зона или парк', en: 'Industrial zone or park' }, energy: { bg: 'Енергиен обект', en: 'Energy site' }, cluster: { bg: 'Клъстер', en: 'Cluster' },
  hub: { bg: 'Хъб или инкубатор', en: 'Hub or incubator' }, support: { bg: 'Организация в помощ на бизнеса', en: 'Business support body' }, fund: { bg: 'Фонд', en: 'Fund' },
}
export const manyNames: Readonly<Record<AssetKind, Bilingual>> = {
  laboratory: { bg: 'Лаборатории и научни центрове', en: 'Laboratories and research centres' }, university: { bg: 'Университети', en: 'Universities' }, school: { bg: 'Професионални училища', en: 'Vocational schools' },
  park: { bg: 'Индустриални зони и паркове', en: 'Industrial zones and parks' }, energy: { bg: 'Енергийни обекти', en: 'Energy sites' }, cluster: { bg: 'Клъстери', en: 'Clusters' },
  hub: { bg: 'Хъбове и инкубатори', en: 'Hubs and incubators' }, support: { bg: 'Организации в помощ на бизнеса', en: 'Business support bodies' }, fund: { bg: 'Фондове', en: 'Funds' },
}
