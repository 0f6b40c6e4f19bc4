import { describe, expect, it } from 'vitest'
import { pagesShown } from './pagination.tsx'

describe('the pages of a list', () => {
  it('name the first, the last and the neighbours, with a gap between', () => {
    expect(pagesShown(5, 12)).toEqual([1, 0, 4, 5, 6, 0, 12])
  })
  it('fill a gap of one page with that page', () => {
    expect(pagesShown(4, 12)).toEqual([1, 2, 3, 4, 5, 0, 12])
  })
  it('need no gap when there are few', () => {
    expect(pagesShown(1, 3)).toEqual([1, 2, 3])
  })
})
