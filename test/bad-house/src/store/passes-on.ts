// Sin: upward-arrow, barrel. An export from elsewhere is an import.
export { named } from '#areas/evidence/datasets/rules.ts'
