// What the chapters of the report are given. Only the type.
import type { DocumentPicture } from '#kernel/document.ts'
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import type { RegionReport } from '../../rules/report.ts'

export type ReportShown = {
  readonly language: Language
  readonly report: RegionReport
  readonly home: HomeRegion
  /** of the body whose document it is; null until one has been brought */
  readonly emblem: DocumentPicture | null
}
