// How thread is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './parts/example.ts'
import { Thread } from './thread.tsx'

export const threadExamples: PartExamples = {
  part: 'thread',
  title: { bg: 'Златната нишка', en: 'Golden thread' },
  says: { bg: 'На какво почива едно нещо и къде се използва.', en: 'What a thing rests on and where it is used.' },
  examples: [{
    key: 'indicator',
    says: { bg: 'Показател', en: 'An indicator' },
    draw: (language) => (
      <Thread language={language}
        restsOn={[{ kind: { bg: 'набор от данни', en: 'dataset' }[language], title: 'bd_size_r3', path: '/evidence/datasets', state: { bg: 'текущо издание', en: 'current vintage' }[language], passage: { bg: 'новосъздадени предприятия, област Липова', en: 'enterprise births, Lipova District' }[language] }]}
        usedBy={[]} />
    ),
  }],
}
