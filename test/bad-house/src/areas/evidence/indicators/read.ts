// Sin: hidden-neighbour. A table has one owner.
import type { DatasetTable } from '#areas/evidence/datasets/tables.ts'
export type Mine = DatasetTable
