// Words each step of opening the store for the console. Pure.
import type { Bilingual } from '#kernel/language.ts'
import type { OpenStep } from './store.ts'

const steps: Readonly<Record<OpenStep, Bilingual | null>> = {
  created: { bg: 'Създавам базата данни в', en: 'Making the database in' },
  started: { bg: 'Пускам базата данни в', en: 'Starting the database in' },
  adopted: { bg: 'Базата данни вече работи в', en: 'The database is running already in' },
  foreign: { bg: 'Свързвам се с базата данни', en: 'Connecting to the database' },
  migrated: { bg: 'Обновявам таблиците:', en: 'Bringing the tables up to date:' },
  ready: null,
}
/** null for what nobody needs to be told */
export const sayStep = (step: OpenStep, detail: string): Bilingual | null => {
  const text = steps[step]
  return text === null ? null : { bg: `${text.bg} ${detail}`, en: `${text.en} ${detail}` }
}
