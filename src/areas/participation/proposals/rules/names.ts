// Names of the words of contributions in both languages, for pages, letters, files and reports alike.
import type { Bilingual } from '#kernel/language.ts'
import type { Assurance, Channel, ContributionKind, ContributionState, Sector } from '../rules.ts'

export const kindNames: Readonly<Record<ContributionKind, Bilingual>> = {
  proposal: { bg: 'Предложение', en: 'Proposal' }, blockComment: { bg: 'Коментар по проект', en: 'Comment on a draft' }, eventNote: { bg: 'Бележка от среща', en: 'Note from a meeting' },
  surveyText: { bg: 'Отговор от анкета', en: 'Answer from a survey' }, statement: { bg: 'Твърдение', en: 'Statement' },
}
/** How it came, so that it can follow „получено“. */
export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  web: { bg: 'през сайта', en: 'through this site' }, email: { bg: 'по имейл', en: 'by e-mail' }, paper: { bg: 'с писмо на хартия', en: 'by a letter on paper' }, post: { bg: 'с писмо по пощата', en: 'by letter' },
  event: { bg: 'на среща', en: 'at a meeting' }, portalCsv: { bg: 'от портала strategy.bg', en: 'from the portal strategy.bg' }, portalApi: { bg: 'от портала strategy.bg', en: 'from the portal strategy.bg' },
  phone: { bg: 'по телефона', en: 'by telephone' }, import: { bg: 'от файл', en: 'from a file' }, survey: { bg: 'от анкета', en: 'from a survey' },
}
export const stateNames: Readonly<Record<ContributionState, Bilingual>> = {
  awaitingConfirmation: { bg: 'очаква потвърждение', en: 'awaits confirmation' }, inModeration: { bg: 'преглежда се', en: 'being looked at' }, published: { bg: 'публикувано', en: 'published' },
  notPublished: { bg: 'не е публикувано', en: 'not published' }, underConsideration: { bg: 'разглежда се', en: 'under consideration' }, answered: { bg: 'с отговор', en: 'answered' },
  outcomeKnown: { bg: 'с резултат', en: 'outcome known' }, merged: { bg: 'обединено с друго', en: 'merged with another' }, withdrawn: { bg: 'оттеглено', en: 'withdrawn' },
}
export const sectorNames: Readonly<Record<Sector, Bilingual>> = {
  administration: { bg: 'Публична администрация', en: 'Public administration' }, business: { bg: 'Бизнес', en: 'Business' }, finance: { bg: 'Финансови институции', en: 'Finance' },
  education: { bg: 'Образование и наука', en: 'Education and research' }, ngo: { bg: 'Неправителствени организации', en: 'Non-governmental organisations' }, citizens: { bg: 'Граждани', en: 'Citizens' }, media: { bg: 'Медии', en: 'Media' },
}
export const assuranceNames: Readonly<Record<Assurance, Bilingual>> = {
  unconfirmed: { bg: 'непотвърдени', en: 'unconfirmed' }, email: { bg: 'с потвърден имейл', en: 'with a confirmed e-mail address' }, inPerson: { bg: 'лично', en: 'in person' }, staff: { bg: 'въведени от служител', en: 'entered by staff' },
}
export const decisionNames: Readonly<Record<string, Bilingual>> = {
  accepted: { bg: 'Приема се', en: 'Accepted' }, acceptedInPart: { bg: 'Приема се частично', en: 'Accepted in part' }, notAccepted: { bg: 'Не се приема', en: 'Not accepted' },
  outOfScope: { bg: 'Извън обхвата', en: 'Out of scope' }, alreadySo: { bg: 'Вече е отразено', en: 'Already so' },
}
export const stepNames: Readonly<Record<string, Bilingual>> = {
  received: { bg: 'Получено', en: 'Received' }, confirmed: { bg: 'Потвърдено от автора', en: 'Confirmed by its author' }, published: { bg: 'Публикувано', en: 'Published' }, notPublished: { bg: 'Не е публикувано', en: 'Not published' },
  underConsideration: { bg: 'Разглежда се', en: 'Under consideration' }, grouped: { bg: 'Групирано с подобни', en: 'Grouped with similar ones' }, merged: { bg: 'Обединено', en: 'Merged' }, unmerged: { bg: 'Обединяването е отменено', en: 'The merge was undone' },
  split: { bg: 'Разделено на части', en: 'Split into parts' }, answered: { bg: 'Получи отговор', en: 'Answered' }, answerChanged: { bg: 'Отговорът е променен', en: 'The answer was changed' }, carried: { bg: 'Пренесено в нова версия на проекта', en: 'Carried to a new draft' },
  outcomeKnown: { bg: 'Има резултат', en: 'There is an outcome' }, takenUp: { bg: 'Залегна в мярка', en: 'Taken up by a measure' }, budgeted: { bg: 'Има пари за него', en: 'There is money for it' }, progress: { bg: 'Работи се', en: 'Work goes on' }, done: { bg: 'Изпълнено', en: 'Done' },
  given: { bg: 'Отнесено към', en: 'Given to' }, withdrawn: { bg: 'Оттеглено от автора', en: 'Withdrawn by its author' }, textChanged: { bg: 'Публичният текст е променен', en: 'The public text was changed' },
}
/** A step that has no name yet is shown by its word, never left out. */
export const sayStep = (kind: string): Bilingual => stepNames[kind] ?? { bg: kind, en: kind }
