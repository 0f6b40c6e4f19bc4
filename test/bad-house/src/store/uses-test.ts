// Sin: test-in-product. What serves tests is not there in earnest.
import { testStore } from '#test/database.ts'
export const used = testStore
