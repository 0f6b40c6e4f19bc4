// The register of processing (Art. 30 GDPR) as a table of values: who, why, on what ground, whose and which data, who gets them, how
// long. What the body wrote of itself and the periods that hold are put in where it is printed.
import type { Bilingual } from '#kernel/language.ts'

export type Processing = {
  readonly name: Bilingual; readonly purpose: Bilingual; readonly basis: Bilingual; readonly people: Bilingual; readonly categories: Bilingual; readonly recipients: Bilingual
  /** kinds of periods that say how long; empty: said in words */
  readonly periods: readonly string[]; readonly kept?: Bilingual
}
const publicTask: Bilingual = { bg: 'Задача от обществен интерес (чл. 6, пар. 1, б. „д“ от ОРЗД)', en: 'Task in the public interest (Art. 6(1)(e) GDPR)' }
const consent: Bilingual = { bg: 'Съгласие (чл. 6, пар. 1, б. „а“ от ОРЗД)', en: 'Consent (Art. 6(1)(a) GDPR)' }
const nobody: Bilingual = { bg: 'Никой извън институцията', en: 'Nobody outside the body' }
const erasure: Bilingual = { bg: 'до заличаване по искане', en: 'until erased on request' }

export const processings: readonly Processing[] = [
  {
    name: { bg: 'Предложения и обществени обсъждания', en: 'Proposals and public consultations' }, basis: publicTask,
    purpose: { bg: 'Регистриране, разглеждане и отговор на предложения; справка по чл. 26, ал. 5 от ЗНА', en: 'Registering, considering and answering proposals; the reply report under Art. 26(5) of the Law on Normative Acts' },
    people: { bg: 'Граждани и представители на организации', en: 'Citizens and representatives of organisations' }, categories: { bg: 'Име или псевдоним, електронна поща, текст, приложени файлове, сканирани писма', en: 'Name or alias, e-mail, text, attached files, scanned letters' },
    recipients: { bg: 'Публично: текстът след преглед и името, както авторът е избрал', en: 'Public: the text once looked at, and the name as its author chose' }, periods: ['people.silent', 'people.unconfirmed', 'participation.rawMail', 'participation.scans', 'participation.drafts'], kept: erasure,
  },
  {
    name: { bg: 'Известия и новини по пощата', en: 'Notices and news by mail' }, basis: consent, purpose: { bg: 'Писма за това, което човек е избрал да следи', en: 'Letters about what a person chose to follow' },
    people: { bg: 'Хора, поискали известия', en: 'People who asked for notices' }, categories: { bg: 'Електронна поща, какво следят и колко често', en: 'E-mail, what they follow and how often' }, recipients: nobody, periods: ['participation.notices', 'store.letters', 'people.unconfirmed'], kept: erasure,
  },
  {
    name: { bg: 'Срещи и работилници', en: 'Meetings and workshops' }, basis: consent, purpose: { bg: 'Записване, място, достъпност, присъствие', en: 'Sign-up, places, access, attendance' },
    people: { bg: 'Записали се участници', en: 'People who signed up' }, categories: { bg: 'Име, електронна поща, организация, сектор, особени нужди', en: 'Name, e-mail, organisation, sector, access needs' }, recipients: nobody, periods: ['participation.signUps', 'participation.accessNeeds'], kept: erasure,
  },
  {
    name: { bg: 'Анкети', en: 'Surveys' }, basis: consent, purpose: { bg: 'Покани, напомняния, претегляне на отговорите', en: 'Invitations, reminders, weighting of answers' },
    people: { bg: 'Поканени за участие', en: 'People invited' }, categories: { bg: 'Електронна поща, сектор; отговори – свързани с човека само когато анкетата не е анонимна', en: 'E-mail, sector; answers, tied to a person only where the survey is not anonymous' }, recipients: { bg: 'Публично: само обобщения, без клетки под пет', en: 'Public: totals only, no cell under five' }, periods: ['participation.surveyLinks', 'participation.surveyDrafts'], kept: erasure,
  },
  {
    name: { bg: 'Регистър на заинтересованите страни', en: 'Register of stakeholders' }, basis: publicTask, purpose: { bg: 'Покани и представителност на обсъжданията', en: 'Invitations, and how representative consultations are' },
    people: { bg: 'Представители на организации, експерти, активни граждани', en: 'Representatives of organisations, experts, active citizens' }, categories: { bg: 'Име, връзка, сектор, община, оценка на интерес и влияние', en: 'Name, contact, sector, municipality, rating of interest and influence' }, recipients: nobody, periods: [], kept: { bg: 'до възражение; проверка на две години', en: 'until they object; checked every two years' },
  },
  {
    name: { bg: 'Служебни профили и следа на действията', en: 'Staff accounts and the trail of acts' }, basis: publicTask, purpose: { bg: 'Достъп до системата и отчетност', en: 'Access to the system and accountability' },
    people: { bg: 'Служители и външни сътрудници', en: 'Staff and outside contributors' }, categories: { bg: 'Име, служебна поща, роля, сесии, действия', en: 'Name, office e-mail, role, sessions, acts' }, recipients: nobody, periods: ['people.attempts', 'people.links'], kept: { bg: 'профилът – докато трае достъпът; следата – без имена след заличаване', en: 'the account while access lasts; the trail, without names after erasure' },
  },
]
/** Art. 30 (1) g: what protects them, as the product does it. */
export const measures: readonly Bilingual[] = [
  { bg: 'Имената и адресите са в отделна схема на базата; публичните страници се четат с роля, която няма достъп до нея.', en: 'Names and addresses are in a schema of their own; public pages are read by a role that cannot see it.' },
  { bg: 'Връзките от писма са случайни, пази се само отпечатъкът им, действат веднъж и за кратко.', en: 'Links in letters are random, only their hash is kept, and they act once and for a short time.' },
  { bg: 'Всяко действие на служител оставя ред в следа, която не може да се промени незабелязано.', en: 'Every act of staff leaves a line in a trail that cannot be changed unnoticed.' },
  { bg: 'Нищо не се изпраща на трети страни; няма бисквитки за проследяване.', en: 'Nothing is sent to third parties; there are no tracking cookies.' },
]
