// The emblem of the European Union as a picture that stands by itself, in its own colours: for documents, which have no style sheet.
import { emblemStars } from '../frame/emblem-stars.ts'

export const emblemSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 27 18" width="270" height="180"><path fill="#003399" d="M0 0h27v18H0z"/><path fill="#ffcc00" d="${emblemStars}"/></svg>`
