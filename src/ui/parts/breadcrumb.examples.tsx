// How breadcrumb is used: for the catalogue, the tests and the pictures. The values are for show.
import { Breadcrumb } from './breadcrumb.tsx'
import type { PartExamples } from './example.ts'

export const breadcrumbExamples: PartExamples = {
  part: 'breadcrumb',
  title: { bg: 'Път', en: 'Breadcrumb' },
  says: { bg: 'Как се стига дотук; на телефон само стъпката нагоре.', en: 'The way here; on a phone only the step above.' },
  examples: [{
    key: 'three-steps',
    says: { bg: 'Показател в своята област', en: 'An indicator in its domain' },
    draw: (language) => (
      <Breadcrumb language={language} label={{ bg: 'Пример за път', en: 'Example of a breadcrumb' }[language]} current={{ bg: 'Коефициент на безработица', en: 'Unemployment rate' }[language]}
        crumbs={[{ name: { bg: 'Данни', en: 'Evidence' }[language], path: '/evidence' }, { name: { bg: 'Показатели', en: 'Indicators' }[language], path: '/evidence/indicators' }]} />
    ),
  }],
}
