// How empty-state is used: for the catalogue, the tests and the pictures. The values are for show.
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import type { PartExamples } from './example.ts'

export const emptyStateExamples: PartExamples = {
  part: 'empty-state',
  title: { bg: 'Още нищо', en: 'Empty state' },
  says: { bg: 'Какво ще стои тук, защо е празно, какво да се направи.', en: 'What will stand here, why it is empty, what to do.' },
  examples: [{
    key: 'datasets',
    says: { bg: 'Без набори от данни', en: 'No datasets' },
    draw: (language) => (
      <EmptyState title={{ bg: 'Още няма набори от данни', en: 'No datasets yet' }[language]} why={{ bg: 'Тук стоят файловете, от които идват числата. Началният пакет не е зареден.', en: 'Here stand the files that the numbers come from. The starter pack is not loaded.' }[language]}>
        <ButtonLink href="#empty-state">{{ bg: 'Зареди началния пакет', en: 'Load the starter pack' }[language]}</ButtonLink>
      </EmptyState>
    ),
  }],
}
