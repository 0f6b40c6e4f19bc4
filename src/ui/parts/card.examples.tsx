// How card is used: for the catalogue, the tests and the pictures. The values are for show.
import { Card } from './card.tsx'
import type { PartExamples } from './example.ts'
import { Grid } from './layout.tsx'

export const cardExamples: PartExamples = {
  part: 'card',
  title: { bg: 'Карта', en: 'Card' },
  says: { bg: 'Една от няколко посоки; цялата карта води нататък.', en: 'One of several ways; the whole card leads on.' },
  examples: [{
    key: 'ways',
    says: { bg: 'Три посоки', en: 'Three ways' },
    draw: (language) => (
      <Grid>
        <Card name={{ bg: 'Предприемачество', en: 'Entrepreneurship' }[language]} href="#card" says={{ bg: 'Кой започва дело, в какво и колко време оцелява.', en: 'Who starts a firm, in what, and how long it lives.' }[language]} foot={{ bg: '9 показателя, 7 с данни', en: '9 indicators, 7 with figures' }[language]} />
        <Card name={{ bg: 'Иновации', en: 'Innovation' }[language]} href="#card" says={{ bg: 'Колко се влага в наука и развойна дейност.', en: 'How much goes into research and development.' }[language]} foot={{ bg: '8 показателя, 2 с данни', en: '8 indicators, 2 with figures' }[language]} />
        <Card name={{ bg: 'Дигитализация', en: 'Digitalisation' }[language]} href="#card" says={{ bg: 'Мрежи, умения и услуги по интернет.', en: 'Networks, skills and services on the internet.' }[language]} foot={{ bg: '7 показателя, 3 с данни', en: '7 indicators, 3 with figures' }[language]} />
      </Grid>
    ),
  }],
}
