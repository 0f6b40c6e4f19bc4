// What a source says in place of figures, told to the person who waits for them.
import { clip, FetchProblem } from '../fetch/fetch-problem.ts'
import type { Judged } from './judge-answer.ts'

type No = Exclude<Judged['kind'], 'figures' | 'later'>
export const problemSaid = (from: { readonly kind: No; readonly host: string; readonly label: string; readonly cause?: unknown; readonly status?: number; readonly again?: number }): FetchProblem => {
  const { kind, label, host } = from
  const said = label === '' ? '' : ` (${clip(label)})`
  const text = {
    webPage: {
      bg: `„${clip(host)}“ отговаря с уеб страница вместо с данни: вероятно е временно недостъпен или не пуска автоматични заявки. Пазят се последните добри данни; файлът може да се изтегли ръчно и да се внесе.`,
      en: `"${clip(host)}" answers with a web page instead of data: it is probably down for a while, or lets no programs in. The last good figures stay; the file can be fetched by hand and imported.`,
    },
    nothing: {
      bg: 'Отговорът е верен по форма, но без нито една стойност: вероятно код от подбора вече не съществува. Сравнете подбора със структурата на набора; това не значи, че няма данни.',
      en: 'The answer is well-formed but holds no value: a code of the filter probably no longer exists. Compare the filter with the structure of the dataset; it does not mean that there are no data.',
    },
    unknownDataset: { bg: `Източникът не познава такъв набор${said}. Кодът може да е сменен или наборът – закрит.`, en: `The source knows no such dataset${said}. Its code may have changed, or it was closed.` },
    unknownDimension: { bg: `Източникът не познава измерение от подбора${said}. Определението на набора трябва да се провери.`, en: `The source does not know a dimension of the filter${said}. The definition of the dataset has to be checked.` },
    tooBig: { bg: 'Наборът е твърде голям за отговор при поискване, а готов файл не е намерен в списъка на източника.', en: 'The dataset is too big to be answered on demand, and the source’s list names no prepared file.' },
    said: { bg: `Източникът отговаря с грешка${said}.`, en: `The source answers with an error${said}.` },
  }[kind]
  return new FetchProblem({
    code: kind, text, ...(from.cause === undefined ? {} : { cause: from.cause }), ...(from.status === undefined ? {} : { status: from.status }), ...(from.again === undefined ? {} : { again: from.again }),
  })
}
export const problemNotReady = (host: string, how: 'expired' | 'slow'): FetchProblem => new FetchProblem({
  code: 'notReady',
  text: how === 'expired'
    ? { bg: `„${clip(host)}“ подготви отговора, но той изтече, преди да бъде взет. Поискайте го отново.`, en: `"${clip(host)}" prepared the answer, but it expired before it was taken. Ask again.` }
    : { bg: `„${clip(host)}“ още подготвя отговора; търпението свърши. Поискайте го отново по-късно.`, en: `"${clip(host)}" is still preparing the answer; patience ran out. Ask again later.` },
})

/** Whether the same question may go well a little later. */
export const isPassing = (problem: FetchProblem): boolean =>
  ['unreachable', 'badAnswer', 'tooSlow', 'idle', 'cut', 'pausing', 'webPage', 'notReady'].includes(problem.code)
  || ((problem.code === 'status' || problem.code === 'said') && ((problem.status ?? 0) >= 500 || problem.status === 429))
