// How task-list is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Status } from './status.tsx'
import { TaskList } from './task-list.tsx'

export const taskListExamples: PartExamples = {
  part: 'task-list',
  title: { bg: 'Списък със задачи', en: 'Task list' },
  says: { bg: 'Какво има за правене и докъде е.', en: 'What there is to do and how it stands.' },
  examples: [{
    key: 'setup',
    says: { bg: 'Подготовка на портала', en: 'Setting up the portal' },
    draw: (language) => (
      <TaskList tasks={[
        { name: { bg: 'Зареждане на началния пакет', en: 'Load the starter pack' }[language], state: <Status language={language} health="completed" words={{ bg: 'готово', en: 'done' }[language]} /> },
        { name: { bg: 'Адрес за писма', en: 'Address for letters' }[language], href: '#task-list', says: { bg: 'Излиза във всяка страница.', en: 'Stands on every page.' }[language], state: <Status language={language} health="notDue" /> },
      ]} />
    ),
  }],
}
