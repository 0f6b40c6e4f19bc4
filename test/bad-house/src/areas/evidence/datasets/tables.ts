// Innocent: nobody else may look at it, and that is what others do wrong.
export type DatasetTable = { readonly id: string }
