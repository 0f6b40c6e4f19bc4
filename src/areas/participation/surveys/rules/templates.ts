// Two ready questionnaires in our own words: what firms need, and how work is done with digital means. Marked as templates; a body
// changes them before it opens a survey. They are no copy of anybody's questionnaire and give no official score.
import type { Bilingual } from '#kernel/language.ts'
import { blankQuestion, type Choice, type Question, type QuestionKind } from './questions.ts'

export const templateKeys = ['firms', 'digital'] as const
export type TemplateKey = (typeof templateKeys)[number]
export type Template = { readonly title: Bilingual; readonly says: Bilingual; readonly questions: readonly Question[] }

const two = (bg: string, en: string): Bilingual => ({ bg, en })
const list = (...names: readonly (readonly [string, string])[]): readonly Choice[] => names.map(([bg, en], at) => ({ code: String(at + 1), name: { bg, en } }))
/** The last one stands alone. */
const orNone = (...names: readonly (readonly [string, string])[]): readonly Choice[] => list(...names).map((choice, at) => (at === names.length - 1 ? { ...choice, alone: 'yes' } : choice))
const ask = (key: string, kind: QuestionKind, asks: readonly [string, string], more: Partial<Question> = {}): Question => ({ ...blankQuestion({ key, kind }), asks: two(...asks), ...more })
const people = { least: 0, most: 100_000, decimals: 0 as const, unit: two('души', 'people') }

export const firms: Template = {
  title: two('Какво е нужно на фирмите', 'What firms need'),
  says: two('Дванадесет въпроса за работата на вашата фирма и за това, което ѝ пречи да расте. Отнема около седем минути. Отговорите помагат да се решат мерките в стратегията на областта.', 'Twelve questions about the work of your firm and what keeps it from growing. They take about seven minutes. The answers help to decide the measures in the strategy of the district.'),
  questions: [
    ask('q1', 'place', ['В коя община работи фирмата?', 'In which municipality does the firm work?'], { must: 'yes' }),
    ask('q2', 'one', ['Колко души работят във фирмата?', 'How many people work in the firm?'], { must: 'yes', choices: list(['1 до 9', '1 to 9'], ['10 до 49', '10 to 49'], ['50 до 249', '50 to 249'], ['250 и повече', '250 and more']) }),
    ask('q3', 'one', ['С какво се занимава фирмата главно?', 'What does the firm mainly do?'], { choices: list(['произвежда', 'makes things'], ['търгува', 'trades'], ['строи', 'builds'], ['земеделие и храни', 'farming and food'], ['услуги за хора', 'services for people'], ['услуги за други фирми', 'services for other firms'], ['енергия, вода, отпадъци', 'energy, water, waste'], ['друго', 'something else']) }),
    ask('q4', 'scale', ['Как вървят нещата във фирмата в сравнение с миналата година?', 'How are things going compared with last year?'], { scale: { from: 1, to: 5, low: two('много по-зле', 'much worse'), high: two('много по-добре', 'much better') } }),
    ask('q5', 'many', ['Какво пречи най-много на фирмата да расте?', 'What most keeps the firm from growing?'], { help: two('Изберете най-много три.', 'Choose at most three.'), most: 3, choices: orNone(['не намираме хора с нужните умения', 'we do not find people with the skills needed'], ['цената на енергията', 'the price of energy'], ['няма пари за нови машини', 'no money for new machines'], ['няма достатъчно поръчки', 'too few orders'], ['разрешителни и документи', 'permits and paperwork'], ['пътища и превоз', 'roads and transport'], ['няма подходящи терени и сгради', 'no suitable sites and buildings'], ['бавен интернет', 'slow internet'], ['нищо не пречи', 'nothing does']) }),
    ask('q6', 'one', ['Търсили ли сте нови работници през последните 12 месеца?', 'Have you looked for new workers in the last 12 months?'], { choices: list(['да', 'yes'], ['не', 'no']) }),
    ask('q7', 'number', ['Колко места останаха незаети за повече от три месеца?', 'How many jobs stayed empty for more than three months?'], { number: people, shownIf: { question: 'q6', is: ['1'] } }),
    ask('q8', 'text', ['Какви хора не намерихте?', 'What kind of people did you not find?'], { help: two('Например заварчик, програмист, счетоводител.', 'For example a welder, a programmer, an accountant.'), shownIf: { question: 'q6', is: ['1'] } }),
    ask('q9', 'grid', ['Правили ли сте това през последните три години?', 'Have you done this in the last three years?'], { rows: list(['нов продукт или услуга', 'a new product or service'], ['нов начин на производство или работа', 'a new way of making or working'], ['работа с университет или институт', 'work with a university or institute'], ['нов пазар в чужбина', 'a new market abroad']), choices: list(['да', 'yes'], ['не, но имаме намерение', 'no, but we intend to'], ['не', 'no']) }),
    ask('q10', 'rank', ['Кое от тези неща би помогнало най-много? Подредете до три.', 'Which of these would help most? Put up to three in order.'], { most: 3, choices: list(['обучение на хора', 'training people'], ['безвъзмездни средства', 'grants'], ['евтини заеми и гаранции', 'cheap loans and guarantees'], ['съвет и експертна помощ', 'advice and expert help'], ['готови терени и сгради', 'sites and buildings that are ready'], ['срещи с партньори и клиенти', 'meeting partners and customers'], ['по-малко документи', 'less paperwork']) }),
    ask('q11', 'one', ['Какво смятате за мястото на фирмата през следващите две години?', 'What do you plan for the firm in the next two years?'], { choices: list(['да расте тук', 'to grow here'], ['да остане колкото е', 'to stay as it is'], ['да се премести', 'to move away'], ['да се затвори или продаде', 'to close or be sold'], ['още не знаем', 'we do not know yet']) }),
    ask('q12', 'text', ['Ако областта може да направи само едно нещо за фирмите, кое да е?', 'If the district could do only one thing for firms, what should it be?'], { offers: 'contribution' }),
  ],
}
const howOften = list(['не', 'no'], ['понякога или отчасти', 'sometimes or in part'], ['да, редовно', 'yes, regularly'], ['не се отнася за нас', 'does not concern us'])
export const digital: Template = {
  title: two('Цифровите средства в нашата работа', 'Digital means in our work'),
  says: two('Единадесет въпроса за фирми и институции: какво се прави с цифрови средства и какво още не. Отнема около шест минути. Това не е изпит и не дава официална оценка.', 'Eleven questions for firms and institutions: what is done with digital means and what is not yet. They take about six minutes. This is no exam and gives no official score.'),
  questions: [
    ask('q1', 'one', ['За кого отговаряте?', 'Whom do you answer for?'], { must: 'yes', choices: list(['фирма', 'a firm'], ['община или друга институция', 'a municipality or another institution'], ['училище, университет, институт', 'a school, university or institute'], ['сдружение', 'an association']) }),
    ask('q2', 'number', ['Колко души работят при вас?', 'How many people work with you?'], { number: { ...people, least: 1 } }),
    ask('q3', 'grid', ['Какво вършите с цифрови средства?', 'What do you do with digital means?'], { rows: list(['поръчки или заявления от хора и клиенти', 'orders or requests from people and customers'], ['фактури и плащания', 'invoices and payments'], ['документи и подписи', 'documents and signatures'], ['планиране на работата', 'planning the work'], ['склад, машини или имущество', 'stock, machines or property'], ['обучение на хората', 'training people']), choices: howOften }),
    ask('q4', 'many', ['Кое от това имате?', 'Which of these do you have?'], { choices: orNone(['собствен сайт', 'a site of our own'], ['продажби или услуги през интернет', 'sales or services on the internet'], ['обща програма за цялата работа', 'one program for the whole work'], ['данни и програми в облак', 'data and programs in the cloud'], ['изкуствен интелект в някоя задача', 'artificial intelligence in some task'], ['роботи или датчици', 'robots or sensors'], ['нищо от изброените', 'none of these']) }),
    ask('q5', 'many', ['За какво използвате изкуствен интелект?', 'What do you use artificial intelligence for?'], { shownIf: { question: 'q4', is: ['5'] }, choices: list(['писане и превод', 'writing and translating'], ['отговори на хора и клиенти', 'answers to people and customers'], ['прогнози и анализ', 'forecasts and analysis'], ['качество и машини', 'quality and machines'], ['друго', 'something else']) }),
    ask('q6', 'scale', ['Доколко решенията при вас се вземат по данни?', 'How far are decisions taken on data?'], { scale: { from: 1, to: 5, low: two('по усет', 'by feeling'), high: two('винаги по данни', 'always on data') } }),
    ask('q7', 'one', ['Колко хора при вас могат сами да се справят с нова програма?', 'How many of your people can manage a new program on their own?'], { choices: list(['почти никой', 'hardly anybody'], ['по-малко от половината', 'less than half'], ['повечето', 'most'], ['почти всички', 'almost all']) }),
    ask('q8', 'many', ['Как пазите данните си?', 'How do you keep your data safe?'], { choices: orNone(['резервни копия поне веднъж седмично', 'copies at least once a week'], ['копията се пробват', 'the copies are tried'], ['вход с втора стъпка', 'sign-in with a second step'], ['хората са обучени за измами', 'people are trained about fraud'], ['знаем кого да извикаме при беда', 'we know whom to call in trouble'], ['нищо от изброените', 'none of these']) }),
    ask('q9', 'rank', ['Какво ви спира най-много? Подредете до три.', 'What stops you most? Put up to three in order.'], { most: 3, choices: list(['няма време', 'no time'], ['няма пари', 'no money'], ['няма хора, които разбират', 'nobody who understands it'], ['не знаем откъде да започнем', 'we do not know where to begin'], ['бавен или скъп интернет', 'slow or dear internet'], ['страх за данните', 'worry about data'], ['не виждаме полза', 'we see no use']) }),
    ask('q10', 'place', ['Къде работите?', 'Where do you work?']),
    ask('q11', 'text', ['С какво искате да ви помогнат?', 'What would you like to be helped with?'], { offers: 'contribution' }),
  ],
}
export const templates: Readonly<Record<TemplateKey, Template>> = { firms, digital }
export const isTemplate = (text: string): text is TemplateKey => (templateKeys as readonly string[]).includes(text)
