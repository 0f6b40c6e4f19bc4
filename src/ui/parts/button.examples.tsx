// How button is used: for the catalogue, the tests and the pictures. The values are for show.
import { Button, ButtonLink, Buttons } from './button.tsx'
import type { PartExamples } from './example.ts'

export const buttonExamples: PartExamples = {
  part: 'button',
  title: { bg: 'Бутон', en: 'Button' },
  says: { bg: 'Глагол и съществително: какво ще стане. Един силен бутон на страница.', en: 'Verb and noun: what will happen. One strong button per page.' },
  examples: [
    {
      key: 'looks',
      says: { bg: 'Силен, втори, тих и за необратимото', en: 'Strong, second, quiet, and for what cannot be undone' },
      draw: (language) => (
        <Buttons>
          <Button>{{ bg: 'Запази показателя', en: 'Save the indicator' }[language]}</Button>
          <Button look="secondary">{{ bg: 'Прегледай', en: 'Preview' }[language]}</Button>
          <Button look="quiet">{{ bg: 'Откажи се', en: 'Cancel' }[language]}</Button>
          <Button look="danger">{{ bg: 'Изтрий профила', en: 'Delete the account' }[language]}</Button>
        </Buttons>
      ),
    },
    {
      key: 'link',
      says: { bg: 'Връзка, която е следващата стъпка', en: 'A link that is the next step' },
      draw: (language) => <ButtonLink href="#button">{{ bg: 'Виж всички показатели', en: 'See all indicators' }[language]}</ButtonLink>,
    },
  ],
}
