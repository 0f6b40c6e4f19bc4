// Sin: hidden-neighbour. A pure file does not reach effects through a neighbour.
import { findName } from '#areas/evidence/datasets/read.ts'
export const title = findName
