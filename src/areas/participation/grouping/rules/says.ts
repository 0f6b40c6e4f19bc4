// What the timelines say of merging and splitting, in both languages.
import type { Bilingual } from '#kernel/language.ts'

type Told = { readonly into: string } | { readonly member: string } | { readonly part: string } | { readonly whole: string } | { readonly undone: string }
export const mergedSays = (told: Told): Bilingual =>
  'into' in told ? { bg: `Обединено с ${told.into}: подкрепата и доводите се броят там.`, en: `Merged with ${told.into}: support and arguments count there.` }
    : 'member' in told ? { bg: `Към него е обединено ${told.member}.`, en: `${told.member} was merged into it.` }
      : 'part' in told ? { bg: `Отделена е част ${told.part}.`, en: `The part ${told.part} was split off.` }
        : 'whole' in told ? { bg: `Част от ${told.whole}.`, en: `A part of ${told.whole}.` }
          : { bg: `Обединяването на ${told.undone} е върнато. / The merge of ${told.undone} was undone.`, en: `The merge of ${told.undone} was undone.` }
