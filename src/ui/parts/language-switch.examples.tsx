// How language-switch is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { LanguageSwitch } from './language-switch.tsx'

export const languageSwitchExamples: PartExamples = {
  part: 'language-switch',
  title: { bg: 'Смяна на езика', en: 'Language switch' },
  says: { bg: 'Води до същата страница на другия език.', en: 'Leads to the same page in the other language.' },
  examples: [{
    key: 'same-page',
    says: { bg: 'Пише се на езика, към който води', en: 'Written in the language it leads to' },
    draw: (language) => <p><LanguageSwitch language={language} path="/catalogue" /></p>,
  }],
}
