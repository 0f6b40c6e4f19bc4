// How textarea is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Textarea } from './textarea.tsx'

export const textareaExamples: PartExamples = {
  part: 'textarea',
  title: { bg: 'Дълъг текст', en: 'Textarea' },
  says: { bg: 'Границата се казва с думи; нищо поставено не се отрязва незабелязано.', en: 'The limit is said in words; nothing pasted is cut off unseen.' },
  examples: [{
    key: 'limit',
    says: { bg: 'С граница', en: 'With a limit' },
    draw: (language) => (
      <Textarea language={language} name="example-definition" limit={2000} rows={4} label={{ bg: 'Определение', en: 'Definition' }[language]}
        value={{ bg: 'Брой на предприятията, които през годината са имали приход или заети лица.', en: 'Number of enterprises that had turnover or employment during the year.' }[language]} />
    ),
  }],
}
