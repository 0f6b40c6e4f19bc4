// Innocent: a test may look anywhere below its own floor, and use what only tests may use.
import { expect } from 'vitest'
import { kept } from '#store/kept.ts'
import { findName } from './read.ts'
expect(findName()).toBe(kept.name)
