// What the parts of an indicator's page are given. Only the type: neither words nor drawing.
import type { HomeRegion } from '#kernel/home.ts'
import type { Language } from '#kernel/language.ts'
import type { IndicatorPage } from '../rules.ts'

export type IndicatorShown = {
  readonly language: Language
  readonly page: IndicatorPage
  readonly home: HomeRegion
  /** the path with its query, so that links keep what was chosen */
  readonly address: string
  readonly mayDefine: boolean
  readonly mayAnalyse: boolean
}
