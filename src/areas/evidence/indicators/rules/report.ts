// What the profile as a document holds: for each headline figure its series beside country and Union, and the regions it is placed
// among. Values only; the words are in views/report, the pages of paper in ui/documents.
import type { DocumentFormat } from '#kernel/document.ts'
import type { Region } from '#kernel/region.ts'
import type { Credit, Domain, Headline, Indicator, Profile, Ranking, Series } from '../rules.ts'

export type ReportLine = {
  readonly headline: Headline
  /** the shown region first, then its district, its country, the Union, where they have values and are no whole that it is a part of */
  readonly series: readonly { readonly region: Region; readonly series: Series }[]
  /** the regions it is placed among in its newest period; null where there are fewer than three */
  readonly ranking: Ranking | null
}
export type ReportChapter = { readonly domain: Domain; readonly withFigures: number; readonly of: number; readonly lines: readonly ReportLine[] }
export type RegionReport = {
  readonly profile: Profile
  readonly chapters: readonly ReportChapter[]
  /** of a district: what is known of its municipalities */
  readonly municipalities: readonly { readonly indicator: Indicator; readonly ranking: Ranking; readonly credits: readonly Credit[] }[]
  readonly without: readonly Indicator[]
  /** every dataset that a number in it is from */
  readonly credits: readonly Credit[]
  /** the day of the newest of them: the document's own date */
  readonly asOf: string
}

/** The newest release among the sources; the same figures give the same document. A day of receipt is no release. */
export const newestRelease = (credits: readonly Credit[]): string => credits.map(({ asOf }) => asOf).toSorted().at(-1) ?? '1970-01-01'

export const filePath = (code: string, format: DocumentFormat): string => `/evidence/regions/${code}/profile.${format}`
export const reportPath = (code: string): string => `/evidence/regions/${code}/document`
/** the first chapter stands with the contents */
export const chapterPath = (code: string, chapter: string): string => (chapter === firstChapter ? reportPath(code) : `${reportPath(code)}/${chapter}`)
export const firstChapter = 'brief'
