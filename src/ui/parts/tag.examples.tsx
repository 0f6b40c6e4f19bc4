// How tag is used: for the catalogue, the tests and the pictures. The values are for show.
import type { PartExamples } from './example.ts'
import { Row } from './layout.tsx'
import { Tag } from './tag.tsx'

export const tagExamples: PartExamples = {
  part: 'tag',
  title: { bg: 'Етикет', en: 'Tag' },
  says: { bg: 'Какъв вид нещо е това, на кое ниво.', en: 'What kind of thing this is, at which level.' },
  examples: [{
    key: 'kinds',
    says: { bg: 'Вид и ниво', en: 'Kind and level' },
    draw: (language) => (
      <Row>
        <Tag>{{ bg: 'област (NUTS 3)', en: 'district (NUTS 3)' }[language]}</Tag>
        <Tag tone="warning">{{ bg: 'район (NUTS 2)', en: 'region (NUTS 2)' }[language]}</Tag>
        <Tag tone="info">{{ bg: 'Примерно съдържание', en: 'Illustrative content' }[language]}</Tag>
      </Row>
    ),
  }],
}
