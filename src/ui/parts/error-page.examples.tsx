// How error-page is used: for the catalogue, the tests and the pictures. The values are for show.
import { ErrorPage } from './error-page.tsx'
import type { PartExamples } from './example.ts'

export const errorPageExamples: PartExamples = {
  part: 'error-page',
  title: { bg: 'Страница за грешка', en: 'Error page' },
  says: { bg: 'Какво стана, какво да се направи, търсене и номер, под който го знае дневникът.', en: 'What happened, what to do, search, and the number under which the log knows it.' },
  examples: [{
    key: 'not-found',
    says: { bg: 'Няма такава страница', en: 'No such page' },
    draw: (language) => (
      <div class="p-flow">
        <ErrorPage language={language} level={4} title={{ bg: 'Няма такава страница', en: 'There is no such page' }[language]} reference="b7f2-19c4" email="posoka@lipova.example"
          says={{ bg: 'Може би адресът е преписан с грешка или страницата е преместена.', en: 'Perhaps the address was copied with a mistake, or the page has moved.' }[language]}
          search={{ action: '#error-page' }} links={[{ name: { bg: 'Към началото', en: 'To the home page' }[language], href: '#error-page' }]} />
      </div>
    ),
  }],
}
