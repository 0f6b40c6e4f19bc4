// The words of the reply report itself, as the law and practice in the country name things; frozen with it, so they stand here beside it.
import type { Language } from '#kernel/language.ts'
import { isReason, reasons } from '#areas/participation/moderation/rules.ts'

type Term = { readonly opens: string; readonly closes: string; readonly days: number }
type Words = {
  readonly kicker: string; readonly law: string; readonly title: (of: { readonly title: string }) => string; readonly noneTitle: (of: { readonly title: string }) => string
  readonly says: (of: { readonly rows: number; readonly received: number }) => string; readonly noneSays: (of: Term & { readonly ways: string }) => string; readonly defaultWays: string
  readonly headTitle: string; readonly rowsTitle: string; readonly tailTitle: string; readonly caption: string; readonly authorsNote: string
  readonly institution: string; readonly unit: string; readonly registration: string; readonly term: string; readonly from: (of: Pick<Term, 'opens'>) => string; readonly fromTo: (of: Term) => string
  readonly shortTerm: string; readonly ways: string; readonly received: string; readonly rows: string; readonly rowsAndMerged: (of: { readonly rows: number; readonly merged: number }) => string; readonly decisions: string
  readonly finalised: string; readonly version: (of: { readonly version: number }) => string; readonly why: string; readonly late: string; readonly refused: string; readonly withdrawn: string; readonly none: string
}
const days = (count: number, language: Language): string => (language === 'bg' ? (count === 1 ? '1 ден' : `${count} дни`) : count === 1 ? '1 day' : `${count} days`)
export const words: Readonly<Record<Language, Words>> = {
  bg: {
    kicker: 'Справка', law: 'по чл. 26, ал. 5 от Закона за нормативните актове', title: ({ title }) => `Справка за постъпилите предложения: ${title}`, noneTitle: ({ title }) => `Съобщение, че няма постъпили предложения: ${title}`,
    says: ({ rows, received }) => `Справка с мотивите по ${rows === 1 ? '1 предложение' : `${rows} предложения`}; постъпили в срока: ${received}.`,
    noneSays: ({ opens, closes, days: count, ways }) => `В срока на обсъждането, от ${opens}${closes === '' ? '' : ` до ${closes} (${days(count, 'bg')})`}, не са постъпили предложения и бележки. Проверени са всички начини за подаване: ${ways}.`,
    defaultWays: 'този сайт, електронната поща, деловодството, проведените срещи',
    headTitle: 'За обсъждането', rowsTitle: 'Предложения и мотиви', tailTitle: 'Извън таблицата', caption: 'Постъпили предложения, решения и мотиви',
    authorsNote: 'Хората са посочени така, както сами са се съгласили: с име, с инициали или като „физическо лице“. Предложенията, които казват едно и също, са обединени; номерата им стоят в последната колона.',
    institution: 'Институция', unit: 'Отговорно звено', registration: 'Регистрационен номер', term: 'Срок', from: ({ opens }) => `от ${opens}, без краен срок`, fromTo: ({ opens, closes, days: count }) => `от ${opens} до ${closes}, ${days(count, 'bg')}`,
    shortTerm: 'Мотиви за срок под 30 дни', ways: 'Начини за подаване', received: 'Постъпили в срока', rows: 'В таблицата', rowsAndMerged: ({ rows, merged }) => `${rows} ${rows === 1 ? 'ред' : 'реда'} и ${merged} обединени с тях`, decisions: 'Решения',
    finalised: 'Изготвена на', version: ({ version }) => `версия ${version}`, why: 'Причина за поправката', late: 'Постъпили след срока', refused: 'Непубликувани', withdrawn: 'Оттеглени от авторите им', none: 'няма',
  },
  en: {
    kicker: 'Reply report', law: 'under Article 26(5) of the Law on Normative Acts', title: ({ title }) => `Report on the proposals received: ${title}`, noneTitle: ({ title }) => `Notice that no proposals were received: ${title}`,
    says: ({ rows, received }) => `Report with the reasons on ${rows === 1 ? '1 proposal' : `${rows} proposals`}; received in the term: ${received}.`,
    noneSays: ({ opens, closes, days: count, ways }) => `In the term of the consultation, from ${opens}${closes === '' ? '' : ` to ${closes} (${days(count, 'en')})`}, no proposals or comments were received. All ways of sending them were searched: ${ways}.`,
    defaultWays: 'this site, e-mail, the registry, the meetings held',
    headTitle: 'The consultation', rowsTitle: 'Proposals and reasons', tailTitle: 'Outside the table', caption: 'Proposals received, decisions and reasons',
    authorsNote: 'People are named as they agreed themselves: by name, by initials or as “a person”. Proposals that say the same are merged; their numbers stand in the last column.',
    institution: 'Institution', unit: 'Responsible unit', registration: 'Registration number', term: 'Term', from: ({ opens }) => `from ${opens}, without an end`, fromTo: ({ opens, closes, days: count }) => `from ${opens} to ${closes}, ${days(count, 'en')}`,
    shortTerm: 'Reason for a term under 30 days', ways: 'Ways of sending', received: 'Received in the term', rows: 'In the table', rowsAndMerged: ({ rows, merged }) => `${rows} ${rows === 1 ? 'row' : 'rows'} and ${merged} merged with them`, decisions: 'Decisions',
    finalised: 'Drawn up on', version: ({ version }) => `version ${version}`, why: 'Why it was corrected', late: 'Received after the term', refused: 'Not published', withdrawn: 'Withdrawn by their authors', none: 'none',
  },
}
export const sayCount = (count: number, language: Language): string => (language === 'bg' ? (count === 1 ? '1 предложение' : `${count} предложения`) : count === 1 ? '1 proposal' : `${count} proposals`)
export const sayRefusal = (reason: string, language: Language): string => (isReason(reason) ? reasons[reason].name[language] : language === 'bg' ? 'без посочена причина' : 'no reason given')
