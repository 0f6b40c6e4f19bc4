// What the door adds to every form without being asked: a signed time and a field no person fills. No form can be forgotten,
// because it is put in after rendering. It is not the guard against other sites: that is the check of the origin.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Markup } from '#ui/jsx/jsx-runtime.ts'

export const timeField = 'form_time'
export const trapField = 'form_website'
export type FormFault = 'tooQuick' | 'tooOld' | 'forged' | 'trap'
export type FormSeal = {
  /** the page with what every form needs put into it; a kept drawing has no form that posts */
  seal(page: Markup, at: Date, kept?: string): Markup
  check(form: { readonly time: string; readonly trap: string; readonly at: Date; readonly shortest: number }): FormFault | null
}
const longestSeconds = 24 * 60 * 60
const opening = /<form\b(?=[^>]*\bmethod="post")[^>]*>/g

export const makeFormSeal = (secret: string): FormSeal => {
  const sign = (seconds: string): string => createHmac('sha256', secret).update(`form time ${seconds}`).digest('base64url').slice(0, 22)
  const stamp = (at: Date): string => { const seconds = Math.floor(at.getTime() / 1000).toString(36); return `${seconds}.${sign(seconds)}` }
  const secondsOf = (time: string): number | null => {
    const [seconds = '', signature = ''] = time.split('.')
    const right = Buffer.from(sign(seconds)), said = Buffer.from(signature)
    return right.length === said.length && timingSafeEqual(right, said) ? Number.parseInt(seconds, 36) : null
  }
  return {
    seal(page, at, kept) {
      if (!page.text.includes('method="post"')) return page
      // A form shown again keeps its first time, so that who was too quick is not sent away twice.
      const time = kept !== undefined && freshEnough(secondsOf(kept), at) ? kept : stamp(at)
      const extra = `<input type="hidden" name="${timeField}" value="${time}"><div hidden><input type="text" name="${trapField}" value="" tabindex="-1" autocomplete="off" aria-hidden="true"></div>`
      return { ...page, text: page.text.replace(opening, (form) => form + extra) }
    },
    check({ time, trap, at, shortest }) {
      if (trap !== '') return 'trap'
      const began = secondsOf(time)
      if (began === null) return 'forged'
      const age = at.getTime() / 1000 - began
      return age < shortest ? 'tooQuick' : age > longestSeconds ? 'tooOld' : null
    },
  }
}
const freshEnough = (seconds: number | null, at: Date): boolean => seconds !== null && at.getTime() / 1000 - seconds < longestSeconds / 2
