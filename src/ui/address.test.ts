import { describe, expect, it } from 'vitest'
import { toHref, toSafeHref, withQuery } from './address.ts'

describe('addresses', () => {
  it('get the language in front, the home page too', () => {
    expect([toHref('bg', '/'), toHref('en', '/evidence?x=1'), toHref('bg', '/?notice=1'), toHref('bg', '/#news')]).toEqual(['/bg', '/en/evidence?x=1', '/bg?notice=1', '/bg#news'])
  })
  it('of other houses stay as they are', () => {
    expect([toHref('bg', 'https://nsi.bg'), toHref('bg', '//evil.example'), toHref('bg', '#top')]).toEqual(['https://nsi.bg', '//evil.example', '#top'])
  })
  it('that a browser would run are no addresses', () => {
    expect(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd'].map(toSafeHref)).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(['https://doi.org/10.2908/X', 'mailto:a@b.example', '/bg/evidence', '#here', 'table.csv'].map((each) => toSafeHref(each) === each)).toEqual([true, true, true, true, true])
  })
  it('change one question and keep the others', () => {
    expect(withQuery('/evidence?level=nuts3&page=4', { sort: 'value', page: '' })).toBe('/evidence?level=nuts3&sort=value')
    expect(withQuery('/evidence?page=4', { page: '' })).toBe('/evidence')
  })
})
