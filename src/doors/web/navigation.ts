// What the header and the footer lead to. A topic that gets pages adds its line here.
import type { Bilingual } from '#kernel/language.ts'

export type NavigationLine = {
  readonly name: Bilingual
  readonly path: string
  /** further addresses that belong to this line, though they do not lie under its path */
  readonly also?: readonly string[]
  readonly staff?: 'yes'
}

export const navigation: readonly NavigationLine[] = [
  { name: { bg: 'Областта', en: 'The district' }, path: '/evidence' },
  { name: { bg: 'Показатели', en: 'Indicators' }, path: '/evidence/indicators' },
  { name: { bg: 'Анализи', en: 'Analyses' }, path: '/evidence/analyses', also: ['/evidence/peers', '/evidence/benchmark', '/evidence/indices', '/evidence/specialisation', '/evidence/trends', '/evidence/assets', '/evidence/comparisons', '/evidence/figures'] },
  { name: { bg: 'Данни', en: 'Data' }, path: '/evidence/datasets', also: ['/evidence/tables', '/evidence/counts', '/evidence/fetching', '/open-data'] },
  { name: { bg: 'Участие', en: 'Take part' }, path: '/participation' },
  { name: { bg: 'Стратегия', en: 'Strategy' }, path: '/strategy' },
  { name: { bg: 'Новини', en: 'News' }, path: '/participation/news' },
  { name: { bg: 'Проектът', en: 'The project' }, path: '/project' },
]
export const footer: readonly NavigationLine[] = [
  { name: { bg: 'Моето участие', en: 'My contributions' }, path: '/participation/mine' },
  { name: { bg: 'Достъпност', en: 'Accessibility' }, path: '/accessibility' },
  { name: { bg: 'Лични данни', en: 'Privacy' }, path: '/privacy' },
  { name: { bg: 'Отворени данни', en: 'Open data' }, path: '/open-data' },
  { name: { bg: 'Каталог на частите', en: 'Catalogue of parts' }, path: '/catalogue' },
]
