// The frame of an invented region, for tests and pictures. All names are invented.
import type { Language } from '#kernel/language.ts'
import type { Chrome } from './chrome.ts'

export const exampleChrome = (language: Language): Chrome => ({
  origin: 'https://posoka.example',
  product: { bg: 'Посока', en: 'Posoka' },
  region: { bg: 'Област Липова', en: 'Lipova District' },
  mark: { tiles: [[0, 0], [1, 0], [2, 0], [1, 1], [2, 1], [2, 2]], pointing: [1, 1] },
  navigation: [
    { name: { bg: 'Областта', en: 'The district' }[language], path: '/evidence' },
    { name: { bg: 'Показатели', en: 'Indicators' }[language], path: '/evidence/indicators' },
    { name: { bg: 'Проектът', en: 'The project' }[language], path: '/project' },
  ],
  footer: [
    { name: { bg: 'Достъпност', en: 'Accessibility' }[language], path: '/accessibility' },
    { name: { bg: 'Лични данни', en: 'Privacy' }[language], path: '/privacy' },
  ],
  searchPath: '/search',
  contact: { email: 'posoka@lipova.example', body: { bg: 'Община Липова', en: 'Municipality of Lipova' } },
  emblem: null,
  source: { address: 'https://code.example/posoka', licence: 'EUPL-1.2' },
  funding: {
    statement: { bg: 'Финансирано от Европейския съюз', en: 'Funded by the European Union' },
    says: { bg: 'Изразените възгледи са само на авторите.', en: 'Views expressed are those of the authors only.' },
  },
  account: { name: { bg: 'Вход', en: 'Sign in' }[language], path: '/sign-in' },
  phase: null,
  notices: [],
  assets: { style: '/assets/main.css', islands: { filter: '/assets/filter.js', reveal: '/assets/reveal.js' } },
})
