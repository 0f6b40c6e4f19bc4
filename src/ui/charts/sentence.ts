// Sentences put together from worded parts: a capital at the start, one space between words, one full stop at the end, also after „г.“.

export const toSentence = (text: string): string => {
  const tidy = text.replace(/ {2,}/g, ' ').replace(/ ([.,;:)])/g, '$1').replace(/\.{2}(?!\.)/g, '.').trim()
  const begun = tidy.charAt(0).toUpperCase() + tidy.slice(1)
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`
}

/** For a heading: the same words without the full stop; „г.“ keeps its dot. */
export const toHeading = (sentence: string): string => (/(?:^|[\s\u00a0])г\.$/.test(sentence) ? sentence : sentence.replace(/\.$/, ''))
